// The map's panel: it shows the newest state of the fleets for as long as it is in sight.

import * as vscode from "vscode";

import type { Fleets } from "../fleet/fleets";
import { pack } from "./model/pack";
import { page, resources } from "./page";
import { goTo } from "./source";
import type { FromPage, PlaceLink, ToPage } from "./wire";

export const VIEW_TYPE = "inventory-ls.map";

const TITLE = "Map of the Fleet";

export class MapPanel implements vscode.Disposable {
  private watch: vscode.Disposable | undefined;
  private listens = false;
  /** What is said as soon as the page shows a fleet. */
  private waiting: ToPage[] = [];
  private readonly subscriptions: vscode.Disposable[];

  /** A new panel. */
  static create(extension: vscode.Uri, fleets: Fleets): MapPanel {
    const panel = vscode.window.createWebviewPanel(VIEW_TYPE, TITLE, vscode.ViewColumn.Active);
    return new MapPanel(panel, extension, fleets);
  }

  constructor(
    private readonly panel: vscode.WebviewPanel,
    extension: vscode.Uri,
    private readonly fleets: Fleets,
  ) {
    const { webview } = panel;
    webview.options = { enableScripts: true, localResourceRoots: [resources(extension)] };
    this.subscriptions = [
      webview.onDidReceiveMessage((message: FromPage) => this.receive(message)),
      fleets.onDidChange(() => this.tell()),
      panel.onDidChangeViewState(() => this.seen()),
      panel.onDidDispose(() => this.dispose()),
    ];
    webview.html = page(webview, extension);
    this.seen();
  }

  get onDidDispose(): vscode.Event<void> {
    return this.panel.onDidDispose;
  }

  reveal(): void {
    this.panel.reveal();
  }

  /** Asks the page for the map as a picture. */
  export(): void {
    const message: ToPage = { type: "export" };
    if (this.listens && this.panel.visible) {
      this.post(message);
    } else {
      this.waiting.push(message);
      this.reveal();
    }
  }

  dispose(): void {
    this.watch?.dispose();
    this.watch = undefined;
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  /** The state is kept new only while somebody can see it. */
  private seen(): void {
    if (this.panel.visible) {
      this.watch ??= this.fleets.watch();
    } else {
      this.watch?.dispose();
      this.watch = undefined;
      // The page is closed; it will be another one that listens.
      this.listens = false;
    }
  }

  private receive(message: FromPage): void {
    switch (message.type) {
      case "ready":
        this.listens = true;
        this.tell();
        return;
      case "open":
        void goTo(message.title, this.known(message.links), this.panel.viewColumn).catch(complain);
        return;
      case "save":
        void save(message.name, message.svg).catch(complain);
        return;
    }
  }

  /** Tells the newest state; then what had to wait for a page that shows one. */
  private tell(): void {
    const fleet = this.fleets.current;
    if (!this.listens) {
      return;
    }
    this.post({ type: "fleet", fleet: fleet && pack(fleet) });
    if (fleet) {
      this.waiting.forEach((message) => this.post(message));
      this.waiting = [];
    }
  }

  private post(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }

  /** A page is asked for nothing but the places of the fleets. */
  private known(links: PlaceLink[]): PlaceLink[] {
    const files = new Set(this.fleets.current?.clans.flatMap((clan) => clan.files));
    return links.filter(({ uri }) => files.has(uri));
  }
}

async function save(name: string, svg: string): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const file = `${name.replace(/[^\p{L}\p{N}._-]+/gu, "-") || "fleet"}.svg`;
  const uri = await vscode.window.showSaveDialog({
    title: "Export the Map",
    filters: { "SVG picture": ["svg"] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, file) }),
  });
  if (uri) {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(svg));
  }
}

function complain(error: unknown): void {
  void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
}
