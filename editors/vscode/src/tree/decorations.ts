// Colours and counts at the nodes of the tree in which something is wrong, as the explorer has them at files.

import * as vscode from "vscode";

import { count } from "../fleet/words";
import type { Count } from "../status/status";
import type { Node } from "./node";

/** Nodes have addresses only for VS Code to ask about. */
const SCHEME = "inventory-ls-node";

const COLOURS = {
  error: new vscode.ThemeColor("list.errorForeground"),
  warning: new vscode.ThemeColor("list.warningForeground"),
};

export function addressOf(node: Node): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: "/node", query: node.id });
}

export class Decorations implements vscode.FileDecorationProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeFileDecorations = this.changed.event;
  private readonly registration = vscode.window.registerFileDecorationProvider(this);
  private marks = new Map<string, Count>();

  /** Shows other marks from now on. */
  use(marks: Map<string, Count>): void {
    if (marks.size > 0 || this.marks.size > 0) {
      this.marks = marks;
      this.changed.fire(undefined);
    }
  }

  provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
    const mark = uri.scheme === SCHEME ? this.marks.get(uri.query) : undefined;
    if (!mark) {
      return undefined;
    }
    const { errors, warnings } = mark;
    const all = errors + warnings;
    const color = errors > 0 ? COLOURS.error : COLOURS.warning;
    const parts = [errors > 0 ? count(errors, "error") : "", warnings > 0 ? count(warnings, "warning") : ""];
    const tooltip = parts.filter((it) => it !== "").join(", ");
    return { badge: all > 9 ? "9+" : String(all), color, tooltip };
  }

  dispose(): void {
    this.registration.dispose();
    this.changed.dispose();
  }
}
