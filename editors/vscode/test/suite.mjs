// Runs the tests of `suite/` inside VS Code.

import * as path from "node:path";
import { setTimeout } from "node:timers/promises";

/** In milliseconds: longer than the patience of all its tests together. */
const PATIENCE = 10 * 60_000;

const FOLDER = path.join(import.meta.dirname, "suite");

/**
 * Did all tests pass? They have said so themselves.
 * @param {import("./editor.mjs").Editor} editor
 * @param {any} page
 * @param {{ clan: string, tests: string, beside?: string[] }} given the file of the tests; folders of other extensions
 * @returns {Promise<boolean>}
 */
export async function suite(editor, page, { clan, tests, beside = [] }) {
  await page.exposeFunction("codeAutomationLog", passOn);
  /** @type {Promise<number>} */
  const exit = new Promise((resolve) => page.exposeFunction("codeAutomationExit", resolve));
  /** @type {[string, string][]} */
  const payload = [["extensionTestsPath", path.join(FOLDER, tests)]];
  for (const extension of [FOLDER, ...beside.map((name) => path.join(import.meta.dirname, name))]) {
    payload.push(["extensionDevelopmentPath", extension]);
  }
  await page.goto(editor.window(clan, payload));
  const code = await Promise.race([exit, setTimeout(PATIENCE)]);
  if (code === undefined) {
    console.log("vscode: the tests did not end");
  }
  return code === 0;
}

/**
 * Passes on what the tests print, and keeps back what VS Code itself does.
 * @param {string} _kind
 * @param {unknown[]} words
 */
function passOn(_kind, [text]) {
  if (typeof text === "string" && text.startsWith("vscode")) {
    console.log(text);
  }
}
