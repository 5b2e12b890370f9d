// What can be done, in one list: a click on the status bar opens it.

import * as vscode from "vscode";

interface Choice extends vscode.QuickPickItem {
  command: string;
}

const CHOICES: Choice[] = [
  { label: "$(list-tree) Show the Tree", command: "inventory-ls.showTree" },
  { label: "$(map) Show the Map", command: "inventory-ls.showMap" },
  { label: "$(warning) Show the Problems", command: "workbench.actions.view.problems" },
  { label: "$(settings-gear) Open the Settings", command: "inventory-ls.openSettings" },
  { label: "$(output) Show the Log", command: "inventory-ls.showLog" },
  { label: "$(debug-restart) Restart the Server", command: "inventory-ls.restart" },
  { label: "$(copy) Copy What the Server Is and Knows", command: "inventory-ls.copyStatus" },
  { label: "$(mortar-board) Get Started", command: "inventory-ls.openWalkthrough" },
];

/** The commands that the tooltip links. */
export const LINKED = CHOICES.slice(0, 6).map(({ command }) => command);

/** The links below the tooltip. */
export const LINKS = [
  "[Tree](command:inventory-ls.showTree)",
  "[Map](command:inventory-ls.showMap)",
  "[Problems](command:workbench.actions.view.problems)",
  "[Settings](command:inventory-ls.openSettings)",
  "[Log](command:inventory-ls.showLog)",
  "[Restart](command:inventory-ls.restart)",
].join(" · ");

/** Shows the list below a sentence on how things are. */
export async function showMenu(title: string): Promise<void> {
  const chosen = await vscode.window.showQuickPick(CHOICES, { title });
  if (chosen) {
    await vscode.commands.executeCommand(chosen.command);
  }
}
