"""A session with the real server, by a client that is none of ours: it checks what the server says against the
specification. The server is the `inventory-ls` on the PATH."""

import asyncio
import dataclasses
import pathlib

import pytest_asyncio
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

PATIENCE = 60
"""In seconds: longer than any answer takes, also on a busy machine."""

CLAN = """{
  meta.name = "example";
  inventory.machines.jon.tags = [ "backup" ];
  inventory.machines.sara.tags = [ "backup" ];
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.tags = [ "backup" ];
    roles.servr.machines.jon = { };
  };
}
"""


@dataclasses.dataclass
class Editor:
    """A client with the clan open."""

    client: LanguageClient
    path: pathlib.Path
    announced: types.ServerCapabilities
    version: int = 1

    @property
    def document(self):
        return types.TextDocumentIdentifier(uri=self.path.as_uri())

    def place(self, before: str, text: str) -> types.Position:
        """Where `text` first follows `before`."""
        at = CLAN.index(before + text) + len(before)
        return types.Position(CLAN.count("\n", 0, at), at - CLAN.rfind("\n", 0, at) - 1)

    def at(self, before: str, text: str) -> dict:
        """That place, as the parameters of a request have it."""
        return {"text_document": self.document, "position": self.place(before, text)}

    def write(self, text: str):
        """Replaces all of the text."""
        self.version += 1
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(self.version, self.document.uri),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )

    async def published(self, codes: list[str]):
        """Waits until exactly these are published of the document."""

        async def come():
            while self.codes(self.client.diagnostics.get(self.document.uri)) != codes:
                await self.client.wait_for_notification("textDocument/publishDiagnostics")

        await asyncio.wait_for(come(), PATIENCE)

    @staticmethod
    def codes(diagnostics) -> list[str] | None:
        return None if diagnostics is None else [it.code for it in diagnostics]


async def start(client: LanguageClient, folder, capabilities) -> Editor:
    path = folder / "clan.nix"
    path.write_text(CLAN)
    answer = await client.initialize_session(
        types.InitializeParams(
            capabilities=capabilities,
            workspace_folders=[types.WorkspaceFolder(folder.as_uri(), "clan")],
        )
    )
    client.text_document_did_open(
        types.DidOpenTextDocumentParams(
            types.TextDocumentItem(path.as_uri(), "nix", 1, CLAN)
        )
    )
    return Editor(client, path, answer.capabilities)


def make_client() -> LanguageClient:
    """A client that takes registrations too."""
    client = pytest_lsp.make_test_lsp_client()
    client.feature(types.CLIENT_REGISTER_CAPABILITY)(lambda params: None)
    client.feature(types.CLIENT_UNREGISTER_CAPABILITY)(lambda params: None)
    return client


@pytest_lsp.fixture(config=ClientServerConfig(["inventory-ls"], client_factory=make_client))
async def client(lsp_client: LanguageClient):
    yield
    await lsp_client.shutdown_session()


@pytest_asyncio.fixture(params=["visual_studio_code", "neovim", "emacs"])
async def editor(client, request, tmp_path) -> Editor:
    """A client that is sent diagnostics, with what each of these editors can do."""
    capabilities = client_capabilities(request.param)
    capabilities.text_document.diagnostic = None
    return await start(client, tmp_path, capabilities)


@pytest_asyncio.fixture
async def puller(client, tmp_path) -> Editor:
    """A client that asks for diagnostics."""
    capabilities = client_capabilities("visual_studio_code")
    capabilities.text_document.diagnostic = types.DiagnosticClientCapabilities()
    capabilities.workspace.diagnostics = types.DiagnosticWorkspaceClientCapabilities(
        refresh_support=True
    )
    return await start(client, tmp_path, capabilities)
