// The clan in the window, and questions about it as VS Code itself asks them.

const assert = require("node:assert/strict");
const vscode = require("vscode");

/** In milliseconds: longer than any answer takes, also on a busy machine. */
const PATIENCE = 60_000;

/**
 * What `attempt` gives once that is truthy.
 * @template T
 * @param {string} what
 * @param {() => T | Promise<T>} attempt
 * @returns {Promise<T>}
 */
async function until(what, attempt) {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end) {
    const found = await attempt();
    if (found) {
      return found;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited in vain for ${what}`);
}

/** @typedef {Record<string, (clan: Clan) => Promise<void>>} Tests by what they say */

class Clan {
  /** @param {vscode.TextEditor} editor */
  constructor(editor) {
    this.editor = editor;
    this.document = editor.document;
  }

  /** Opens the `clan.nix` of the window's folder. */
  static async open() {
    const [file] = await vscode.workspace.findFiles("clan.nix");
    assert.ok(file, "the window's folder has no clan.nix");
    return new Clan(await vscode.window.showTextDocument(file));
  }

  /** Brings the clan to the front, whatever was opened. */
  async focus() {
    const column = vscode.ViewColumn.One;
    this.editor = await vscode.window.showTextDocument(this.document, column);
  }

  /**
   * Where `text` first follows `before` on a line.
   * @param {string} before
   * @param {string} text
   */
  place(before, text) {
    const found = this.document.getText().indexOf(before + text);
    assert.notEqual(found, -1, `there is no ${before}${text}`);
    const start = found + before.length;
    return new vscode.Range(
      this.document.positionAt(start),
      this.document.positionAt(start + text.length),
    );
  }

  /**
   * Waits until exactly these are marked.
   * @param {{ before: string, text: string, code: string, severity: string }[]} expected
   */
  async shows(expected) {
    const wanted = expected.map(({ before, text, code, severity }) =>
      line(this.place(before, text), severity, code),
    );
    const shown = () =>
      vscode.languages
        .getDiagnostics(this.document.uri)
        .map((it) => line(it.range, vscode.DiagnosticSeverity[it.severity], it.code))
        .sort();
    const same = () => JSON.stringify(shown()) === JSON.stringify(wanted.sort());
    await until("diagnostics", same).catch(() => assert.deepEqual(shown(), wanted));
  }

  /** @param {vscode.Position} at */
  async hover(at) {
    /** @type {vscode.Hover[]} */
    const hovers = await vscode.commands.executeCommand(
      "vscode.executeHoverProvider",
      this.document.uri,
      at,
    );
    const contents = hovers.flatMap((hover) => hover.contents);
    return contents.map((it) => (typeof it === "string" ? it : it.value)).join("\n");
  }

  /**
   * The names that the server proposes, sorted; words of the text are none of its.
   * @param {vscode.Position} at
   */
  async completions(at) {
    /** @type {vscode.CompletionList} */
    const list = await vscode.commands.executeCommand(
      "vscode.executeCompletionItemProvider",
      this.document.uri,
      at,
    );
    const own = list.items.filter((item) => item.kind !== vscode.CompletionItemKind.Text);
    return own.map((it) => (typeof it.label === "string" ? it.label : it.label.label)).sort();
  }

  /**
   * Runs something while `after` stands where `text` was, with the place behind it; then puts the text back. Neither
   * depends on what has the focus: on a busy machine a view that was opened takes it late.
   * @param {string} before
   * @param {string} text
   * @param {string} after
   * @param {(end: vscode.Position) => Promise<void>} run
   */
  async typed(before, text, after, run) {
    const range = this.place(before, text);
    const end = range.start.translate(0, after.length);
    await this.replace(range, after);
    try {
      await run(end);
    } finally {
      await this.replace(new vscode.Range(range.start, end), text);
    }
  }

  /**
   * @param {vscode.Range} range
   * @param {string} text
   */
  async replace(range, text) {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(this.document.uri, range, text);
    assert.ok(await vscode.workspace.applyEdit(edit));
  }
}

/**
 * @param {vscode.Range} range
 * @param {string | undefined} severity
 * @param {vscode.Diagnostic["code"]} code
 */
function line({ start, end }, severity, code) {
  const place = `${start.line + 1}:${start.character}-${end.line + 1}:${end.character}`;
  return `${place} ${severity} ${typeof code === "object" ? code.value : code}`;
}

module.exports = { Clan, until };
