// Going from the map to the text.

import * as vscode from "vscode";

import type { Place } from "../fleet/protocol";
import type { PlaceLink } from "./wire";

/** Goes to a place; where there are several, the user chooses. */
export async function goTo(title: string, links: PlaceLink[]): Promise<void> {
  const [first, ...others] = links;
  if (first && others.length === 0) {
    await open(first);
    return;
  }
  const items = links.map((link) => ({ label: link.label, link }));
  const chosen = await vscode.window.showQuickPick(items, { title, placeHolder: "Go to" });
  if (chosen) {
    await open(chosen.link);
  }
}

/** Opens the file and selects the name, beside the map. */
async function open({ file, place }: PlaceLink): Promise<void> {
  const uri = vscode.Uri.parse(file, true);
  const stat = await vscode.workspace.fs.stat(uri);
  if (stat.type & vscode.FileType.Directory) {
    await vscode.commands.executeCommand("revealInExplorer", uri);
    return;
  }
  const viewColumn = besideMap();
  await vscode.window.showTextDocument(uri, { selection: rangeOf(place), viewColumn });
}

/** Where text stands already, or else beside the map: that stays in sight. */
function besideMap(): vscode.ViewColumn {
  const texts = vscode.window.visibleTextEditors.find((it) => it.viewColumn !== undefined);
  const group = vscode.window.tabGroups.all.find(
    (group) => group.activeTab?.input instanceof vscode.TabInputText,
  );
  return texts?.viewColumn ?? group?.viewColumn ?? vscode.ViewColumn.Beside;
}

function rangeOf([, line, character, endLine, end]: Place): vscode.Range {
  return new vscode.Range(line, character, endLine, end);
}
