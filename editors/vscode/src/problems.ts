// The mistakes that the server has found, by file, kept up with as they change.

import * as vscode from "vscode";

import type { Clan } from "./fleet/protocol";
import type { Count } from "./status/status";
import type { Mistake } from "./tree/marks";

/** What the server calls itself in its diagnostics. */
const SOURCE = "clan";

export class Problems implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly files = new Map<string, Mistake[]>();
  private readonly subscription: vscode.Disposable;

  constructor() {
    this.read(vscode.languages.getDiagnostics().map(([uri]) => uri));
    this.subscription = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      this.read(uris);
      this.changed.fire();
    });
  }

  /** Everything that is wrong, in all files. */
  all(): Mistake[] {
    return [...this.files.values()].flat();
  }

  /** How much is wrong in a clan's folder, and in whatever else it is made of. */
  of(clan: Clan): Count {
    const own = [...this.files].filter(([uri]) => uri.startsWith(`${clan.root}/`) || clan.files.includes(uri));
    const mistakes = own.flatMap(([, mistakes]) => mistakes);
    const errors = mistakes.filter((it) => it.isError).length;
    return { errors, warnings: mistakes.length - errors };
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }

  private read(uris: readonly vscode.Uri[]): void {
    for (const uri of uris) {
      const all = vscode.languages.getDiagnostics(uri);
      const own = all.filter((it) => it.source === SOURCE && it.severity <= vscode.DiagnosticSeverity.Warning);
      const name = uri.toString();
      this.files.delete(name);
      if (own.length > 0) {
        this.files.set(name, own.map((it) => mistake(name, it)));
      }
    }
  }
}

function mistake(uri: string, { range, severity }: vscode.Diagnostic): Mistake {
  const { line, character } = range.start;
  return { uri, line, character, isError: severity === vscode.DiagnosticSeverity.Error };
}
