// Tests the packaged extension in a real VS Code. `cargo xtask test` runs it:
//   node driver.mjs --installed VSCODE --home FOLDER --chromium PROGRAM --clan FOLDER --server PROGRAM
//                   --extension VSIX --platform VSIX     (without a server in it, and with one)

import * as path from "node:path";

import { inWindow } from "./editor.mjs";
import { given } from "./given.mjs";
import { messages } from "./messages.mjs";
import { suite } from "./suite.mjs";
import { ui } from "./ui/ui.mjs";

const { platform, clan, server, ...places } = given(
  "installed",
  "home",
  "chromium",
  "extension",
  "platform",
  "clan",
  "server",
);
const fresh = { ...places, home: path.join(places.home, "fresh"), extension: platform };
const fine = [
  await inWindow(places, { driven: false }, (editor, page) => messages(editor, page, { clan, server })),
  await inWindow(places, { driven: true }, (editor, page) => suite(editor, page, { clan, server })),
  await inWindow(fresh, { driven: false }, (editor, page) => ui(editor, page, { clan })),
];
process.exit(fine.every(Boolean) ? 0 : 1);
