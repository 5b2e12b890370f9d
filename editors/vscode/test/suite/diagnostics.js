// What is marked, and how it goes away.

const assert = require("node:assert/strict");
const vscode = require("vscode");

const { until } = require("./clan.js");
const { OTHERS, UNKNOWN_ROLE } = require("./tour.js");

/** @type {import("./clan.js").Tests} */
exports.tests = {
  async "three mistakes are marked"(clan) {
    await clan.shows([UNKNOWN_ROLE, ...OTHERS]);
  },

  async "a mistake that is mended is no longer marked, until it is made again"(clan) {
    await clan.typed("roles.", "servr", "server", () => clan.shows(OTHERS));
    await clan.shows([UNKNOWN_ROLE, ...OTHERS]);
  },

  async "a mistake in a file that nobody has opened is listed, until the file is gone"() {
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder, "the window has no folder");
    const file = vscode.Uri.joinPath(folder.uri, "inventory-ls.toml");
    const mistakes = () => vscode.languages.getDiagnostics(file).length;
    await vscode.workspace.fs.writeFile(file, Buffer.from("colour = true\n"));
    await until("a mistake", () => mistakes() === 1);
    await vscode.workspace.fs.delete(file);
    await until("no mistake", () => mistakes() === 0);
  },

  async "a mistake is mended by its fix"(clan) {
    const { text } = UNKNOWN_ROLE;
    const mistake = clan.place("roles.", text);
    /** @type {vscode.CodeAction[]} */
    const actions = await vscode.commands.executeCommand(
      "vscode.executeCodeActionProvider",
      clan.document.uri,
      mistake,
      vscode.CodeActionKind.QuickFix.value,
      10,
    );
    const [fix] = actions.filter((action) => action.isPreferred);
    assert.ok(fix?.edit, `no fix among ${actions.map((action) => action.title)}`);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    await clan.shows(OTHERS);
    await clan.replace(clan.place("roles.", "server"), text);
    await clan.shows([UNKNOWN_ROLE, ...OTHERS]);
  },
};
