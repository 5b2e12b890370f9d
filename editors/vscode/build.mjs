// Bundles the extension, and the page of the map; and gathers the licences of what goes into them.

import * as fs from "node:fs";
import * as path from "node:path";

import { build } from "esbuild";

const common = { bundle: true, minify: true, metafile: true, legalComments: /** @type {const} */ ("none") };

const bundles = [
  await build({
    ...common,
    entryPoints: ["src/extension.ts"],
    outfile: "dist/extension.js",
    platform: "node",
    format: "cjs",
    target: "node20",
    external: ["vscode"],
    // The example clan is part of the bundle.
    loader: { ".nix": "text" },
  }),
  await build({
    ...common,
    entryPoints: ["src/map/webview/main.ts"],
    outfile: "dist/map.js",
    format: "iife",
    // Of the oldest VS Code that `engines` allows.
    target: "chrome122",
  }),
];

const inputs = bundles.flatMap(({ metafile }) => Object.keys(metafile.inputs));
const packages = new Set(inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? []));
const licences = [...packages].sort().map((folder) => {
  const { name, version } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
  const file = fs.readdirSync(folder).find((it) => /^licen[cs]e/i.test(it));
  if (!file) {
    throw new Error(`${name} comes without a licence`);
  }
  return `${name} ${version}\n\n${fs.readFileSync(path.join(folder, file), "utf8").trim()}\n`;
});
fs.writeFileSync("dist/THIRD-PARTY.txt", licences.join(`\n${"-".repeat(80)}\n\n`));
