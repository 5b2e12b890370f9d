// The map in VS Code, of the tour's clan: from the command to the picture, and back to the text.

import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";

import { report } from "../report.mjs";

/** In milliseconds: longer than any window takes to open, also on a busy machine. */
const PATIENCE = 60_000;

/**
 * Did all tests pass? Says so of each.
 * @param {import("../editor.mjs").Editor} editor
 * @param {any} page
 * @param {{ clan: string, server: string }} given
 * @returns {Promise<boolean>}
 */
export async function mapInWindow(editor, page, { clan, server }) {
  page.setDefaultTimeout(PATIENCE);
  editor.settings({ "inventory-ls.server.path": server, "files.autoSave": "off" });
  const map = page.frameLocator("iframe.webview").frameLocator("iframe#active-frame");
  const cell = (/** @type {number} */ row, /** @type {number} */ column) =>
    map.locator(`[data-row="${row}"][data-column="${column}"]`);
  const details = map.locator(".details");

  /** @type {Record<string, () => Promise<void>>} */
  const tests = {
    async "the command shows the map of the clan"() {
      // Not by its address: a window that is told to open a file shows, after a reload, that alone.
      await page.goto(editor.window(clan, []));
      await page.locator(".explorer-folders-view .monaco-list-row", { hasText: "clan.nix" }).dblclick();
      await page.locator(".squiggly-error").first().waitFor();
      await command(page, "Clan Inventory: Show the Map of the Fleet");
      await cell(0, 0).getByText("client").waitFor();
      assert.deepEqual(await map.locator(".side .name").allInnerTexts(), ["jon", "sara", "vault", "all", "laptops"]);
      assert.equal(await cell(2, 1).innerText(), "server");
    },

    async "a role leads to where it is given, beside the map"() {
      await cell(0, 0).locator(".badge").click();
      await page.locator(".monaco-editor.focused").waitFor();
      await page.locator(".statusbar-item", { hasText: "Ln 15, Col" }).waitFor();
      assert.ok(await cell(0, 0).isVisible());
      assert.equal(await details.innerText(), "jon gets nightly/client by tag backup (clan.nix:15)");
    },

    async "the map follows while one types"() {
      await page.keyboard.press("Delete");
      await page.keyboard.type('"server"');
      await cell(2, 0).getByText("client").waitFor();
      assert.equal(await cell(0, 0).innerText(), "");
      for (let step = 0; step < 5; step += 1) {
        await page.keyboard.press("Control+z");
      }
      await cell(0, 0).getByText("client").waitFor();
    },

    async "after a reload the map is there again"() {
      await page.evaluate("globalThis.before = true");
      await command(page, "Developer: Reload Window");
      await until(async () => (await page.evaluate("globalThis.before").catch(() => true)) !== true);
      await cell(0, 0).getByText("client").waitFor();
    },

    async "the whole map is exported as a picture"() {
      await command(page, "Clan Inventory: Export the Map of the Fleet as SVG");
      const dialog = page.locator(".quick-input-widget", { hasText: "Export the Map" });
      const proposed = () => dialog.locator("input[type=text]").first().inputValue();
      const svg = path.join(clan, "tour.svg");
      await until(async () => (await proposed()) === svg);
      await dialog.getByText("OK", { exact: true }).click();
      await until(() => fs.existsSync(svg) && fs.statSync(svg).size > 0);
      assert.match(fs.readFileSync(svg, "utf8"), /^<\?xml [^]*>borgbackup<[^]*<\/svg>\n$/);
      fs.rmSync(svg);
    },
  };

  return report(tests);
}

/**
 * Runs a command by its title.
 * @param {any} page
 * @param {string} title
 */
async function command(page, title) {
  await page.keyboard.press("F1");
  const input = page.locator(".quick-input-widget input[type=text]").first();
  await input.fill(`>${title}`);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().click();
}

/** @param {() => boolean | Promise<boolean>} fulfilled */
async function until(fulfilled) {
  const end = Date.now() + PATIENCE;
  while (!(await fulfilled())) {
    assert.ok(Date.now() < end, "waited in vain");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
