// What can be done with a node: by a click, or by its context menu.

import * as vscode from "vscode";

import { openSpot } from "../fleet/open";
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
      if (node?.spot && (await openSpot(node.spot))) {
        await vscode.commands.executeCommand(command);
      }
    }),
  );
  return vscode.Disposable.from(
    ...atTheCursor,
    vscode.commands.registerCommand(OPEN, async (node?: Node) => {
      if (node?.spot) {
        await openSpot(node.spot);
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
