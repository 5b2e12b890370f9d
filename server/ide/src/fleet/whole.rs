//! The binding that a name is the name of. In Nix it is found from the name: nothing else is walked.

mod json;

use eval::{FileId, FileRange};
use rustc_hash::FxHashMap;
use syntax::{AstNode, SyntaxNode, TextRange, ast};

use crate::{Analysis, stretch};

/// The bindings of some files.
pub(super) struct Bindings<'a> {
    analysis: &'a Analysis,
    files: FxHashMap<FileId, Content>,
}

/// What bindings are looked for in.
enum Content {
    Nix(SyntaxNode),
    /// The properties of `inventory.json`, by the range of the name.
    Json(FxHashMap<TextRange, TextRange>),
}

impl<'a> Bindings<'a> {
    pub(super) fn new(analysis: &'a Analysis) -> Bindings<'a> {
        Bindings { analysis, files: FxHashMap::default() }
    }

    /// The binding of which a name is part of the path; of any other name, that itself.
    pub(super) fn around(&mut self, name: FileRange) -> FileRange {
        let analysis = self.analysis;
        let content = self.files.entry(name.file);
        let range = match content.or_insert_with(|| Content::of(analysis, name.file)) {
            Content::Nix(root) => binding(root, name.range),
            Content::Json(properties) => properties.get(&name.range).copied(),
        };
        FileRange { range: range.unwrap_or(name.range), ..name }
    }
}

impl Content {
    fn of(analysis: &Analysis, file: FileId) -> Content {
        match analysis.parse(file) {
            Some(parse) => Content::Nix(parse.syntax()),
            None => {
                let text = analysis.text(file);
                Content::Json(text.map(|text| json::properties(&text)).unwrap_or_default())
            }
        }
    }
}

/// `path > ${ } > "name"`
const DEEPEST: usize = 3;

fn binding(root: &SyntaxNode, name: TextRange) -> Option<TextRange> {
    let node = stretch::node_around(root, name)?;
    let path = node.ancestors().take(DEEPEST).find_map(ast::Attrpath::cast)?;
    let binding = ast::AttrpathValue::cast(path.syntax().parent()?)?;
    Some(binding.syntax().text_range())
}
