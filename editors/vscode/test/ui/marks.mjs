// What is drawn into the text and listed below it.

import * as assert from "node:assert/strict";

import { THEMES } from "./window.mjs";

const MISTAKES = [
  "`borgbackup` has no role `servr`: did you mean `server`?",
  "no machine carries the tag `laptops`: did you mean `laptop`?",
  "`all` is a tag, not a machine: nobody gets the role `client` by it",
];

/**
 * @param {import("./window.mjs").Window} window
 * @returns {Record<string, () => Promise<void>>}
 */
export const marks = (window) => ({
  async "three mistakes are underlined"() {
    await waitForMistakes(window);
  },

  async "names are coloured, in a light theme and a dark one"() {
    for (const theme of [THEMES.light, THEMES.dark]) {
      window.settle(theme);
      const kind = theme === THEMES.light ? "vs" : "vs-dark";
      await window.page.locator(`.monaco-workbench.${kind}`).first().waitFor();
      await window.until("colours", async () => {
        const word = await window.place("roles.client.tags = [ ", "backup");
        const bracket = await window.place("roles.client.tags = ", "[");
        return word.color !== bracket.color;
      });
    }
  },

  async "a tag is followed by its machines, an instance by its service"() {
    await window.until("hints", async () => {
      const text = (await window.lines()).join("\n");
      return text.includes('"backup"jon, sara') && text.includes("nightlyborgbackup");
    });
  },

  async "above a role and an instance stand how many they come down to"() {
    for (const title of ["2 machines", "2 roles, 3 machines"]) {
      await window.page.getByText(title, { exact: true }).first().waitFor();
    }
  },

  async "mistakes are listed under Problems, and lead to their places"() {
    const rows = await showProblems(window);
    const texts = await rows.allInnerTexts();
    assert.equal(texts.length, MISTAKES.length + 1, texts.join("\n"));
    for (const mistake of MISTAKES) {
      assert.ok(texts.some((/** @type {string} */ text) => text.includes(mistake)), mistake);
    }
    await rows.nth(1).click();
    await window.cursorAt(16);
    await window.page.keyboard.press("Control+J");
    await rows.first().waitFor({ state: "hidden" });
  },
});

/** @param {import("./window.mjs").Window} window */
export async function waitForMistakes({ page }) {
  await page.locator(".squiggly-error").first().waitFor();
  await page.locator(".squiggly-warning").nth(1).waitFor();
}

/** @param {import("./window.mjs").Window} window */
export async function showProblems(window) {
  const rows = window.page.locator(".markers-panel .monaco-list-row");
  await window.press("Control+Shift+M", rows);
  await rows.nth(MISTAKES.length).waitFor();
  return rows;
}
