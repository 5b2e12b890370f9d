// How many mistakes of ours each file has, kept up with as they change.

import * as vscode from "vscode";

import type { Clan } from "../fleet/protocol";
import type { Problems } from "./status";

/** What the server calls itself in its diagnostics. */
const SOURCE = "clan";

export class ProblemCounts implements vscode.Disposable {
  private readonly files = new Map<string, Problems>();
  private readonly subscription: vscode.Disposable;

  /** Calls `changed` whenever a count is another. */
  constructor(changed: () => void) {
    const all = vscode.languages.getDiagnostics();
    this.count(all.map(([uri]) => uri));
    this.subscription = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      this.count(uris);
      changed();
    });
  }

  /** Those in a clan's folder, and in whatever else it is made of. */
  of(clan: Clan): Problems {
    const sum = { errors: 0, warnings: 0 };
    for (const [uri, { errors, warnings }] of this.files) {
      if (uri.startsWith(`${clan.root}/`) || clan.files.includes(uri)) {
        sum.errors += errors;
        sum.warnings += warnings;
      }
    }
    return sum;
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private count(uris: readonly vscode.Uri[]): void {
    for (const uri of uris) {
      const own = vscode.languages.getDiagnostics(uri).filter((it) => it.source === SOURCE);
      const of = (weight: vscode.DiagnosticSeverity) => own.filter((it) => it.severity === weight).length;
      const errors = of(vscode.DiagnosticSeverity.Error);
      const warnings = of(vscode.DiagnosticSeverity.Warning);
      this.files.set(uri.toString(), { errors, warnings });
      if (errors + warnings === 0) {
        this.files.delete(uri.toString());
      }
    }
  }
}
