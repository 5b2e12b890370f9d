// The example clan, the one that `inventory-ls tour` shows: written where nothing is lost when it is written anew.

import * as vscode from "vscode";

import clan from "../../../syntax-tests/tour/clan.nix";
import { withoutExpectations } from "./expectations";

/** Opens the example, as it was in the beginning. */
export async function openExample(storage: vscode.Uri): Promise<void> {
  const folder = vscode.Uri.joinPath(storage, "example");
  const file = vscode.Uri.joinPath(folder, "clan.nix");
  await vscode.workspace.fs.createDirectory(folder);
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(withoutExpectations(clan)));
  await vscode.window.showTextDocument(file, { preview: false });
}
