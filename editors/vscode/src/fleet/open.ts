// Going from a view to the text.

import * as vscode from "vscode";

import type { Spot } from "./spot";

/**
 * Selects what stands at a place, the cursor at its start, and says so; a folder, which a machine may have, is shown in
 * the explorer.
 */
export async function openSpot({ uri: address, range }: Spot, viewColumn?: vscode.ViewColumn): Promise<boolean> {
  const uri = vscode.Uri.parse(address, true);
  const { type } = await vscode.workspace.fs.stat(uri);
  if (type & vscode.FileType.Directory) {
    await vscode.commands.executeCommand("revealInExplorer", uri);
    return false;
  }
  const selection = new vscode.Range(...range);
  const editor = await vscode.window.showTextDocument(uri, viewColumn === undefined ? { selection } : { selection, viewColumn });
  editor.selection = new vscode.Selection(selection.end, selection.start);
  return true;
}
