// The page of the map, which may load nothing but the extension's own files.

import { randomBytes } from "node:crypto";
import * as vscode from "vscode";

/** The folder of what the page is made of. */
export function resources(extension: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extension, "dist");
}

export function page(webview: vscode.Webview, extension: vscode.Uri): string {
  const nonce = randomBytes(16).toString("base64url");
  const file = (name: string) =>
    webview.asWebviewUri(vscode.Uri.joinPath(resources(extension), name)).toString();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Map of the Fleet</title>
<link rel="stylesheet" href="${file("map.css")}">
</head>
<body><script nonce="${nonce}" src="${file("map.js")}"></script></body>
</html>`;
}
