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

  async "a tag is renamed wherever it is named, and its places are listed"(clan) {
    const tag = clan.place('client.tags = [ "', "backup").start;
    /** @type {vscode.Location[]} */
    const places = await vscode.commands.executeCommand(
      "vscode.executeReferenceProvider",
      clan.document.uri,
      tag,
    );
    assert.equal(places.length, 3);
    /** @type {vscode.WorkspaceEdit} */
    const edit = await vscode.commands.executeCommand(
      "vscode.executeDocumentRenameProvider",
      clan.document.uri,
      tag,
      "saved",
    );
    const texts = edit.get(clan.document.uri).map((it) => it.newText);
    assert.deepEqual(texts, ['"saved"', '"saved"', '"saved"']);
    const role = clan.place("roles.", "client").start;
    const refused = vscode.commands.executeCommand(
      "vscode.executeDocumentRenameProvider",
      clan.document.uri,
      role,
      "keeper",
    );
    await assert.rejects(async () => refused, /is named by clan-core/);
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

  async "what inventory.json names is found from there"(clan) {
    const file = vscode.Uri.joinPath(clan.document.uri, "../inventory.json");
    const json = '{ "machines": { "vault": { "tags": ["backup"] } } }';
    await vscode.workspace.fs.writeFile(file, Buffer.from(json));
    const document = await vscode.workspace.openTextDocument(file);
    await until("the places of the tag, in both files", async () => {
      /** @type {vscode.Location[]} */
      const places = await vscode.commands.executeCommand(
        "vscode.executeReferenceProvider",
        file,
        document.positionAt(json.indexOf("backup")),
      );
      const own = places.filter((place) => place.uri.path === file.path);
      return own.length === 1 && places.length === 4;
    });
    await vscode.workspace.fs.delete(file);
    await clan.shows([UNKNOWN_ROLE, ...OTHERS]);
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
