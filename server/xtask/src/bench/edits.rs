//! Edits that a person makes in the clan of `clan.rs`, each one a way there and back.

use syntax::{TextEdit, TextRange, TextSize};

/// Edits of one kind, to be made in this order: behind the last the text is what it was.
pub(super) struct Kind {
    pub(super) name: &'static str,
    pub(super) edits: Vec<TextEdit>,
}

/// All kinds of edits, for the text of a clan.
pub(super) fn kinds(text: &str) -> Vec<Kind> {
    let place = |behind: &str| text.find(behind).map_or(0, |at| at + behind.len());
    let machine = place("bench-machine = {");
    let string = place("root@192.0.2.77");
    let comment = place("# the machine that the bench");
    let kind = |name, edits: Vec<Vec<TextEdit>>| Kind { name, edits: edits.concat() };
    vec![
        kind("a character in a string", vec![typed(string, "8"), erased(string, "8")]),
        kind(
            "a character in a name",
            vec![typed(place("bench-mach"), "i"), erased(place("bench-mach"), "i")],
        ),
        kind("a character in a comment", vec![typed(comment, "k"), erased(comment, "k")]),
        kind("an empty line", vec![pasted(machine, "\n\n"), cut(machine, "\n\n")]),
        kind(
            "a tag, pasted",
            vec![pasted(place("tags = [ \"laptop\""), TAG), cut(place("tags = [ \"laptop\""), TAG)],
        ),
        kind("a setting, pasted", vec![pasted(machine, SETTING), cut(machine, SETTING)]),
        kind("a setting, typed", vec![typed(machine, SETTING), cut(machine, SETTING)]),
        kind(
            "a machine, pasted",
            vec![
                pasted(machine_before(text, machine), MACHINE),
                cut(machine_before(text, machine), MACHINE),
            ],
        ),
        kind(
            "a machine, typed",
            vec![
                typed(machine_before(text, machine), MACHINE),
                cut(machine_before(text, machine), MACHINE),
            ],
        ),
        kind("a string without its end, typed", vec![typed(machine, STRING), cut(machine, STRING)]),
        kind("a set without its end, typed", vec![typed(machine, SET), cut(machine, SET)]),
        kind("a list without its end, typed", vec![typed(machine, LIST), cut(machine, LIST)]),
        kind("a closing brace, erased and typed", brace(text, machine)),
        kind(
            "an opening brace, erased and typed",
            vec![cut(machine - 1, "{"), typed(machine - 1, "{")],
        ),
    ]
}

const TAG: &str = " \"oslo\"";
const SETTING: &str = "\n      description = \"of the bench\";";
const STRING: &str = "\n      description = \"of the bench";
const SET: &str = "\n      deploy = {\n        user = \"root\";";
const LIST: &str = "\n      users = [ \"root\"";
const MACHINE: &str = "\n    new-machine.tags = [ \"laptop\" ];";

/// The end of the line above that of `machine`.
fn machine_before(text: &str, machine: usize) -> usize {
    let line = |end: usize| text.get(..end).and_then(|text| text.rfind('\n')).unwrap_or(0);
    line(line(machine))
}

fn brace(text: &str, machine: usize) -> Vec<Vec<TextEdit>> {
    let brace = text.get(machine..).and_then(|text| text.find('}')).unwrap_or(0) + machine;
    vec![cut(brace, "}"), typed(brace, "}")]
}

fn typed(at: usize, text: &str) -> Vec<TextEdit> {
    let begins = text.char_indices().map(|(index, char)| (at + index, char));
    begins.map(|(at, char)| TextEdit { delete: range(at, 0), insert: char.to_string() }).collect()
}

fn pasted(at: usize, text: &str) -> Vec<TextEdit> {
    vec![TextEdit { delete: range(at, 0), insert: text.to_owned() }]
}

/// Erases `text` at once.
fn cut(at: usize, text: &str) -> Vec<TextEdit> {
    vec![TextEdit { delete: range(at, text.len()), insert: String::new() }]
}

/// Erases a `text` of one character.
fn erased(at: usize, text: &str) -> Vec<TextEdit> {
    cut(at, text)
}

fn range(at: usize, length: usize) -> TextRange {
    let size = |bytes| TextSize::new(u32::try_from(bytes).unwrap_or(u32::MAX));
    TextRange::at(size(at), size(length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_lead_back_to_the_text() {
        let text = crate::bench::clan::clan(20);
        for Kind { name, edits } in kinds(&text) {
            let mut edited = text.clone();
            for edit in &edits {
                let changed = std::ops::Range::<usize>::from(edit.delete);
                edited.replace_range(changed, &edit.insert);
                assert_ne!(edited, "", "{name}");
            }
            assert_eq!(edited, text, "{name}");
        }
    }
}
