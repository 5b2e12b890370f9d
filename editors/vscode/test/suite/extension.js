// The extension, once it has started: its views, as they are.

const assert = require("node:assert/strict");
const vscode = require("vscode");

const { until } = require("./clan.js");

/** @returns {Promise<import("../../src/extension").Api>} */
exports.extension = async function extension() {
  /** @type {vscode.Extension<import("../../src/extension").Api> | undefined} */
  const extension = vscode.extensions.getExtension("inventory-ls.inventory-ls");
  assert.ok(extension, "the extension is not installed");
  await until("the extension to start", () => extension.isActive);
  return extension.exports;
};
