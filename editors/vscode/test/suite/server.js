// The server: started, and started anew.

const assert = require("node:assert/strict");
const vscode = require("vscode");

const { OTHERS, UNKNOWN_ROLE } = require("./tour.js");

/** @type {import("./clan.js").Tests} */
exports.tests = {
  async "the server can be restarted"(clan) {
    await vscode.commands.executeCommand("inventory-ls.restart");
    await clan.shows([UNKNOWN_ROLE, ...OTHERS]);
    const { start } = clan.place("roles.", "servr");
    assert.deepEqual(await clan.completions(start), ["client", "server"]);
  },

  async "the log can be shown"() {
    await vscode.commands.executeCommand("inventory-ls.showLog");
  },
};
