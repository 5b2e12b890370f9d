// Settings of the editor: what they turn off, and that what they leave alone is as `inventory-ls.toml` says.

const assert = require("node:assert/strict");
const vscode = require("vscode");

const { until } = require("./clan.js");
const { OTHERS, UNKNOWN_ROLE } = require("./tour.js");

/**
 * Runs something while a setting has a value.
 * @param {string} name
 * @param {unknown} value
 * @param {() => Promise<void>} run
 */
async function set(name, value, run) {
  const settings = () => vscode.workspace.getConfiguration("inventory-ls");
  await settings().update(name, value, vscode.ConfigurationTarget.Workspace);
  try {
    await run();
  } finally {
    await settings().update(name, undefined, vscode.ConfigurationTarget.Workspace);
  }
}

/** @type {import("./clan.js").Tests} */
exports.tests = {
  async "a feature can be turned off and on"(clan) {
    const hover = () => clan.hover(clan.place('client.tags = [ "', "backup").start);
    assert.match(await hover(), /2 machines/);
    await set("features.hover", false, async () => {
      await until("no hover", async () => (await hover()) === "");
    });
    await until("the hover", async () => (await hover()).includes("2 machines"));
  },

  async "a kind of mistake can be turned off and weigh something else"(clan) {
    await set("diagnostics.unknown-role", "off", () => clan.shows(OTHERS));
    const hint = { ...UNKNOWN_ROLE, severity: "Information" };
    await set("diagnostics.unknown-role", "info", () => clan.shows([hint, ...OTHERS]));
    await clan.shows([UNKNOWN_ROLE, ...OTHERS]);
  },

  async "what is not set is as inventory-ls.toml says"(clan) {
    const file = vscode.Uri.joinPath(clan.document.uri, "../inventory-ls.toml");
    await vscode.workspace.fs.writeFile(file, Buffer.from('diagnostics.unknown-role = "off"\n'));
    await clan.shows(OTHERS);
    await vscode.workspace.fs.delete(file);
    await clan.shows([UNKNOWN_ROLE, ...OTHERS]);
  },
};
