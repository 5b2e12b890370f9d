// Going from the map to the text.

import * as vscode from "vscode";

import type { Place } from "../fleet/protocol";
import type { PlaceLink } from "./wire";

/** Goes to a place, not in the map's own column; where there are several, the user chooses. */
export async function goTo(
  title: string,
  links: PlaceLink[],
  map: vscode.ViewColumn | undefined,
): Promise<void> {
  const [first, ...others] = links;
  if (first && others.length === 0) {
    await open(first, map);
    return;
  }
  const items = links.map((link) => ({ label: link.label, link }));
  const chosen = await vscode.window.showQuickPick(items, { title, placeHolder: "Go to" });
  if (chosen) {
    await open(chosen.link, map);
  }
}

/** Opens the file and selects the name. */
async function open({ file, place }: PlaceLink, map: vscode.ViewColumn | undefined): Promise<void> {
  const uri = vscode.Uri.parse(file, true);
  const stat = await vscode.workspace.fs.stat(uri);
  if (stat.type & vscode.FileType.Directory) {
    await vscode.commands.executeCommand("revealInExplorer", uri);
    return;
  }
  const others = vscode.window.tabGroups.all.filter(({ viewColumn }) => viewColumn !== map);
  const viewColumn = others[0]?.viewColumn ?? vscode.ViewColumn.Beside;
  await vscode.window.showTextDocument(uri, { selection: rangeOf(place), viewColumn });
}

function rangeOf([, line, character, endLine, end]: Place): vscode.Range {
  return new vscode.Range(line, character, endLine, end);
}
