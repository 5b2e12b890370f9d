// What a person reads in the window when the server can't be found, and that mending it helps at once.

import * as assert from "node:assert/strict";
import * as path from "node:path";

/** In milliseconds: longer than any window takes to open, also on a busy machine. */
const PATIENCE = 60_000;

const NAME = "inventory-ls.server.path";

/**
 * Did all tests pass? Says so of each.
 * @param {import("./editor.mjs").Editor} editor
 * @param {any} page
 * @param {{ clan: string, server: string }} given
 * @returns {Promise<boolean>}
 */
export async function messages(editor, page, { clan, server }) {
  const url = editor.window(clan, [["openFile", path.join(clan, "clan.nix")]]);
  const message = page.locator(".notification-toast", { hasText: "inventory-ls" });
  page.setDefaultTimeout(PATIENCE);

  /** @type {Record<string, () => Promise<void>>} */
  const tests = {
    async "a setting that names no program is told"() {
      editor.settings({ [NAME]: "/nowhere/inventory-ls" });
      await page.goto(url);
      const text = await message.innerText();
      assert.match(text, /The setting inventory-ls\.server\.path names .*\/nowhere\/inventory-ls/);
    },

    async "a server that is not on the PATH is told, with what to do"() {
      editor.settings({});
      await page.goto(url);
      const text = await message.innerText();
      assert.match(text, /inventory-ls is not on the PATH\. Install it, or name it in the setting/);
    },

    async "the message leads to the setting"() {
      await message.getByText("Open the Setting").click();
      await page.locator(".settings-editor", { hasText: NAME.split(".").at(-1) }).waitFor();
      await page.keyboard.press("Escape");
    },

    async "the status bar and the tree tell it too, with what to do"() {
      await page.locator(".statusbar-item", { hasText: "Clan: no server" }).waitFor();
      await page.locator('.activitybar [aria-label="Clan Inventory"]').first().click();
      const welcome = page.locator(".welcome-view-content", { hasText: "The server was not found" });
      await welcome.getByText("Try Again").waitFor();
    },

    async "the server starts as soon as the setting names it"() {
      assert.equal(await page.locator(".squiggly-error").count(), 0);
      editor.settings({ [NAME]: server });
      await page.locator(".squiggly-error").first().waitFor();
      await page.locator(".statusbar-item", { hasText: "tour: 3 machines, 1 error, 2 warnings" }).waitFor();
      await page.locator(".monaco-list-row", { hasText: "Machines" }).waitFor();
    },
  };

  let failed = 0;
  for (const [name, test] of Object.entries(tests)) {
    try {
      await test();
      console.log(`vscode test ${name} ... ok`);
    } catch (error) {
      failed += 1;
      console.log(`vscode test ${name} ... FAILED\n${error}`);
    }
  }
  console.log(`vscode: ${Object.keys(tests).length - failed} passed, ${failed} failed`);
  return failed === 0;
}
