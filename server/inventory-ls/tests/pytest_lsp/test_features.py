"""The main features. A test of one more is a function: ask `editor.client`, compare the answer."""

import pytest
from lsprotocol import types

WRONG = ["unknown-role"]


async def test_what_it_can_is_announced(editor):
    for feature in ["hover", "completion", "definition", "document_symbol", "code_action"]:
        assert getattr(editor.announced, f"{feature}_provider"), feature


async def test_mistakes_are_published(editor):
    await editor.published(WRONG)
    (mistake,) = editor.client.diagnostics[editor.document.uri]
    assert mistake.range.start == editor.place("roles.", "servr")
    assert "did you mean `server`?" in mistake.message


async def test_a_mistake_that_is_mended_is_gone(editor):
    await editor.published(WRONG)
    editor.write(editor.path.read_text().replace("servr", "server"))
    await editor.published([])


async def test_hover_names_the_machines_of_a_tag(editor):
    hover = await editor.client.text_document_hover_async(
        types.HoverParams(**editor.at('client.tags = [ "', "backup"))
    )
    assert "jon" in hover.contents.value and "sara" in hover.contents.value


async def test_roles_are_completed(editor):
    answer = await editor.client.text_document_completion_async(
        types.CompletionParams(**editor.at("roles.", "servr"))
    )
    items = answer.items if isinstance(answer, types.CompletionList) else answer
    assert sorted(item.label for item in items) == ["client", "server"]


async def test_a_machine_is_defined_where_it_is_written(editor):
    answer = await editor.client.text_document_definition_async(
        types.DefinitionParams(**editor.at("servr.machines.", "jon"))
    )
    target = answer[0] if isinstance(answer, list) else answer
    found = getattr(target, "target_range", None) or target.range
    assert found.start == editor.place("inventory.machines.", "jon")


async def test_a_mistake_has_a_fix(editor):
    await editor.published(WRONG)
    (mistake,) = editor.client.diagnostics[editor.document.uri]
    actions = await editor.client.text_document_code_action_async(
        types.CodeActionParams(
            editor.document, mistake.range, types.CodeActionContext(diagnostics=[mistake])
        )
    )
    assert any("server" in action.title for action in actions), actions


async def test_the_outline_holds_the_machines(editor):
    symbols = await editor.client.text_document_document_symbol_async(
        types.DocumentSymbolParams(editor.document)
    )

    def names(symbols):
        for symbol in symbols:
            yield symbol.name
            yield from names(getattr(symbol, "children", None) or [])

    assert {"jon", "sara", "bk"} <= set(names(symbols))


OPTIONAL = {
    "references": (
        types.TEXT_DOCUMENT_REFERENCES,
        lambda at: types.ReferenceParams(types.ReferenceContext(True), **at),
        lambda answer: len(answer) == 2,
    ),
    "rename": (
        types.TEXT_DOCUMENT_RENAME,
        lambda at: types.RenameParams(new_name="jan", **at),
        lambda answer: answer.changes or answer.document_changes,
    ),
    "document_highlight": (
        types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT,
        lambda at: types.DocumentHighlightParams(**at),
        lambda answer: len(answer) == 2,
    ),
}
"""What is asked of a machine's name where it is announced: method, parameters, and what the answer has to be."""


@pytest.mark.parametrize("feature", OPTIONAL)
async def test_what_is_announced_of_a_name_is_answered(editor, feature):
    if not getattr(editor.announced, f"{feature}_provider"):
        pytest.skip(f"{feature} is not announced")
    method, params, is_right = OPTIONAL[feature]
    at = editor.at("inventory.machines.", "jon")
    answer = await editor.client.protocol.send_request_async(method, params(at))
    assert is_right(answer), answer
