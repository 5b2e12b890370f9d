// The example clan that the extension opens. It comes last, for the window has two clans from then on.

const assert = require("node:assert/strict");
const vscode = require("vscode");

const { until } = require("./clan.js");
const { extension } = require("./extension.js");

/** @type {import("./clan.js").Tests} */
exports.tests = {
  async "the example shows its mistakes, and stands beside the clan in the tree"() {
    await vscode.commands.executeCommand("inventory-ls.openExample");
    const document = vscode.window.activeTextEditor?.document;
    assert.match(document?.getText() ?? "", /roles\.servr\.machines\.vault = \{ \};\n {4}\};/);
    const mistakes = () => (document ? vscode.languages.getDiagnostics(document.uri).length : 0);
    await until("three mistakes", () => mistakes() === 3);
    await vscode.commands.executeCommand("inventory-ls.showTree");
    const { tree } = await extension();
    const shown = () => tree.getChildren().map((node) => `${node.label} ${node.description}`);
    const expected = ["tour clan, 3 machines", "tour example, 3 machines"];
    await until("both clans", () => JSON.stringify(shown().sort()) === JSON.stringify(expected));
  },
};
