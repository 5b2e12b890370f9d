// What can be done with a node: by a click, or by its context menu.

import * as vscode from "vscode";

import type { Spot } from "../fleet/spot";
import { OPEN } from "./item";
import type { Node } from "./node";
import { VIEW } from "./view";

/** VS Code asks for these at the cursor, so they begin with opening the place. */
const AT_THE_CURSOR: Record<string, string> = {
  "inventory-ls.tree.references": "editor.action.goToReferences",
  "inventory-ls.tree.rename": "editor.action.rename",
};

export function registerTreeCommands(): vscode.Disposable {
  const atTheCursor = Object.entries(AT_THE_CURSOR).map(([name, command]) =>
    vscode.commands.registerCommand(name, async (node?: Node) => {
      if (node?.spot && (await open(node.spot))) {
        await vscode.commands.executeCommand(command);
      }
    }),
  );
  return vscode.Disposable.from(
    ...atTheCursor,
    vscode.commands.registerCommand(OPEN, async (node?: Node) => {
      if (node?.spot) {
        await open(node.spot);
      }
    }),
    vscode.commands.registerCommand("inventory-ls.tree.copyName", (node?: Node) =>
      node ? vscode.env.clipboard.writeText(node.label) : undefined,
    ),
    vscode.commands.registerCommand("inventory-ls.showTree", () =>
      vscode.commands.executeCommand(`${VIEW}.focus`),
    ),
  );
}

/** Shows a place in the editor; a folder, which a machine may have, in the explorer. */
async function open({ uri: address, range }: Spot): Promise<boolean> {
  const uri = vscode.Uri.parse(address);
  const { type } = await vscode.workspace.fs.stat(uri);
  if (type & vscode.FileType.Directory) {
    await vscode.commands.executeCommand("revealInExplorer", uri);
    return false;
  }
  const start = new vscode.Position(range[0], range[1]);
  const selection = new vscode.Range(start, start);
  await vscode.window.showTextDocument(uri, { selection });
  return true;
}
