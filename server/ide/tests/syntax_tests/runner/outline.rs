//! A file's outline as lines, one for each symbol, with what makes it unfit for an editor.

use ide::{Symbol, SymbolKind, TextRange};

use super::note::NONE;
use super::source::Source;

/// The lines of an outline; the first is that of the comment's beginning and stays empty.
pub(super) fn lines(symbols: &[Symbol], source: &Source) -> Vec<String> {
    if symbols.is_empty() {
        return vec![NONE.to_owned()];
    }
    let mut lines = vec![String::new()];
    let whole = TextRange::up_to(ide::TextSize::of(source.text.as_str()));
    add(symbols, whole, 0, source, &mut lines);
    lines
}

fn add(
    symbols: &[Symbol],
    around: TextRange,
    depth: usize,
    source: &Source,
    lines: &mut Vec<String>,
) {
    let mut free = around.start();
    for symbol in symbols {
        let text = source.text.get(std::ops::Range::from(symbol.selection)).unwrap_or_default();
        let flaws = [
            ("outside what it is in", !around.contains_range(symbol.range)),
            ("over its neighbour", symbol.range.start() < free),
            ("selected outside itself", !symbol.range.contains_range(symbol.selection)),
            ("selected elsewhere", !text.contains(&symbol.name)),
        ];
        let flaws = flaws.iter().filter(|(_, flawed)| *flawed).map(|(flaw, _)| format!(" !{flaw}"));
        let detail = symbol.detail.as_ref().map(|detail| format!(" ({detail})"));
        lines.push(format!(
            "{:width$}{}{}{} {}{}",
            "",
            kind(symbol.kind),
            symbol.name,
            detail.unwrap_or_default(),
            place(symbol.range, source),
            flaws.collect::<String>(),
            width = 2 * depth,
        ));
        add(&symbol.children, symbol.range, depth + 1, source, lines);
        free = symbol.range.end();
    }
}

pub(super) fn kind(kind: SymbolKind) -> &'static str {
    match kind {
        SymbolKind::Group => "",
        SymbolKind::Machine => "machine ",
        SymbolKind::Tag => "tag ",
        SymbolKind::Instance => "instance ",
        SymbolKind::Role => "role ",
        SymbolKind::Service => "service ",
    }
}

/// `2:5-3:1`: line and column of the start and of the end, from 1.
pub(super) fn place(range: TextRange, source: &Source) -> String {
    let place = |offset| {
        let (line, column) = source.position(offset);
        format!("{}:{}", line + 1, column + 1)
    };
    format!("{}-{}", place(range.start()), place(range.end()))
}
