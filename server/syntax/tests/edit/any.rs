//! Whatever is edited, in whatever order, the parse is that of the text.

use proptest::prelude::*;

use crate::{
    check::Edited,
    texts::{files, inventory, program},
};

/// What a person does at a place of the text (any number; it is taken for an offset).
#[derive(Debug, Clone)]
enum Action {
    /// Types a text, a character at a time, and perhaps takes it back.
    Type(usize, &'static str, bool),
    /// Pastes a text, and perhaps takes it back.
    Paste(usize, &'static str, bool),
    /// Copies a line to somewhere else.
    CopyLine(usize, usize),
    /// Deletes a token, and perhaps brings it back.
    DeleteToken(usize, bool),
    /// Deletes some characters, and perhaps brings them back.
    Delete(usize, usize, bool),
    /// Deletes a line.
    DeleteLine(usize),
}

const TYPED: [&str; 41] = [
    "\n      d = \"e",
    "\n    roles.client.tags = [ \"f",
    "\n      g = {\n        h = 1;",
    "\n    i = ''",
    "\n      }",
    "\n    j = [",
    "\n    k = {\n    };\n",
    "a",
    "x y",
    "roles.",
    "\n  foo",
    "\nroles.client.tags = [ \"all\" ];",
    "b = 1;",
    "c.d = { };",
    "inherit a;",
    "inherit",
    " ",
    "\n",
    "  ",
    ";",
    "=",
    ".",
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    "\"",
    "''",
    "${",
    "${a}",
    "# x",
    "/* x */",
    "let y = 2; in ",
    "é",
    "\"s\"",
    "/",
    ":",
    "or",
    ",",
];

fn action() -> impl Strategy<Value = Action> {
    let at = || any::<prop::sample::Index>().prop_map(|index| index.index(1 << 20));
    let text = || prop::sample::select(TYPED.to_vec());
    prop_oneof![
        4 => (at(), text(), any::<bool>()).prop_map(|(at, text, undo)| Action::Type(at, text, undo)),
        2 => (at(), text(), any::<bool>()).prop_map(|(at, text, undo)| Action::Paste(at, text, undo)),
        1 => (at(), at()).prop_map(|(from, to)| Action::CopyLine(from, to)),
        3 => (at(), any::<bool>()).prop_map(|(at, undo)| Action::DeleteToken(at, undo)),
        1 => (at(), 0..9_usize, any::<bool>()).prop_map(|(at, length, undo)| Action::Delete(at, length, undo)),
        1 => at().prop_map(Action::DeleteLine),
    ]
}

const TAME: [&str; 22] = [
    "a",
    "x y",
    "roles.",
    "foo",
    "foo\n",
    "\n",
    "\n\n",
    "  ",
    "a.b = c;",
    "a.b = { };",
    "a = [ \"b\" ];",
    "= ",
    ";",
    "inherit a;",
    "inherit",
    ".",
    "\"s\"",
    "{ }",
    "[ x ]",
    "# c\n",
    "{ b = 1; }",
    "if",
];

/// Actions that leave the brackets paired, if they hit no bracket.
fn tame_action() -> impl Strategy<Value = Action> {
    let at = || any::<prop::sample::Index>().prop_map(|index| index.index(1 << 20));
    prop_oneof![
        6 => (at(), prop::sample::select(TAME.to_vec()), prop::bool::weighted(0.2))
            .prop_map(|(at, text, undo)| Action::Paste(at, text, undo)),
        1 => (at(), at()).prop_map(|(from, to)| Action::CopyLine(from, to)),
        1 => (at(), Just(false)).prop_map(|(at, undo)| Action::DeleteToken(at, undo)),
        1 => (at(), Just(1), Just(false)).prop_map(|(at, length, undo)| Action::Delete(at, length, undo)),
    ]
}

fn offset(text: &str, at: usize) -> usize {
    text.floor_char_boundary(at % (text.len() + 1))
}

/// The line around `at`, with its end.
fn line(text: &str, at: usize) -> std::ops::Range<usize> {
    let (before, behind) = text.split_at(at);
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let end = behind.find('\n').map_or(text.len(), |newline| at + newline + 1);
    start..end
}

impl Action {
    fn act(&self, edited: &mut Edited) -> Result<(), String> {
        match *self {
            Action::Type(at, typed, undo) => {
                let start = offset(&edited.text, at);
                let mut at = start;
                for char in typed.chars() {
                    edited.replace(at..at, &char.to_string())?;
                    at += char.len_utf8();
                }
                if undo { edited.replace(start..at, "") } else { Ok(()) }
            }
            Action::Paste(at, pasted, undo) => {
                let at = offset(&edited.text, at);
                edited.replace(at..at, pasted)?;
                if undo { edited.replace(at..at + pasted.len(), "") } else { Ok(()) }
            }
            Action::CopyLine(from, to) => {
                let from = line(&edited.text, offset(&edited.text, from));
                let copied = edited.text.get(from).unwrap_or_default().to_owned();
                let to = line(&edited.text, offset(&edited.text, to)).start;
                edited.replace(to..to, &copied)
            }
            Action::DeleteToken(at, undo) => {
                let at = u32::try_from(offset(&edited.text, at)).unwrap();
                let token = edited.parse.syntax().token_at_offset(at.into()).right_biased();
                let Some(token) = token else { return Ok(()) };
                Self::delete(edited, token.text_range().into(), undo)
            }
            Action::Delete(at, length, undo) => {
                let start = offset(&edited.text, at);
                let end = edited.text.ceil_char_boundary(start + length);
                Self::delete(edited, start..end, undo)
            }
            Action::DeleteLine(at) => {
                let line = line(&edited.text, offset(&edited.text, at));
                edited.replace(line, "")
            }
        }
    }

    fn delete(
        edited: &mut Edited,
        range: std::ops::Range<usize>,
        undo: bool,
    ) -> Result<(), String> {
        let deleted = edited.text.get(range.clone()).unwrap_or_default().to_owned();
        let start = range.start;
        edited.replace(range, "")?;
        if undo { edited.replace(start..start, &deleted) } else { Ok(()) }
    }
}

fn act(text: &str, actions: &[Action]) -> Result<(), TestCaseError> {
    let mut edited = Edited::new(text);
    for action in actions {
        action.act(&mut edited).map_err(TestCaseError::fail)?;
    }
    Ok(())
}

proptest! {
    #[test]
    fn made_up_programs(text in program(), actions in prop::collection::vec(action(), 1..12)) {
        act(&text, &actions)?;
    }

    #[test]
    fn texts_of_the_syntax_tests(
        text in prop::sample::select(files()),
        actions in prop::collection::vec(action(), 1..6),
    ) {
        act(&text, &actions)?;
    }

    #[test]
    fn inventories(text in inventory(), actions in prop::collection::vec(action(), 1..8)) {
        act(&text, &actions)?;
    }

    /// Half-typed text in which the brackets pair.
    #[test]
    fn tame_edits(
        text in prop_oneof![program(), prop::sample::select(files())],
        actions in prop::collection::vec(tame_action(), 1..10),
    ) {
        act(&text, &actions)?;
    }

    /// Soup: most edits are made in the middle of mistakes.
    #[test]
    fn texts_of_pieces(
        text in "([ab][ab.]{0,2} = |[ab\\]\\[(){};=\"\n ]|x\\.|inherit |''|\\$\\{|a\\{ b\n|\n  |\n){0,24}",
        actions in prop::collection::vec(action(), 1..8),
    ) {
        act(&text, &actions)?;
        act(&format!("{{\n  a = 1;\n  {text}\n  b = 2;\n}}"), &actions)?;
    }
}
