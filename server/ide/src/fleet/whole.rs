//! The binding that a name is the name of, found from the name: nothing else is walked.

use eval::{FileId, FileRange};
use rustc_hash::FxHashMap;
use syntax::{AstNode, SyntaxNode, ast};

use crate::{Analysis, stretch};

/// The bindings of some files.
pub(super) struct Bindings<'a> {
    analysis: &'a Analysis,
    /// Of Nix files; there is none of others.
    roots: FxHashMap<FileId, Option<SyntaxNode>>,
}

impl<'a> Bindings<'a> {
    pub(super) fn new(analysis: &'a Analysis) -> Bindings<'a> {
        Bindings { analysis, roots: FxHashMap::default() }
    }

    /// The binding of which a name is part of the path; of any other name, that itself.
    pub(super) fn around(&mut self, name: FileRange) -> FileRange {
        let analysis = self.analysis;
        let root = self.roots.entry(name.file);
        let root = root.or_insert_with(|| Some(analysis.parse(name.file)?.syntax()));
        let binding = root.as_ref().and_then(|root| {
            let node = stretch::node_around(root, name.range)?;
            let path = node.ancestors().take(DEEPEST).find_map(ast::Attrpath::cast)?;
            ast::AttrpathValue::cast(path.syntax().parent()?)
        });
        let range = binding.map_or(name.range, |it| it.syntax().text_range());
        FileRange { range, ..name }
    }
}

/// `path > ${ } > "name"`
const DEEPEST: usize = 3;
