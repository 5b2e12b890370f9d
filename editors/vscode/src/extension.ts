// What VS Code calls: a server for the Nix files of the window, views of what it knows, and some commands.

import * as vscode from "vscode";

import { registerCommands } from "./commands";
import { openExample } from "./example";
import { Fleets } from "./fleet/fleets";
import { registerMap } from "./map/register";
import { Problems } from "./problems";
import { Server } from "./server";
import { StatusItem } from "./status/item";
import { registerTreeCommands } from "./tree/commands";
import { Tree } from "./tree/view";

const ID = "inventory-ls.inventory-ls";

let server: Server | undefined;

/** What tests look at: the views as they are. */
export interface Api {
  tree: Tree;
  status: StatusItem;
}

export async function activate(context: vscode.ExtensionContext): Promise<Api> {
  const log = vscode.window.createOutputChannel("Clan Inventory", { log: true });
  const fleets = new Fleets();
  const running = new Server(context.asAbsolutePath("server"), log, fleets);
  server = running;
  const problems = new Problems();
  const status = new StatusItem(running, fleets, problems);
  const tree = new Tree(fleets, problems);
  const execute = vscode.commands.executeCommand;
  const simple: Record<string, () => unknown> = {
    "inventory-ls.restart": () => running.restart(),
    "inventory-ls.showLog": () => log.show(),
    "inventory-ls.openExample": () => openExample(context.globalStorageUri),
    "inventory-ls.openSettings": () => execute("workbench.action.openSettings", `@ext:${ID}`),
    "inventory-ls.openWalkthrough": () => execute("workbench.action.openWalkthrough", `${ID}#start`),
  };
  context.subscriptions.push(
    log,
    fleets,
    problems,
    status,
    tree,
    ...Object.entries(simple).map(([name, run]) => vscode.commands.registerCommand(name, run)),
    registerCommands(() => running.current),
    registerTreeCommands(),
    registerMap(context.extensionUri, fleets),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("inventory-ls.server.path")) {
        void running.restart();
      }
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => running.restart()),
  );
  await running.restart();
  return { tree, status };
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
