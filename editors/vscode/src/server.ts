// The running server: started, restarted, stopped; and what is said when that fails.

import * as vscode from "vscode";
import {
  LanguageClient,
  type LanguageClientOptions,
  type Middleware,
  State,
} from "vscode-languageclient/node";

import { announcement } from "./commands";
import type { Fleets } from "./fleet/fleets";
import { findServer } from "./lookup";
import { toldToServer } from "./settings";
import type { ServerState } from "./state";

const SETTING = "inventory-ls.server.path";

export class Server implements vscode.Disposable {
  private client: LanguageClient | undefined;
  /** The last start or stop, for one must end before the next begins. */
  private last: Promise<void> = Promise.resolve();
  private readonly changed = new vscode.EventEmitter<ServerState>();
  /** Tells of each new state. */
  readonly onDidChange = this.changed.event;
  private known: ServerState = { kind: "stopped", program: undefined };

  constructor(
    private readonly bundled: string,
    private readonly log: vscode.LogOutputChannel,
    private readonly fleets: Fleets,
  ) {}

  /** The client of the server that runs. */
  get current(): LanguageClient | undefined {
    return this.client;
  }

  get state(): ServerState {
    return this.known;
  }

  /** Starts the server, or starts it anew, and tells the user if it can't. */
  restart(): Promise<void> {
    return this.afterLast(async () => {
      await this.end();
      await this.start();
    });
  }

  stop(): Promise<void> {
    return this.afterLast(() => this.end());
  }

  dispose(): void {
    void this.stop();
    this.changed.dispose();
  }

  private become(state: ServerState): void {
    this.known = state;
    this.changed.fire(state);
  }

  private afterLast(step: () => Promise<void>): Promise<void> {
    this.last = this.last.then(step).catch((error: unknown) => this.complain(String(error)));
    return this.last;
  }

  private async start(): Promise<void> {
    const found = findServer({
      environment: process.env["INVENTORY_LS_PATH"],
      setting: vscode.workspace.getConfiguration().get<string>(SETTING),
      searchPath: process.env["PATH"],
      bundled: this.bundled,
    });
    if ("problem" in found) {
      this.fleets.use(undefined);
      this.become({ kind: "missing", problem: found.problem });
      this.complain(found.problem);
      return;
    }
    this.log.info(`starting ${found.program}`);
    const options: LanguageClientOptions = {
      documentSelector: [
        { scheme: "file", language: "nix" },
        { scheme: "file", pattern: "**/inventory.json" },
      ],
      outputChannel: this.log,
      middleware: { provideDiagnostics, workspace },
    };
    const command = { command: found.program };
    const client = new LanguageClient("inventory-ls", "Clan Inventory", command, options);
    this.client = client;
    client.registerFeature(announcement);
    client.onDidChangeState(({ newState }) => this.follow(client, found.program, newState));
    await client.start();
  }

  /** A server that crashed is started again by its client, which gives up when that happens often. */
  private follow(client: LanguageClient, program: string, state: State): void {
    if (client !== this.client) {
      return;
    }
    switch (state) {
      case State.Starting:
        return this.become({ kind: "starting", program });
      case State.Running:
        this.fleets.use(client);
        return this.become({ kind: "running", program, version: client.initializeResult?.serverInfo?.version });
      case State.Stopped:
        this.fleets.use(undefined);
        return this.become({ kind: "stopped", program });
    }
  }

  private async end(): Promise<void> {
    const client = this.client;
    // What is shown stays until the next server tells what it knows.
    this.client = undefined;
    // A client whose server never ran, or has crashed, can't be stopped; nor one that is just starting it again.
    if (client && client.state !== State.Stopped) {
      await client.start();
      await client.dispose();
    }
  }

  /** Says in a message what is wrong; nobody waits until the user has read it. */
  private complain(problem: string): void {
    this.log.error(problem);
    const [settings, log] = ["Open the Setting", "Show the Log"];
    void vscode.window.showErrorMessage(problem, settings, log).then((chosen) => {
      if (chosen === settings) {
        void vscode.commands.executeCommand("workbench.action.openSettings", SETTING);
      } else if (chosen === log) {
        this.log.show();
      }
    });
  }
}

/**
 * Asks for the diagnostics of a document. An answer that was overtaken by typing is none: the client would take it for
 * an empty one, and all marks would go out for a moment.
 */
const provideDiagnostics: NonNullable<Middleware["provideDiagnostics"]> = async (
  document,
  previousResultId,
  token,
  next,
) => {
  const report = await next(document, previousResultId, token);
  if (token.isCancellationRequested) {
    throw new vscode.CancellationError();
  }
  return report;
};

/** The server is told that settings are others, and then asks for them, here. */
const workspace: NonNullable<Middleware["workspace"]> = {
  async configuration(params, token, next) {
    const sections = await next(params, token);
    return Array.isArray(sections) ? sections.map(toldToServer) : sections;
  },
  // It does not reach a server that these very settings have ended; the client would tell so in a message.
  didChangeConfiguration: async (_sections, next) => next(undefined).catch(() => {}),
};
