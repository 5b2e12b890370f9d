//! `textDocument/documentSymbol`

use ide::Symbol;
use tower_lsp::ls_types::{
    DocumentSymbol, DocumentSymbolResponse, Location, SymbolInformation, SymbolKind, Uri,
};

use super::backend::Asked;

pub(super) fn document_symbol(asked: &Asked) -> Option<DocumentSymbolResponse> {
    let file = asked.document.file;
    let symbols = asked.snapshot.analysis.symbols(file);
    if asked.snapshot.client.nested_symbols {
        let symbols = symbols.into_iter().map(|symbol| nested(asked, symbol));
        return Some(DocumentSymbolResponse::Nested(symbols.collect()));
    }
    let uri = asked.snapshot.uri(file)?;
    let mut list = Vec::new();
    flatten(asked, &uri, None, symbols, &mut list);
    Some(DocumentSymbolResponse::Flat(list))
}

// The protocol's types have a field `deprecated`, which is deprecated and can't be left out.
#[expect(deprecated)]
fn nested(asked: &Asked, symbol: Symbol) -> DocumentSymbol {
    let children = symbol.children.into_iter().map(|child| nested(asked, child));
    let children: Vec<DocumentSymbol> = children.collect();
    DocumentSymbol {
        name: symbol.name,
        detail: symbol.detail,
        kind: kind(symbol.kind),
        tags: None,
        deprecated: None,
        range: asked.range(symbol.range),
        selection_range: asked.range(symbol.selection),
        children: (!children.is_empty()).then_some(children),
    }
}

/// For clients that know no trees: each symbol names the one that it is in.
#[expect(deprecated)]
fn flatten(
    asked: &Asked,
    uri: &Uri,
    container: Option<&str>,
    symbols: Vec<Symbol>,
    list: &mut Vec<SymbolInformation>,
) {
    for symbol in symbols {
        list.push(SymbolInformation {
            name: symbol.name.clone(),
            kind: kind(symbol.kind),
            tags: None,
            deprecated: None,
            location: Location { uri: uri.clone(), range: asked.range(symbol.range) },
            container_name: container.map(str::to_owned),
        });
        flatten(asked, uri, Some(&symbol.name), symbol.children, list);
    }
}

pub(super) fn kind(kind: ide::SymbolKind) -> SymbolKind {
    match kind {
        ide::SymbolKind::Group => SymbolKind::NAMESPACE,
        ide::SymbolKind::Machine => SymbolKind::VARIABLE,
        ide::SymbolKind::Tag => SymbolKind::ENUM_MEMBER,
        ide::SymbolKind::Instance => SymbolKind::MODULE,
        ide::SymbolKind::Role => SymbolKind::INTERFACE,
        ide::SymbolKind::Service => SymbolKind::CLASS,
    }
}
