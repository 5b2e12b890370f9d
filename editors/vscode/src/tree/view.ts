// The tree in the side bar: shows the newest state while it is visible, and follows the cursor.

import * as vscode from "vscode";

import type { Fleets } from "../fleet/fleets";
import { nameOf } from "../fleet/words";
import type { Problems } from "../problems";
import { wayAt } from "./cursor";
import { Decorations } from "./decorations";
import { treeOf } from "./fleet";
import { itemOf } from "./item";
import { marksOf } from "./marks";
import { type Node, walk } from "./node";

export const VIEW = "inventory-ls.fleet";

/** In milliseconds: a tree that changes with each letter would only flicker. */
const CALM = 100;

export class Tree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<Node>;
  private readonly subscriptions: vscode.Disposable;
  private readonly decorations = new Decorations();
  private watching: vscode.Disposable | undefined;
  private tops: Node[] = [];

  constructor(
    private readonly fleets: Fleets,
    private readonly problems: Problems,
  ) {
    this.view = vscode.window.createTreeView(VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.subscriptions = vscode.Disposable.from(
      this.view,
      this.changed,
      this.decorations,
      problems.onDidChange(() => this.mark()),
      fleets.onDidChange(() => this.show()),
      this.view.onDidChangeVisibility(() => this.watch()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.follow(textEditor)),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.follow(editor)),
    );
    this.watch();
  }

  /** What is selected. */
  get selection(): readonly Node[] {
    return this.view.selection;
  }

  getChildren(node?: Node): Node[] {
    return node ? node.children() : this.tops;
  }

  getParent(node: Node): Node | undefined {
    return node.parent;
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return itemOf(node);
  }

  resolveTreeItem(item: vscode.TreeItem, node: Node): vscode.TreeItem {
    const text = node.tooltip?.();
    if (text) {
      item.tooltip = new vscode.MarkdownString(text);
    }
    return item;
  }

  dispose(): void {
    this.watching?.dispose();
    this.subscriptions.dispose();
  }

  private watch(): void {
    this.watching?.dispose();
    this.watching = this.view.visible ? this.fleets.watch(CALM) : undefined;
    if (this.view.visible) {
      this.show();
    }
  }

  /** Nodes keep their ids, so what is expanded and selected stays so. */
  private show(): void {
    if (!this.view.visible) {
      return;
    }
    const fleet = this.fleets.current;
    this.tops = fleet ? treeOf(fleet) : [];
    const [clan, ...others] = fleet?.clans ?? [];
    this.view.title = clan && others.length === 0 ? nameOf(clan) : "Fleet";
    this.changed.fire();
    this.mark();
    this.follow(vscode.window.activeTextEditor);
  }

  /** Marks nodes in which something is wrong. */
  private mark(): void {
    const fleet = this.fleets.current;
    if (this.view.visible) {
      this.decorations.use(fleet ? marksOf(fleet, this.problems.all()) : new Map());
    }
  }

  /** Selects what the cursor stands in, and takes the focus from nobody. */
  private follow(editor: vscode.TextEditor | undefined): void {
    const fleet = this.fleets.current;
    const follows = vscode.workspace.getConfiguration("inventory-ls.tree").get("followCursor");
    if (!editor || !fleet || !follows || !this.view.visible || editor !== vscode.window.activeTextEditor) {
      return;
    }
    const { line, character } = editor.selection.active;
    const way = wayAt(fleet, editor.document.uri.toString(), line, character);
    const node = way && walk(this.tops, way);
    if (node && this.view.selection[0]?.id !== node.id) {
      // It fails where a newer state came meanwhile, which follows the cursor itself.
      this.view.reveal(node, { select: true, focus: false }).then(undefined, () => {});
    }
  }
}
