// The item in the status bar, and the context key by which the views know why they are empty.

import * as vscode from "vscode";

import type { Fleets } from "../fleet/fleets";
import type { Problems } from "../problems";
import type { Server } from "../server";
import { LINKED, LINKS, showMenu } from "./menu";
import { type Status, dataOf, statusOf, whyEmpty } from "./status";

/** In milliseconds: counts in the status bar may come when the typing pauses. */
const CALM = 300;

const SHOW_STATUS = "inventory-ls.showStatus";

const BROKEN = new vscode.ThemeColor("statusBarItem.errorBackground");

export class StatusItem implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem("inventory-ls", vscode.StatusBarAlignment.Left);
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly server: Server,
    private readonly fleets: Fleets,
    private readonly problems: Problems,
  ) {
    this.item.name = "Clan Inventory";
    this.item.command = SHOW_STATUS;
    this.subscriptions = vscode.Disposable.from(
      this.item,
      problems.onDidChange(() => this.update()),
      fleets.watch(CALM),
      fleets.onDidChange(() => this.update()),
      server.onDidChange(() => this.update()),
      vscode.window.onDidChangeActiveTextEditor(() => this.update()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.update()),
      vscode.commands.registerCommand(SHOW_STATUS, () => showMenu(this.sentence())),
      vscode.commands.registerCommand("inventory-ls.copyStatus", () =>
        vscode.env.clipboard.writeText(this.report()),
      ),
    );
    this.update();
  }

  /** What it shows now. */
  get shown(): Status {
    const file = vscode.window.activeTextEditor?.document.uri.toString();
    const problems = this.problems.of.bind(this.problems);
    return statusOf({ server: this.server.state, fleet: this.fleets.current, file, problems });
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private update(): void {
    const { text, tooltip, isBroken } = this.shown;
    this.item.text = text;
    this.item.tooltip = new vscode.MarkdownString(`${tooltip}\n\n---\n\n${LINKS}`);
    this.item.tooltip.isTrusted = { enabledCommands: LINKED };
    this.item.backgroundColor = isBroken ? BROKEN : undefined;
    if (this.isWanted()) {
      this.item.show();
    } else {
      this.item.hide();
    }
    const data = dataOf(this.server.state, this.fleets.current);
    void vscode.commands.executeCommand("setContext", "inventory-ls.state", data);
  }

  /** Is there a clan, or a file that could be one's? */
  private isWanted(): boolean {
    const hasClan = (this.fleets.current?.clans.length ?? 0) > 0;
    return hasClan || vscode.window.visibleTextEditors.some(({ document }) => document.languageId === "nix");
  }

  private sentence(): string {
    const why = whyEmpty(this.server.state, this.fleets.current);
    return why ?? this.shown.text.replace(/\$\([^)]*\) /g, "");
  }

  /** What helps whoever is asked why something does not work. */
  private report(): string {
    const { server, fleets } = this;
    const extension: { version?: string } = vscode.extensions.getExtension("inventory-ls.inventory-ls")?.packageJSON ?? {};
    const clans = fleets.current?.clans.map(({ root, machines, instances, unknown }) => ({
      root,
      machines: machines.length,
      instances: instances.length,
      unknown: unknown.map(({ path, why }) => `${path}: ${why}`),
    }));
    const all = { vscode: vscode.version, extension: extension.version, server: server.state, clans };
    return JSON.stringify(all, undefined, 2);
  }
}
