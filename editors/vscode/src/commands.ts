// The commands that the server leaves to the editor: to list places, and to show what would change.

import * as vscode from "vscode";
import type {
  ClientCapabilities,
  LanguageClient,
  Location,
  Position,
  StaticFeature,
  TextDocumentPositionParams,
} from "vscode-languageclient/node";

const SHOW_REFERENCES = "inventory-ls.showReferences";
const SHOW_PREVIEW = "inventory-ls.showPreview";

/** What a preview's document is called: its query holds the text. */
const SCHEME = "inventory-ls-preview";

/** Tells the server which commands there are, and that views show the fleet. */
export const announcement: StaticFeature = {
  fillClientCapabilities(capabilities: ClientCapabilities): void {
    const known: object = capabilities.experimental ?? {};
    const commands = { commands: [SHOW_REFERENCES, SHOW_PREVIEW] };
    capabilities.experimental = { ...known, commands, fleetChanged: true };
  },
  initialize(): void {},
  getState: () => ({ kind: "static" }),
  clear(): void {},
};

/** Registers the commands; `client` gives the client whose server is running. */
export function registerCommands(client: () => LanguageClient | undefined): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(
      SHOW_REFERENCES,
      async (uri: string, position: Position, locations: Location[]) => {
        const convert = client()?.protocol2CodeConverter;
        if (convert) {
          await vscode.commands.executeCommand(
            "editor.action.showReferences",
            vscode.Uri.parse(uri),
            convert.asPosition(position),
            locations.map(convert.asLocation),
          );
        }
      },
    ),
    vscode.commands.registerCommand(SHOW_PREVIEW, async (place: TextDocumentPositionParams) => {
      const params = { command: "inventory-ls.preview", arguments: [place] };
      const preview: { title: string; markdown: string } | null | undefined =
        await client()?.sendRequest("workspace/executeCommand", params);
      if (preview) {
        const { title, markdown } = preview;
        const name = { scheme: SCHEME, path: `/${title}.md`, query: `# ${title}\n\n${markdown}` };
        await vscode.commands.executeCommand("markdown.showPreviewToSide", vscode.Uri.from(name));
      }
    }),
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: (uri) => uri.query,
    }),
  );
}
