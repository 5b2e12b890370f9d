// What VS Code calls: a server for the Nix files of the window, and some commands.

import * as vscode from "vscode";

import { registerCommands } from "./commands";
import { Fleets } from "./fleet/fleets";
import { registerMap } from "./map/register";
import { Server } from "./server";

let server: Server | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel("inventory-ls", { log: true });
  const fleets = new Fleets();
  const running = new Server(context.asAbsolutePath("server"), log, fleets);
  server = running;
  context.subscriptions.push(
    log,
    fleets,
    vscode.commands.registerCommand("inventory-ls.restart", () => running.restart()),
    vscode.commands.registerCommand("inventory-ls.showLog", () => log.show()),
    registerCommands(() => running.current),
    registerMap(context.extensionUri, fleets),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("inventory-ls.server.path")) {
        void running.restart();
      }
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => running.restart()),
  );
  await running.restart();
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
