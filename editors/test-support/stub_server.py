#!/usr/bin/env python3
"""A stand-in for nil, the server for the language Nix that runs beside inventory-ls.

It speaks the Language Server Protocol on stdin and stdout, and says of a file about what nil says: what names are bound,
where, and by what; nothing of what stands in strings. It reads tokens only, counts columns in characters, and needs
nothing but Python. `--log FILE` writes down the methods that it is asked, one a line.
"""
import json
import re
import sys

TOKEN = re.compile(
    r"""(?P<comment>\#[^\n]*|/\*.*?\*/)|(?P<string>"(?:\\.|[^"\\])*"|''.*?'')|(?P<path>\.{1,2}/[\w./+-]+)
    |(?P<name>[A-Za-z_][\w'-]*)|(?P<mark>[^\s\w])|(?P<number>\d+)""",
    re.VERBOSE | re.DOTALL,
)
KEYWORDS = {"assert", "else", "if", "in", "inherit", "let", "or", "rec", "then", "with"}
PAIRS = {")": "(", "]": "[", "}": "{"}
LEGEND = {"tokenTypes": ["variable"], "tokenModifiers": []}

CAPABILITIES = {
    "textDocumentSync": {"openClose": True, "change": 1},
    "codeActionProvider": True,
    "completionProvider": {"triggerCharacters": [".", "?"]},
    "definitionProvider": True,
    "documentHighlightProvider": True,
    "documentLinkProvider": {},
    "documentSymbolProvider": True,
    "foldingRangeProvider": True,
    "hoverProvider": True,
    "inlayHintProvider": True,
    "referencesProvider": True,
    "renameProvider": {"prepareProvider": True},
    "selectionRangeProvider": True,
    "semanticTokensProvider": {"legend": LEGEND, "full": True},
}


class Name:
    """A name in the text: an attribute that is set, a variable that is bound by `let`, or one that is used."""

    def __init__(self, text, start, kind):
        self.text, self.start, self.end, self.kind = text, start, start + len(text), kind


class Document:
    """A text, with its names and brackets."""

    def __init__(self, uri, text):
        self.uri, self.text = uri, text
        self.tokens = list(TOKEN.finditer(text))
        self.names, self.brackets, self.errors = [], [], []
        self.read()

    def read(self):
        code = [token for token in self.tokens if token.lastgroup != "comment"]
        around = []  # What is open: brackets, and `let`.
        for index, token in enumerate(code):
            text, before = token.group(), code[index - 1].group() if index else ""
            if text in ("(", "[", "{") or text == "let":
                around.append((text, token.start()))
            elif text == "in" and around and around[-1][0] == "let":
                around.pop()
            elif text in PAIRS:
                if around and around[-1][0] == PAIRS[text]:
                    self.brackets.append((around.pop()[1], token.end()))
                else:
                    self.errors.append((token.start(), token.end(), f"Unexpected token {text}"))
            elif token.lastgroup == "name" and text not in KEYWORDS:
                within = around[-1][0] if around else ""
                self.names.append(Name(text, token.start(), kind_of(code, index, before, within)))
        self.errors += [(start, start + 1, f"Unclosed {mark}") for mark, start in around if mark != "let"]

    def position(self, offset):
        line = self.text.count("\n", 0, offset)
        return {"line": line, "character": offset - (self.text.rfind("\n", 0, offset) + 1)}

    def range(self, start, end):
        return {"start": self.position(start), "end": self.position(end)}

    def offset(self, position):
        lines = self.text.splitlines(keepends=True)
        return sum(map(len, lines[: position["line"]])) + position["character"]

    def place(self, name):
        return {"uri": self.uri, "range": self.range(name.start, name.end)}

    def name_at(self, position):
        offset = self.offset(position)
        return next((name for name in self.names if name.start <= offset <= name.end), None)

    def binding(self, name):
        """What binds that name: itself, or the `let` of a variable."""
        if name is None or name.kind != "variable":
            return name
        return next((it for it in self.names if it.kind == "let" and it.text == name.text), None)

    def uses(self, binding):
        bound = binding.kind == "let"
        return [it for it in self.names if bound and it.kind == "variable" and it.text == binding.text]


def kind_of(code, index, before, within):
    """What a name is, by the tokens behind and before it and by what it is in."""
    behind = index + 1
    while behind + 1 < len(code) and code[behind].group() == ".":
        behind += 2
    if within in ("{", "let") and behind < len(code) and code[behind].group() == "=" and before in ("{", "let", ";", "."):
        return "let" if within == "let" and before != "." else "attribute"
    return "field" if before == "." else "variable"


def hover(document, params):
    binding = document.binding(document.name_at(params["position"]))
    if binding is None or binding.kind == "field":
        return None
    kind = "Let binding" if binding.kind == "let" else "Attrset attribute"
    return {"contents": {"kind": "markdown", "value": f"{kind} `{binding.text}`"}}


def definition(document, params):
    name = document.name_at(params["position"])
    binding = document.binding(name)
    return [document.place(binding)] if binding not in (None, name) else []


def references(document, params):
    binding = document.binding(document.name_at(params["position"]))
    return [document.place(use) for use in document.uses(binding)] if binding else []


def highlights(document, params):
    binding = document.binding(document.name_at(params["position"]))
    return [{"range": document.range(it.start, it.end)} for it in [binding, *document.uses(binding)]] if binding else []


