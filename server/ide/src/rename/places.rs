//! Every place that is to get another name: what the index has and, since that holds what counts,
//! what is only written: the second time in a list, or what a `mkForce` elsewhere outdoes.

use eval::{FileId, FilePosition, FileRange};
use inventory::Clan;
use rustc_hash::FxHashSet;
use syntax::{SyntaxKind, SyntaxToken};

use crate::Analysis;
use crate::entity::{Entity, written_at};
use crate::references::{self, Reference};

/// Each place once, quotes included.
pub(super) fn all(analysis: &Analysis, clan: &Clan, entity: &Entity) -> Vec<Reference> {
    let mut places = references::places(analysis, clan, entity);
    let mut known: FxHashSet<FileRange> = places.iter().map(|place| place.at).collect();
    for &file in clan.files.iter().filter(|&&file| analysis.is_own(clan, file)) {
        for at in written(analysis, file, entity) {
            if known.insert(at) {
                places.push(Reference { at, is_definition: false });
            }
        }
    }
    places
}

/// The places in a file whose text names the thing.
fn written(analysis: &Analysis, file: FileId, entity: &Entity) -> Vec<FileRange> {
    let Some(parse) = analysis.parse(file) else { return Vec::new() };
    let root = parse.syntax();
    let tokens = std::iter::successors(root.first_token(), SyntaxToken::next_token);
    let says_it = |token: &SyntaxToken| {
        matches!(token.kind(), SyntaxKind::TOKEN_IDENT | SyntaxKind::TOKEN_STRING_CONTENT)
            && token.text() == entity.name()
    };
    let places = tokens.filter(says_it).filter_map(|token| {
        let at = FilePosition { file, offset: token.text_range().start() };
        let (_, named) = written_at(analysis, at)?;
        (named.entity == *entity).then_some(FileRange { file, range: named.range })
    });
    places.collect()
}
