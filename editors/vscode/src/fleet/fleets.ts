// The newest state of the fleets in the window, for as long as somebody looks at it.

import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";

import { FLEET, FLEET_CHANGED, type Fleet } from "./protocol";

/** What JSON-RPC calls a request that the server does not know. */
const METHOD_NOT_FOUND = -32601;

/** What is shown of a server that came before fleets were told. */
const TOO_OLD: Fleet = {
  format: 1,
  clans: [],
  why: "This server is too old to tell of fleets: update the program inventory-ls, then restart it.",
};

/** Asks for the fleets anew whenever they may have changed, one question at a time. */
export class Fleets implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<Fleet | undefined>();
  /** Tells of each new state; `undefined` where no server can be asked. */
  readonly onDidChange = this.changed.event;

  private client: LanguageClient | undefined;
  private subscription: vscode.Disposable | undefined;
  private readonly watchers = new Set<{ calm: number }>();
  private timer: NodeJS.Timeout | undefined;
  private asking = false;
  private outdated = true;
  private known: Fleet | undefined;

  /** The last state that was told. */
  get current(): Fleet | undefined {
    return this.known;
  }

  /** Asks another server from now on, or none. */
  use(client: LanguageClient | undefined): void {
    this.subscription?.dispose();
    this.client = client;
    this.subscription = client?.onNotification(FLEET_CHANGED, () => this.refresh());
    this.refresh();
  }

  /**
   * Keeps the state new until what this gives is disposed. Whoever needs it only now and then waits until nothing has
   * changed for so many milliseconds; where somebody else can't wait, both get the same.
   */
  watch(calm = 0): vscode.Disposable {
    const watcher = { calm };
    this.watchers.add(watcher);
    void this.ask();
    return new vscode.Disposable(() => this.watchers.delete(watcher));
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscription?.dispose();
    this.changed.dispose();
  }

  private refresh(): void {
    this.outdated = true;
    clearTimeout(this.timer);
    const calm = Math.min(...[...this.watchers].map((it) => it.calm));
    if (this.watchers.size > 0) {
      this.timer = setTimeout(() => void this.ask(), calm);
    }
  }

  private async ask(): Promise<void> {
    if (this.asking) {
      return;
    }
    this.asking = true;
    while (this.outdated && this.watchers.size > 0) {
      this.outdated = false;
      const client = this.client;
      const fleet = client?.isRunning() ? await fetch(client) : undefined;
      // A newer question was answered "ask again": its state is on the way.
      if (client === this.client && fleet !== "overtaken") {
        this.known = fleet;
        this.changed.fire(fleet);
      }
    }
    this.asking = false;
  }
}

async function fetch(client: LanguageClient): Promise<Fleet | undefined | "overtaken"> {
  try {
    return inOurSpelling(await client.sendRequest<Fleet>(FLEET, {}));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === METHOD_NOT_FOUND) {
      return TOO_OLD;
    }
    return client.isRunning() ? "overtaken" : undefined;
  }
}

/** One address can be written in many ways: as VS Code writes them, they can be compared. */
function inOurSpelling(fleet: Fleet): Fleet {
  const ours = (uri: string) => vscode.Uri.parse(uri).toString();
  const clans = fleet.clans.map((clan) => ({
    ...clan,
    root: ours(clan.root),
    entry: ours(clan.entry),
    files: clan.files.map(ours),
  }));
  return { ...fleet, clans };
}
