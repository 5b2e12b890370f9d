// What the mouse brings up.

import * as assert from "node:assert/strict";

/**
 * @param {import("./window.mjs").Window} window
 * @returns {Record<string, () => Promise<void>>}
 */
export const hovers = (window) => ({
  async "over a tag stand its machines, and who uses it"() {
    const tables = (await hoverOverTag(window)).locator("table");
    const cells = (/** @type {number} */ table) => tables.nth(table).locator("td").allInnerTexts();
    assert.deepEqual(await cells(0), ["jon", "clan.nix:6", "sara", "clan.nix:7"]);
    assert.deepEqual(await cells(1), ["nightly client", "clan.nix:15"]);
  },

  async "a machine in a hover leads to where it is defined"() {
    await (await hoverOverTag(window)).getByText("sara").click();
    await window.cursorAt(7);
    await window.release();
  },

  async "over a mistake stands what is wrong, and that there is a fix"() {
    await window.hoverOver("roles.", "servr", "has no role `servr`: did you mean");
    await window.page.getByText("Quick Fix...").first().waitFor();
    await window.release();
  },
});

/** @param {import("./window.mjs").Window} window */
export function hoverOverTag(window) {
  return window.hoverOver("roles.client.tags = [ ", "backup", "tag backup: 2 machines");
}
