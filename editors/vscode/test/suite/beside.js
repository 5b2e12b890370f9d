// What VS Code shows of a file that another server serves too: each thing once, from the one that knows it.

const assert = require("node:assert/strict");
const vscode = require("vscode");

const { Clan, until } = require("./clan.js");
const { extension } = require("./extension.js");
const { run } = require("./run.js");

const TEXT = `let saved = "backup"; in {
  meta.name = "beside";
  imports = [ ./clan.nix ];
  inventory.machines.ada.tags = [ saved "phone" ];
  inventory.instances.sshd.roles.server.tags = [ "phone" ];
}
`;

/** @type {[string, string]} */
const VARIABLE = ["tags = [ ", "saved"];
/** @type {[string, string]} */
const TAG = ['server.tags = [ "', "phone"];

/**
 * What the servers say together.
 * @param {string} command
 * @param {Clan} clan
 * @param {unknown[]} more
 * @returns {Promise<any>}
 */
async function ask(command, clan, ...more) {
  return vscode.commands.executeCommand(`vscode.${command}`, clan.document.uri, ...more);
}

/** @type {import("./clan.js").Tests} */
const tests = {
  async "both servers start"(clan) {
    await extension();
    await until("the other server", async () => (await ask("executeFoldingRangeProvider", clan))?.length > 0);
    await until("ours", async () => (await clan.hover(clan.place(...TAG).start)) !== "");
  },

  async "of a variable tells the one, of a tag the other"(clan) {
    for (const { place, expected } of [
      { place: VARIABLE, expected: /Let binding/ },
      { place: TAG, expected: /tag \*\*phone\*\*/ },
    ]) {
      /** @type {vscode.Hover[]} */
      const hovers = await ask("executeHoverProvider", clan, clan.place(...place).start);
      assert.equal(hovers.length, 1, `${hovers.length} hovers of ${place[1]}`);
      assert.match(await clan.hover(clan.place(...place).start), expected);
    }
  },

  async "a definition is found once"(clan) {
    for (const { place, line } of [
      { place: VARIABLE, line: 0 },
      { place: TAG, line: 3 },
    ]) {
      /** @type {(vscode.Location | vscode.LocationLink)[]} */
      const found = await ask("executeDefinitionProvider", clan, clan.place(...place).start);
      const lines = found.map((it) => ("range" in it ? it.range : it.targetRange).start.line);
      assert.deepEqual(lines, [line], place[1]);
    }
  },

  async "a path is one link, and what folds does it once"(clan) {
    /** @type {vscode.DocumentLink[]} */
    const links = await ask("executeLinkProvider", clan);
    const path = clan.place("", "./clan.nix");
    assert.equal(links.filter((link) => link.range.intersection(path)).length, 1);
    /** @type {vscode.FoldingRange[]} */
    const folds = await ask("executeFoldingRangeProvider", clan);
    assert.equal(new Set(folds.map(({ start }) => start)).size, folds.length);
  },

  async "no proposal comes twice"(clan) {
    for (const place of [VARIABLE, TAG]) {
      const labels = await clan.completions(clan.place(...place).start);
      assert.ok(labels.includes(place[1]), `${place[1]} is not proposed, but ${labels}`);
      assert.deepEqual(labels, [...new Set(labels)]);
    }
  },

  async "a variable that nothing binds is left to the other, and what does not parse is told by each"(clan) {
    const told = () => vscode.languages.getDiagnostics(clan.document.uri).map(({ source }) => source).sort();
    await clan.typed(...VARIABLE, "nowhere", async () => {
      await clan.typed("", "meta.name = ", "meta.name = }", async () => {
        await until("what does not parse", () => told().includes("stub") && told().includes("clan"));
      });
      await until("no mistake", () => told().length === 0);
    });
  },

  async "a variable and a tag get new names"(clan) {
    for (const place of [VARIABLE, TAG]) {
      /** @type {vscode.WorkspaceEdit} */
      const edit = await ask("executeDocumentRenameProvider", clan, clan.place(...place).start, "other");
      assert.equal(edit.get(clan.document.uri).length, 2, place[1]);
    }
  },
};

exports.run = async function () {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, "the window has no folder");
  const file = vscode.Uri.joinPath(folder.uri, "beside.nix");
  await vscode.workspace.fs.writeFile(file, Buffer.from(TEXT));
  await run(tests, new Clan(await vscode.window.showTextDocument(file)));
  await vscode.workspace.fs.delete(file);
};
