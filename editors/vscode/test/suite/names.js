// Completing, finding and changing names.

const assert = require("node:assert/strict");
const vscode = require("vscode");

const { until } = require("./clan.js");
const { OTHERS, UNKNOWN_ROLE } = require("./tour.js");

/** @type {import("./clan.js").Tests} */
exports.tests = {
  async "a role is completed"(clan) {
    const { start } = clan.place("roles.", "servr");
    assert.deepEqual(await clan.completions(start), ["client", "server"]);
  },

  async "a role is completed where the text stops in the middle"(clan) {
    await clan.typed("roles.", "servr.machines.vault = { };", "", async (end) => {
      assert.deepEqual(await clan.completions(end), ["client", "server"]);
    });
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
    // VS Code holds the document for a while when its file is gone, and so does the server.
    const edit = new vscode.WorkspaceEdit();
    edit.replace(file, new vscode.Range(0, 0, 0, json.length), "{ }");
    assert.ok(await vscode.workspace.applyEdit(edit));
    await document.save();
    await vscode.workspace.fs.delete(file);
    await clan.shows([UNKNOWN_ROLE, ...OTHERS]);
  },
};
