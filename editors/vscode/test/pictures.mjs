// Draws the pictures of the extension, from the tour's clan in a real VS Code. `cargo xtask pictures` runs it:
//   node pictures.mjs --installed VSCODE --home FOLDER --chromium PROGRAM --clan FOLDER --platform VSIX --pictures FOLDER

import * as fs from "node:fs";
import * as path from "node:path";

import { inWindow } from "./editor.mjs";
import { given } from "./given.mjs";
import { hoverOverTag } from "./ui/hovers.mjs";
import { showProblems, waitForMistakes } from "./ui/marks.mjs";
import { proposeRole } from "./ui/typing.mjs";
import { showMap, showTree } from "./ui/views.mjs";
import { THEMES, Window } from "./ui/window.mjs";

const { platform, clan, pictures, ...places } = given(
  "installed",
  "home",
  "chromium",
  "platform",
  "clan",
  "pictures",
);

/** What is left free around what a picture shows, in pixels. */
const MARGIN = 4;

/** @typedef {import("./ui/window.mjs").Rectangle} Rectangle */

/** @type {Record<string, (window: Window) => Promise<Rectangle[]>>} Each gives what is to be in the picture. */
const drawn = {
  async "mistakes.png"(window) {
    await window.page.setViewportSize({ width: 900, height: 1010 });
    const rows = await showProblems(window);
    // Else the first is about to be mended.
    await window.page.keyboard.press("Home");
    return [...(await window.boxes(".editor-group-container")), await rows.last().boundingBox()];
  },

  async "hover.png"(window) {
    await hoverOverTag(window);
    return [...(await window.linesFrom(3, 17)), ...(await window.boxes(".monaco-hover:not(.hidden)"))];
  },

  async "completion.png"(window) {
    await proposeRole(window);
    return [...(await window.linesFrom(11, 23)), ...(await window.boxes(".suggest-widget", ".suggest-details"))];
  },

  async "tree.png"(window) {
    await showTree(window);
    await window.click("roles.client.tags = [ ", "backup");
    return window.boxes(".part.activitybar", ".part.sidebar", ".editor-group-container", ".part.statusbar");
  },

  async "map.png"(window) {
    await window.page.setViewportSize({ width: 900, height: 420 });
    await showMap(window);
    return window.boxes(".editor-group-container");
  },
};

const fresh = { ...places, extension: platform };
fs.mkdirSync(pictures, { recursive: true });
for (const [name, draw] of Object.entries(drawn)) {
  await inWindow(fresh, { driven: false }, async (editor, page) => {
    const window = new Window(editor, page);
    window.settle(THEMES.dark);
    await window.open(clan);
    await waitForMistakes(window);
    await window.hideSideBar();
    const shown = await draw(window);
    await window.still();
    const file = path.join(pictures, name);
    await page.screenshot({ path: file, clip: around(shown) });
    console.log(file);
  });
}
process.exit(0);

/**
 * The smallest rectangle around all of these, with a margin.
 * @param {Rectangle[]} boxes
 * @returns {Rectangle}
 */
function around(boxes) {
  const x = Math.max(0, Math.min(...boxes.map((it) => it.x)) - MARGIN);
  const y = Math.max(0, Math.min(...boxes.map((it) => it.y)) - MARGIN);
  const right = Math.max(...boxes.map((it) => it.x + it.width)) + MARGIN;
  const bottom = Math.max(...boxes.map((it) => it.y + it.height)) + MARGIN;
  return { x, y, width: right - x, height: bottom - y };
}
