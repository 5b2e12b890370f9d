//! What a file defines of its clan, as a tree for an editor's outline: machines, tags, instances,
//! roles and whom they name.
//!
//! One thing may be written in many pieces. Pieces that follow each other are one symbol; pieces
//! that stand apart are one symbol each, since a symbol's range must not reach over its neighbours.

mod cut;
mod detail;
mod json;
mod walk;

use eval::FileId;
use inventory::Clan;
use smol_str::SmolStr;
use syntax::TextRange;

use crate::Analysis;

/// A node of the outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Symbol {
    /// Its name, without quotes.
    pub name: String,
    /// What it is.
    pub kind: SymbolKind,
    /// A word more, on one line.
    pub detail: Option<String>,
    /// All its text, from its name to its last piece's end. Holds the ranges of its children.
    pub range: TextRange,
    /// Its name where it stands first, quotes included.
    pub selection: TextRange,
    /// What is in it, by place; their ranges do not overlap.
    pub children: Vec<Symbol>,
}

/// What a symbol is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SymbolKind {
    /// All that a file has of one kind: `machines`, `tags`, `instances`.
    Group,
    /// A machine.
    Machine,
    /// A tag that lists machines.
    Tag,
    /// An instance of a service.
    Instance,
    /// A role of an instance.
    Role,
    /// A service of the clan's own.
    Service,
}

/// Editors get slow with more, and nobody looks through them.
const MOST: usize = 2_000;

pub(crate) fn symbols(analysis: &Analysis, file: FileId) -> Option<Vec<Symbol>> {
    let clan = analysis.clan(&analysis.path(file))?;
    let mut nodes = match analysis.parse(file) {
        Some(parse) => walk::nodes(&clan, file, &parse)?,
        None => json::nodes(&clan, file),
    };
    cut::to(MOST, &mut nodes);
    Some(nodes.into_iter().map(|node| node.symbol(&clan)).collect())
}

/// A symbol before there is a word more about it.
struct Node {
    kind: SymbolKind,
    name: SmolStr,
    /// The instance that a role is of.
    instance: Option<SmolStr>,
    /// Is it only named there, by a role?
    is_member: bool,
    range: TextRange,
    selection: TextRange,
    children: Vec<Node>,
    /// How many more children there would be.
    left_out: usize,
}

impl Node {
    fn new(kind: SymbolKind, name: &str, (range, selection): (TextRange, TextRange)) -> Node {
        let name = SmolStr::new(name);
        let (instance, is_member, children, left_out) = Default::default();
        Node { kind, name, instance, is_member, range, selection, children, left_out }
    }

    fn symbol(self, clan: &Clan) -> Symbol {
        Symbol {
            detail: detail::of(clan, &self),
            name: self.name.into(),
            kind: self.kind,
            range: self.range,
            selection: self.selection,
            children: self.children.into_iter().map(|child| child.symbol(clan)).collect(),
        }
    }
}
