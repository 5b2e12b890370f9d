// Tests the packaged extension in a real VS Code. `cargo xtask test` runs it:
//   node driver.mjs --installed VSCODE --home FOLDER --chromium PROGRAM --clan FOLDER --server PROGRAM
//                   --extension VSIX --platform VSIX     (without a server in it, and with one)

import * as path from "node:path";

import { inWindow } from "./editor.mjs";
import { given } from "./given.mjs";
import { mapInBrowser } from "./map/browser.mjs";
import { mapInWindow } from "./map/window.mjs";
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
const [person, driven] = [{ driven: false }, { driven: true }];
const fine = [
  await mapInBrowser(places),
  await inWindow(places, person, (editor, page) => messages(editor, page, { clan, server })),
  await inWindow(places, person, (editor, page) => mapInWindow(editor, page, { clan, server })),
  await inWindow(places, driven, (editor, page) => {
    editor.settings({ "inventory-ls.server.path": server });
    return suite(editor, page, { clan, tests: "index.js" });
  }),
  await inWindow(fresh, person, (editor, page) => ui(editor, page, { clan })),
  await inWindow(fresh, driven, (editor, page) =>
    suite(editor, page, { clan, tests: "beside.js", beside: ["nix"] }),
  ),
];
process.exit(fine.every(Boolean) ? 0 : 1);
