// What VS Code gets to know of the tour's clan. Runs inside VS Code, where the packaged extension is installed.

const assert = require("node:assert/strict");
const vscode = require("vscode");

const { Clan, until } = require("./clan.js");

const UNKNOWN_ROLE = { before: "roles.", text: "servr", code: "unknown-role", severity: "Error" };
const OTHERS = [
  { before: "server.tags = [ ", text: '"laptops"', code: "unknown-tag", severity: "Warning" },
  { before: "client.machines.", text: "all", code: "tag-used-as-machine", severity: "Warning" },
];

/** @type {Record<string, (clan: Clan) => Promise<void>>} */
const tests = {
  async "the extension starts with a Nix file"(clan) {
    assert.equal(clan.document.languageId, "nix");
    const extension = vscode.extensions.getExtension("inventory-ls.inventory-ls");
    assert.ok(extension, "the extension is not installed");
    await until("the extension to start", () => extension.isActive);
  },

  async "three mistakes are marked"(clan) {
    await clan.shows([UNKNOWN_ROLE, ...OTHERS]);
  },

  async "the hover of a tag names its machines"(clan) {
    const text = await clan.hover(clan.place('client.tags = [ "', "backup").start);
    assert.match(text, /2 machines/);
    for (const machine of ["jon", "sara"]) {
      const line = clan.place("", `${machine}.tags`).start.line + 1;
      assert.match(text, new RegExp(`\\[${machine}\\]\\(file:.*\\[clan\\.nix:${line}\\]\\(file:`));
    }
  },

  async "a role is completed"(clan) {
    const { start } = clan.place("roles.", "servr");
    assert.deepEqual(await clan.completions(start), ["client", "server"]);
  },

  async "a role is completed where the text stops in the middle"(clan) {
    await clan.typed("roles.", "servr.machines.vault = { };", "", async (end) => {
      assert.deepEqual(await clan.completions(end), ["client", "server"]);
    });
  },

  async "a mistake that is mended is no longer marked, until the mending is undone"(clan) {
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

exports.run = async function run() {
  const clan = await Clan.open();
  let failed = 0;
  for (const [name, test] of Object.entries(tests)) {
    try {
      await test(clan);
      console.log(`vscode test ${name} ... ok`);
    } catch (error) {
      failed += 1;
      const problem = error instanceof Error ? error.stack : error;
      console.log(`vscode test ${name} ... FAILED\n${problem}`);
    }
  }
  console.log(`vscode: ${Object.keys(tests).length - failed} passed, ${failed} failed`);
  if (failed > 0) {
    throw new Error(`${failed} failed`);
  }
};