def prepare_rename(document, params):
    name = document.name_at(params["position"])
    binding = document.binding(name)
    return document.range(name.start, name.end) if binding and binding.kind != "field" else None


def rename(document, params):
    binding = document.binding(document.name_at(params["position"]))
    if binding is None:
        return None
    edits = [
        {"range": document.range(it.start, it.end), "newText": params["newName"]} for it in [binding, *document.uses(binding)]
    ]
    return {"changes": {document.uri: edits}}


def completion(document, params):
    """Variables and keywords, where an expression may stand."""
    offset = document.offset(params["position"])
    before = [token for token in document.tokens if token.start() < offset]
    if before and before[-1].lastgroup in ("string", "comment", "path") and before[-1].end() >= offset:
        return []
    if before and before[-1].lastgroup == "name" and before[-1].end() >= offset:
        before.pop()
    if not before or before[-1].group() not in ("=", "(", "[", "in", "then", "else", "with", "+"):
        return []
    variables = {name.text for name in document.names if name.kind == "let"}
    return [{"label": label} for label in sorted(variables | KEYWORDS)]


def symbols(document, _):
    named = [name for name in document.names if name.kind in ("let", "attribute")]
    return [{"name": it.text, "kind": 13 if it.kind == "let" else 8, "location": document.place(it)} for it in named]


def foldings(document, _):
    ranges = [document.range(start, end) for start, end in document.brackets]
    lines = [(it["start"]["line"], it["end"]["line"]) for it in ranges]
    return [{"startLine": start, "endLine": end} for start, end in lines if start < end]


def selections(document, params):
    def steps(offset):
        around = [(start, end) for start, end in document.brackets if start <= offset <= end]
        around += [it.span() for it in document.tokens if it.start() <= offset <= it.end()]
        step = None
        for start, end in sorted(set(around), key=lambda span: span[0] - span[1]):
            step = {"range": document.range(start, end), **({"parent": step} if step else {})}
        return step or {"range": document.range(offset, offset)}

    return [steps(document.offset(position)) for position in params["positions"]]


def links(document, _):
    folder = document.uri.rpartition("/")[0]
    paths = [token for token in document.tokens if token.lastgroup == "path"]
    return [{"range": document.range(*it.span()), "target": f"{folder}/{it.group()}"} for it in paths]


def semantic_tokens(document, _):
    data, line, column = [], 0, 0
    for name in document.names:
        if name.kind in ("let", "variable"):
            at = document.position(name.start)
            down = at["line"] - line
            data += [down, at["character"] - (0 if down else column), len(name.text), 0, 0]
            line, column = at["line"], at["character"]
    return {"data": data}


def nothing(_document, _params):
    return []


ANSWERS = {
    "textDocument/codeAction": nothing,
    "textDocument/completion": completion,
    "textDocument/definition": definition,
    "textDocument/documentHighlight": highlights,
    "textDocument/documentLink": links,
    "textDocument/documentSymbol": symbols,
    "textDocument/foldingRange": foldings,
    "textDocument/hover": hover,
    "textDocument/inlayHint": nothing,
    "textDocument/prepareRename": prepare_rename,
    "textDocument/references": references,
    "textDocument/rename": rename,
    "textDocument/selectionRange": selections,
    "textDocument/semanticTokens/full": semantic_tokens,
}


def read_message():
    length = 0
    while True:
        line = sys.stdin.buffer.readline()
        if not line:
            return None
        if not line.strip():
            return json.loads(sys.stdin.buffer.read(length))
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length":
            length = int(value)


def send(message):
    body = json.dumps({"jsonrpc": "2.0", **message}).encode()
    sys.stdout.buffer.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
    sys.stdout.buffer.flush()


def publish(document):
    diagnostics = [
        {"range": document.range(start, end), "severity": 1, "source": "stub", "code": "syntax_error", "message": message}
        for start, end, message in document.errors
    ]
    send({"method": "textDocument/publishDiagnostics", "params": {"uri": document.uri, "diagnostics": diagnostics}})


def take_text(method, params, documents):
    uri = params["textDocument"]["uri"]
    if method == "textDocument/didClose":
        documents.pop(uri, None)
        return
    text = params["contentChanges"][-1]["text"] if method == "textDocument/didChange" else params["textDocument"]["text"]
    documents[uri] = Document(uri, text)
    publish(documents[uri])


def answer(method, params, documents):
    """The result of a request, or its error."""
    if method == "initialize":
        return {"result": {"capabilities": CAPABILITIES, "serverInfo": {"name": "stub", "version": "1"}}}
    if method == "shutdown":
        return {"result": None}
    if method not in ANSWERS:
        return {"error": {"code": -32601, "message": f"no {method}"}}
    document = documents.get(params["textDocument"]["uri"])
    return {"result": ANSWERS[method](document, params) if document else None}


def main():
    log = open(sys.argv[2], "a", buffering=1) if sys.argv[1:2] == ["--log"] else None
    documents = {}
    while (message := read_message()) is not None:
        method, params = message.get("method"), message.get("params") or {}
        if method and log:
            log.write(method + "\n")
        if method == "exit":
            return
        if method in ("textDocument/didOpen", "textDocument/didChange", "textDocument/didClose"):
            take_text(method, params, documents)
        elif method and "id" in message:
            send({"id": message["id"], **answer(method, params, documents)})


if __name__ == "__main__":
    main()
