//! A change to a text, and what it costs.
//!
//! Two edits need no full parse, and look at no more than what they change:
//!
//! - `one_token`: a token becomes another of the same kind, and nobody asks for its text;
//! - `bindings`: some bindings of a set or `let` are read anew, from the end of one binding to the
//!   beginning of another, or to the braces.
//!
//! Both give up (`None`) wherever they can't be certain that a full parse would give the same, and
//! each check says why it is enough. In common they rely on these facts:
//!
//! **Tokens** depend on the text from their start on and on what is open there (strings,
//! interpolations, paths). The lexer looks ahead over the characters of a path or address
//! and at most one character beyond the first other one, and there it only minds `/`, `:` and
//! `>`. So what follows white space, a bracket, a comma or a semicolon does not change the tokens
//! before it, and tokens behind one are the same in whatever text they stand.
//!
//! **Readings** that are strict don't look at the layout, but for a dot at a line's end; nor does
//! recovery where the brackets pair (see [`Reading::Both`]). A reading of such a text is one pass of
//! the grammar over its tokens. `damage` adds one part in which strings or brackets don't pair.
//!
//! **Lines**: where somebody asks how far a line is indented (at that dot, and to place a missing
//! bracket), the answer is the same when no line that goes on behind the edit changes its
//! indentation (`Place::keeps_indents`).
//!
//! **Messages** quote what stands on one line: where the quoted text spans several, only its last
//! token. So an error on lines that the edit does not touch is still told in the same words.

mod around;
mod bindings;
mod carry;
mod damage;
mod lines;
mod one_token;
mod place;
mod window;

use rowan::TextRange;

use self::place::Place;
use crate::{Parse, reading::Reading};

/// Replace the text in `delete` (byte offsets into the old text, on character boundaries) by
/// `insert`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextEdit {
    /// What goes, in bytes of the old text.
    pub delete: TextRange,
    /// What comes in its place.
    pub insert: String,
}

/// What a parse of the text after `edit` gives, if only a part has to be looked at for it.
pub(crate) fn quickly(parse: &Parse, edit: &TextEdit) -> Option<Parse> {
    if parse.reading == Reading::Recovered {
        return None;
    }
    let place = Place::new(parse, edit)?;
    let edited = one_token::replace(&place).or_else(|| bindings::reread(&place));
    if edited.is_some() || parse.reading != Reading::Strict || !bindings::has_run(&place) {
        return edited;
    }
    // The first mistake in a correct text. How recovery reads the rest of it is found out once.
    let reading = Reading::of_correct(&parse.text())?;
    let parse = Parse { reading, ..parse.clone() };
    bindings::reread(&Place::new(&parse, edit)?)
}
