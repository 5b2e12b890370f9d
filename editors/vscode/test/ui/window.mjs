// A window of VS Code in the hands of a person: mouse, keys, and what is to be seen.

import * as path from "node:path";

/** In milliseconds: longer than anything takes, also on a busy machine. */
const PATIENCE = 60_000;

/** In milliseconds: after that a person does it again. */
const A_MOMENT = 3_000;

/** What keeps the window still, and leaves the room to the text. */
const CALM = {
  "files.autoSave": "off",
  "workbench.startupEditor": "none",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.editor.empty.hint": "hidden",
  "chat.commandCenter.enabled": false,
  "chat.disableAIFeatures": true,
  "editor.minimap.enabled": false,
  "editor.cursorBlinking": "solid",
  "window.autoDetectColorScheme": false,
};

export const THEMES = { dark: "Dark 2026", light: "Light 2026" };

/** @typedef {{ x: number, y: number, width: number, height: number }} Rectangle */

export class Window {
  /**
   * @param {import("../editor.mjs").Editor} editor
   * @param {any} page
   */
  constructor(editor, page) {
    this.editor = editor;
    this.page = page;
    page.setDefaultTimeout(PATIENCE);
    this.hover = page.locator(".monaco-hover:not(.hidden) .hover-contents").locator("visible=true");
    this.proposals = page.locator(".suggest-widget.visible .monaco-list-row");
    this.details = page.locator(".suggest-details-container .suggest-details");
    this.menu = page.locator(".action-widget .monaco-list-row");
  }

  /**
   * Opens the clan, with whatever settings there are.
   * @param {string} clan
   */
  async open(clan) {
    await this.page.goto(this.editor.window(clan, [["openFile", path.join(clan, "clan.nix")]]));
  }

  /**
   * Settings under which it stays still.
   * @param {string} theme
   * @param {Record<string, unknown>} more
   */
  settle(theme, more = {}) {
    this.editor.settings({ ...CALM, "workbench.colorTheme": theme, ...more });
  }

  /**
   * Waits until something is so, trying again in between what may bring it about.
   * @param {string} what
   * @param {() => Promise<unknown>} attempt gives what is true once it is so
   */
  async until(what, attempt) {
    const end = Date.now() + PATIENCE;
    let problem;
    while (Date.now() < end) {
      try {
        if (await attempt()) {
          return;
        }
      } catch (error) {
        problem = error;
      }
      await this.page.waitForTimeout(100);
    }
    throw new Error(`waited in vain for ${what}${problem ? `: ${problem}` : ""}`);
  }

  /** The lines of the text as they are drawn, hints and all. */
  async lines() {
    /** @type {string[]} */
    const texts = await this.page.locator(".view-line").allInnerTexts();
    return texts.map((text) => text.replaceAll("\u00a0", " "));
  }

  /**
   * Where a word stands on the screen: in the first line that holds `line`, behind that.
   * @param {string} line
   * @param {string} word
   * @returns {Promise<Rectangle & { color: string }>}
   */
  async place(line, word) {
    const place = await this.page.evaluate(find, [line, word]);
    if (!place) {
      throw new Error(`there is no ${word} behind ${line}`);
    }
    return place;
  }

  /**
   * Where things are on the screen.
   * @param {string[]} selectors
   * @returns {Promise<Rectangle[]>}
   */
  boxes(...selectors) {
    return Promise.all(
      selectors.map((selector) => this.page.locator(selector).locator("visible=true").first().boundingBox()),
    );
  }

  /**
   * Where lines of the text are, with their numbers.
   * @param {number} first
   * @param {number} last
   * @returns {Promise<Rectangle[]>}
   */
  async linesFrom(first, last) {
    const number = (/** @type {number} */ line) =>
      this.page.locator(".margin-view-overlays .line-numbers").getByText(String(line), { exact: true }).boundingBox();
    return Promise.all([number(first), number(last), this.place("roles.client.tags = [ ", "];")]);
  }

