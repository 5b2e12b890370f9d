// Going from the map to the text.

import * as vscode from "vscode";

import { openSpot } from "../fleet/open";
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

async function open(link: PlaceLink, map: vscode.ViewColumn | undefined): Promise<void> {
  const others = vscode.window.tabGroups.all.filter(({ viewColumn }) => viewColumn !== map);
  await openSpot(link, others[0]?.viewColumn ?? vscode.ViewColumn.Beside);
}
