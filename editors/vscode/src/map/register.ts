// The commands of the map, and how its panel comes back after the window was reloaded.

import * as vscode from "vscode";

import type { Fleets } from "../fleet/fleets";
import { MapPanel, VIEW_TYPE } from "./panel";

export function registerMap(extension: vscode.Uri, fleets: Fleets): vscode.Disposable {
  let panel: MapPanel | undefined;
  const use = (shown: MapPanel): MapPanel => {
    panel = shown;
    shown.onDidDispose(() => {
      panel = panel === shown ? undefined : panel;
    });
    return shown;
  };
  const show = (): MapPanel => {
    panel?.reveal();
    return panel ?? use(MapPanel.create(extension, fleets));
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand("inventory-ls.showMap", () => void show()),
    vscode.commands.registerCommand("inventory-ls.exportMap", () => show().export()),
    vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
      async deserializeWebviewPanel(webviewPanel: vscode.WebviewPanel) {
        use(new MapPanel(webviewPanel, extension, fleets));
      },
    }),
    new vscode.Disposable(() => panel?.dispose()),
  );
}
