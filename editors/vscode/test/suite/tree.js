// The tree in the side bar: what it shows of the clan, live, and that it goes along with the cursor.

const assert = require("node:assert/strict");
const vscode = require("vscode");

const { until } = require("./clan.js");
const { extension } = require("./extension.js");

/** @typedef {import("../../src/tree/node").Node} Node */

/**
 * The labels below a way of labels, once the tree has them.
 * @param {string[]} way
 */
async function below(...way) {
  const { tree } = await extension();
  let nodes = tree.getChildren();
  for (const label of way) {
    nodes = nodes.find((node) => node.label === label)?.children() ?? [];
  }
  return nodes.map(said);
}

/** @param {Node} node */
function said({ label, description }) {
  return description ? `${label} (${description})` : label;
}

/**
 * @param {string[]} way
 * @param {string[]} expected
 */
async function comesTo(way, expected) {
  const same = async () => JSON.stringify(await below(...way)) === JSON.stringify(expected);
  await until("nodes", same).catch(async () => assert.deepEqual(await below(...way), expected));
}

/** @type {import("./clan.js").Tests} */
exports.tests = {
  async "the tree shows the clan by machine, by instance and by tag"(clan) {
    await vscode.commands.executeCommand("inventory-ls.showTree");
    await comesTo([], ["Machines (3)", "Instances (2)", "Tags (6)"]);
    const role = clan.place('client.tags = [ "', "backup").start.line + 1;
    assert.deepEqual((await below("Machines", "jon")).slice(0, 3), ["nightly.client (tag backup)", "laptop", "backup"]);
    assert.deepEqual((await below("Machines", "jon", "nightly.client"))[0], `the role names backup (clan.nix:${role})`);
    assert.deepEqual(await below("Instances", "nightly", "client", "backup"), ["jon", "sara"]);
    assert.deepEqual(await below("Tags", "backup"), ["jon", "sara", `nightly.client (clan.nix:${role})`]);
  },

  async "the tree changes while one types"(clan) {
    const roles = (/** @type {string} */ name) => ["client (2 machines)", `${name} (1 machine)`];
    await comesTo(["Instances", "nightly"], roles("servr"));
    await clan.typed("roles.", "servr", "server", () => comesTo(["Instances", "nightly"], roles("server")));
    await comesTo(["Instances", "nightly"], roles("servr"));
  },

  async "the tree selects what the cursor stands in"(clan) {
    const { tree } = await extension();
    await clan.focus();
    for (const [before, text] of /** @type {const} */ ([["", "sara"], ["roles.", "client"], ["roles.server.", "tags"]])) {
      const { start } = clan.place(before, text);
      clan.editor.selection = new vscode.Selection(start, start);
      const label = text === "tags" ? "server" : text;
      await until(`the selection of ${label}`, () => tree.selection[0]?.label === label);
    }
  },

  async "a node leads to its place"(clan) {
    const { tree } = await extension();
    const vault = tree.getChildren()[0]?.children()[2];
    assert.equal(vault?.label, "vault");
    await vscode.commands.executeCommand("inventory-ls.tree.open", vault);
    const { start } = clan.place("", "vault");
    await until("the cursor at the machine", () => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document === clan.document && editor.selection.active.isEqual(start);
    });
    await vscode.commands.executeCommand("inventory-ls.tree.copyName", vault);
  },
};
