// Tests the packaged extension in a real VS Code. `cargo xtask test` runs it:
//   node driver.mjs INSTALLED HOME CHROMIUM EXTENSION.vsix CLAN SERVER

import { inWindow } from "./editor.mjs";
import { mapInBrowser } from "./map/browser.mjs";
import { mapInWindow } from "./map/window.mjs";
import { messages } from "./messages.mjs";
import { suite } from "./suite.mjs";

const [installed, home, chromium, extension, clan, server] = process.argv.slice(2);
if (!installed || !home || !chromium || !extension || !clan || !server) {
  throw new Error("usage: driver.mjs INSTALLED HOME CHROMIUM EXTENSION.vsix CLAN SERVER");
}

const places = { installed, home, chromium, extension };
const given = { clan, server };
const fine = [
  await mapInBrowser(places),
  await inWindow(places, { driven: false }, (editor, page) => messages(editor, page, given)),
  await inWindow(places, { driven: false }, (editor, page) => mapInWindow(editor, page, given)),
  await inWindow(places, { driven: true }, (editor, page) => suite(editor, page, given)),
];
process.exit(fine.every(Boolean) ? 0 : 1);
