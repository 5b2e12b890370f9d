"""Diagnostics for a client that asks for them."""

from lsprotocol import types


async def pull(puller, previous=None):
    return await puller.client.text_document_diagnostic_async(
        types.DocumentDiagnosticParams(puller.document, previous_result_id=previous)
    )


async def test_a_document_is_asked_for(puller):
    report = await pull(puller)
    assert puller.codes(report.items) == ["unknown-role"]
    same = await pull(puller, report.result_id)
    assert (same.kind, same.result_id) == ("unchanged", report.result_id)
    puller.write(puller.path.read_text().replace("servr", "server"))
    assert puller.codes((await pull(puller, report.result_id)).items) == []
    # It is told once.
    assert puller.client.diagnostics.get(puller.document.uri) is None


async def test_the_workspace_is_asked_for(puller):
    other = puller.path.parent / "inventory-ls.toml"
    other.write_text("colour = true\n")
    created = types.FileEvent(other.as_uri(), types.FileChangeType.Created)
    puller.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([created]))
    params = types.WorkspaceDiagnosticParams(previous_result_ids=[])
    report = await puller.client.workspace_diagnostic_async(params)
    found = {item.uri: item for item in report.items}
    assert puller.codes(found[puller.document.uri].items) == ["unknown-role"]
    (problem,) = found[other.as_uri()].items
    assert problem.message == "`colour`: no such setting"


async def test_settings_that_change_make_it_ask_again(puller):
    await pull(puller)
    off = {"diagnostics": {"unknown-role": "off"}}
    puller.client.set_configuration(off, section="inventory-ls")
    puller.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(off))
    assert puller.codes((await pull(puller)).items) == []
