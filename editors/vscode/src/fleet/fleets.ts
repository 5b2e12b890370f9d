// The newest state of the fleets in the window, for as long as somebody looks at it.

import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";

import { FLEET, FLEET_CHANGED, type Fleet } from "./protocol";

/** Asks for the fleets anew whenever they may have changed, one question at a time. */
export class Fleets implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<Fleet | undefined>();
  /** Tells of each new state; `undefined` where no server can be asked. */
  readonly onDidChange = this.changed.event;

  private client: LanguageClient | undefined;
  private subscription: vscode.Disposable | undefined;
  private watchers = 0;
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

  /** Keeps the state new until what this gives is disposed. */
  watch(): vscode.Disposable {
    this.watchers += 1;
    void this.ask();
    return new vscode.Disposable(() => {
      this.watchers -= 1;
    });
  }

  dispose(): void {
    this.subscription?.dispose();
    this.changed.dispose();
  }

  private refresh(): void {
    this.outdated = true;
    void this.ask();
  }

  private async ask(): Promise<void> {
    if (this.asking) {
      return;
    }
    this.asking = true;
    while (this.outdated && this.watchers > 0) {
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
    return await client.sendRequest<Fleet>(FLEET, {});
  } catch {
    return client.isRunning() ? "overtaken" : undefined;
  }
}