  /** Closes the side bar, if it is open. */
  async hideSideBar() {
    const sideBar = this.page.locator(".part.sidebar");
    if (await sideBar.isVisible()) {
      await this.page.keyboard.press("Control+B");
      await sideBar.waitFor({ state: "hidden" });
    }
  }

  /** Waits until two pictures of the window, taken one after the other, are the same. */
  async still() {
    let last = Buffer.alloc(0);
    await this.until("a still window", async () => {
      const picture = await this.page.screenshot();
      const same = picture.equals(last);
      last = picture;
      await this.page.waitForTimeout(500);
      return same;
    });
  }

  /**
   * Hovers over a word until something is told that holds `text`.
   * @param {string} line
   * @param {string} word
   * @param {string} text
   */
  async hoverOver(line, word, text) {
    const told = this.hover.filter({ hasText: text }).first();
    await this.until(`a hover with ${text}`, async () => {
      const { x, y, width, height } = await this.place(line, word);
      await this.page.mouse.move(x + width / 2, y + height + 40);
      await this.page.mouse.move(x + width / 2, y + height / 2);
      await told.waitFor({ timeout: A_MOMENT });
      return true;
    });
    return told;
  }

  /**
   * Puts the cursor into a word; again if the word moved meanwhile, as it does when something appears above it.
   * @param {string} line
   * @param {string} word
   */
  async click(line, word) {
    await this.until(`${word} to stay where it is`, async () => {
      const { x, y, width, height } = await this.place(line, word);
      await this.page.mouse.click(x + width / 2, y + height / 2);
      const after = await this.place(line, word);
      return after.x === x && after.y === y;
    });
  }

  /**
   * Waits until the cursor is in a line.
   * @param {number} line
   */
  async cursorAt(line) {
    await this.page.getByText(new RegExp(`^Ln ${line}, Col`)).first().waitFor();
  }

  /** Takes the mouse away, and closes what it or a key has opened. */
  async release() {
    await this.page.mouse.move(2, 2);
    await this.page.keyboard.press("Escape");
    await this.page.keyboard.press("Escape");
  }

  /**
   * Presses keys until something is shown.
   * @param {string} keys
   * @param {any} shown
   */
  async press(keys, shown) {
    await this.until(`what ${keys} shows`, async () => {
      await this.page.keyboard.press(keys);
      await shown.first().waitFor({ timeout: A_MOMENT });
      return true;
    });
  }

  /**
   * Runs a command by its title.
   * @param {string} title
   */
  async command(title) {
    const entry = this.page.locator(".quick-input-widget .monaco-list-row", { hasText: title });
    await this.press("F1", this.page.locator(".quick-input-widget input"));
    await this.page.keyboard.type(title);
    await entry.first().click();
  }

  /**
   * Takes back what was typed, until a line reads as it did.
   * @param {string} line
   */
  async undoUntil(line) {
    await this.until(line, async () => {
      if ((await this.lines()).some((it) => it.includes(line))) {
        return true;
      }
      await this.page.keyboard.press("Control+Z");
      return false;
    });
  }
}

/**
 * In the page: the rectangle of a word, and its colour.
 * @param {[string, string]} sought
 */
function find([line, word]) {
  const document = /** @type {any} */ (globalThis).document;
  const plain = (/** @type {string} */ text) => text.replaceAll("\u00a0", " ");
  for (const element of document.querySelectorAll(".view-line")) {
    const begin = plain(element.textContent).indexOf(line);
    if (begin < 0) {
      continue;
    }
    const walker = document.createTreeWalker(element, 4);
    for (let node = walker.nextNode(), before = 0; node; node = walker.nextNode()) {
      const at = plain(node.data).indexOf(word, Math.max(0, begin + line.length - before));
      if (at >= 0) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + word.length);
        const { x, y, width, height } = range.getBoundingClientRect();
        const { color } = /** @type {any} */ (globalThis).getComputedStyle(node.parentElement);
        return { x, y, width, height, color };
      }
      before += node.data.length;
    }
  }
  return undefined;
}
