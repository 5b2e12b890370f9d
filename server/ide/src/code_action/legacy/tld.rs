//! `meta.tld` is called `meta.domain` now.

use smol_str::SmolStr;

use super::{Migration, pieces, range_of, rewriting};
use crate::Diagnostic;
use crate::code_action::change::Edits;
use crate::code_action::file::{File, set_around};
use crate::code_action::{CodeAction, Context};
use crate::place::Piece;

/// `deprecated-tld`: gives it the name that it has now.
pub(in crate::code_action) fn domain(
    context: &Context<'_>,
    mistake: &Diagnostic,
) -> Vec<CodeAction> {
    let is_it =
        |path: &[&str], piece: &Piece| is_tld(path) && range_of(&piece.attr) == mistake.range;
    rewriting(context, "Rename to `domain`", &is_it, rename)
}

/// All of them.
pub(super) fn domains(_: &mut Migration, file: &File, edits: &mut Edits) -> Option<()> {
    let found = pieces(file, &|path, _| is_tld(path));
    found.iter().try_for_each(|(path, piece)| rename(edits, file, path, piece))
}

fn is_tld(path: &[&str]) -> bool {
    matches!(path, ["meta", "tld"] | ["inventory", "meta", "tld"])
}

/// `None` where a domain is given beside.
fn rename(edits: &mut Edits, file: &File, path: &[SmolStr], piece: &Piece) -> Option<()> {
    let (_, meta) = path.split_last()?;
    let domain = [meta, &[SmolStr::new_static("domain")]].concat();
    let known = file.pieces(&set_around(&piece.attr)?, &domain);
    known.is_empty().then(|| edits.replace(file.id, range_of(&piece.attr), "domain"))
}
