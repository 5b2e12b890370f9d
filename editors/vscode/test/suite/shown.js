// What is shown in the text and above it.

const assert = require("node:assert/strict");
const vscode = require("vscode");

const { until } = require("./clan.js");

/** @type {import("./clan.js").Tests} */
exports.tests = {
  async "the hover of a tag names its machines"(clan) {
    const text = await clan.hover(clan.place('client.tags = [ "', "backup").start);
    assert.match(text, /2 machines/);
    for (const machine of ["jon", "sara"]) {
      const line = clan.place("", `${machine}.tags`).start.line + 1;
      assert.match(text, new RegExp(`\\[${machine}\\]\\(file:.*\\[clan\\.nix:${line}\\]\\(file:`));
    }
  },

  async "a tag is followed by its machines"(clan) {
    const tag = clan.place('client.tags = [ "', "backup");
    /** @type {vscode.InlayHint[]} */
    const hints = await vscode.commands.executeCommand(
      "vscode.executeInlayHintProvider",
      clan.document.uri,
      clan.document.lineAt(tag.start.line).range,
    );
    const label = hints.flatMap((hint) =>
      typeof hint.label === "string" ? [hint.label] : hint.label.map((part) => part.value),
    );
    assert.equal(label.join(""), "jon, sara");
  },

  async "the lens of a role lists its machines"(clan) {
    const role = clan.place("roles.", "client");
    /** @type {vscode.CodeLens[]} */
    const lenses = await vscode.commands.executeCommand(
      "vscode.executeCodeLensProvider",
      clan.document.uri,
      100,
    );
    const lens = lenses.find((lens) => lens.range.start.isEqual(role.start));
    assert.equal(lens?.command?.title, "2 machines");
    assert.equal(lens?.command?.command, "inventory-ls.showReferences");
    await vscode.commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []));
  },

  async "what would change without a tag is shown"(clan) {
    const tag = clan.place('client.tags = [ "', "backup");
    /** @type {vscode.CodeAction[]} */
    const actions = await vscode.commands.executeCommand(
      "vscode.executeCodeActionProvider",
      clan.document.uri,
      tag,
    );
    const action = actions.find((action) => action.title.startsWith("What would change"));
    assert.equal(action?.title, "What would change without `backup`?");
    assert.equal(action.command?.command, "inventory-ls.showPreview");
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
    await until("the preview", () =>
      vscode.window.tabGroups.all.some((group) =>
        group.tabs.some((tab) => tab.label.includes("What would change")),
      ),
    );
    await clan.focus();
  },
};
