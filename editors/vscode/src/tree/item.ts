// How a node looks in VS Code.

import * as vscode from "vscode";

import { addressOf } from "./decorations";
import type { Kind, Node } from "./node";

/** Clicking a node leads to where it is written. */
export const OPEN = "inventory-ls.tree.open";

const ICONS: Record<Kind, vscode.ThemeIcon | undefined> = {
  clan: new vscode.ThemeIcon("home"),
  group: undefined,
  machine: new vscode.ThemeIcon("vm"),
  instance: new vscode.ThemeIcon("package"),
  role: new vscode.ThemeIcon("symbol-interface"),
  tag: new vscode.ThemeIcon("tag"),
  place: new vscode.ThemeIcon("go-to-file"),
  nobody: new vscode.ThemeIcon("warning", new vscode.ThemeColor("list.warningForeground")),
  unknown: new vscode.ThemeIcon("question"),
};

export function itemOf(node: Node): vscode.TreeItem {
  const item = new vscode.TreeItem(node.label, stateOf(node));
  item.id = node.id;
  item.contextValue = abilities(node).join(" ");
  const icon = ICONS[node.kind];
  if (icon) {
    item.iconPath = icon;
    // Without an icon of its own, a node with an address would get that of a file.
    item.resourceUri = addressOf(node);
  }
  if (node.description) {
    item.description = node.description;
  }
  if (node.spot) {
    item.command = { command: OPEN, title: "Go to Definition", arguments: [node] };
  }
  return item;
}

function stateOf(node: Node): vscode.TreeItemCollapsibleState {
  if (!node.below) {
    return vscode.TreeItemCollapsibleState.None;
  }
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  return node.isOpen ? Expanded : Collapsed;
}

/** What the context menu can do with it: see `view/item/context` in package.json. */
function abilities(node: Node): string[] {
  return [
    ...(node.spot ? ["placed"] : []),
    ...(node.spot && node.name !== undefined ? ["named"] : []),
    ...(node.kind === "group" ? [] : ["copied"]),
  ];
}
