// The fleet beside the text: in the tree and in the status bar.

import * as assert from "node:assert/strict";

/**
 * @param {import("./window.mjs").Window} window
 * @returns {Record<string, () => Promise<void>>}
 */
export const views = (window) => ({
  async "the tree shows who gets what, and leads to it"() {
    const rows = await showTree(window);
    const texts = (await rows.allInnerTexts()).join("\n");
    for (const part of ["Machines", "jon", "Instances", "nightly", "Tags", "backup"]) {
      assert.ok(texts.includes(part), `${part} is not in\n${texts}`);
    }
    await rows.filter({ hasText: "vault" }).first().click();
    await window.cursorAt(8);
  },

  async "the status bar says what the fleet comes down to"() {
    const item = window.page.locator(".statusbar-item", { hasText: "tour" }).first();
    await item.waitFor();
    assert.match(await item.innerText(), /tour/);
  },
});

/**
 * Opens the tree, with machines, instances and their roles.
 * @param {import("./window.mjs").Window} window
 */
export async function showTree(window) {
  const rows = window.page.locator(".pane-body .monaco-list-row[role=treeitem]").locator("visible=true");
  await window.command("Clan Inventory: Show the Tree");
  await rows.filter({ hasText: "Machines" }).first().waitFor();
  for (const label of ["Instances", "nightly", "Tags", "backup"]) {
    await expand(window, rows.filter({ hasText: label }).first());
  }
  return rows;
}

/**
 * Opens the map.
 * @param {import("./window.mjs").Window} window
 */
export async function showMap(window) {
  const map = window.page.frameLocator("iframe.webview").frameLocator("iframe#active-frame");
  await window.command("Clan Inventory: Show the Map of the Fleet");
  await map.locator('[data-row="0"][data-column="0"]').getByText("client").waitFor();
  return map;
}

/**
 * @param {import("./window.mjs").Window} window
 * @param {any} row
 */
async function expand(window, row) {
  await window.until("an open node", async () => {
    if ((await row.getAttribute("aria-expanded")) === "false") {
      await row.locator(".monaco-tl-twistie").click();
    }
    return (await row.getAttribute("aria-expanded")) === "true";
  });
}
