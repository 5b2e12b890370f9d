//! What an edited file is lowered to.

use std::sync::Arc;

use eval::Source;
use proptest::prelude::*;
use syntax::{Parse, TextEdit, TextRange, TextSize};

use crate::parts::texts::{Change, change, clan, edit, set};
use crate::parts::{all, source};

/// Edits a text again and again. Each version must be lowered to what it would be without the ones
/// before, whether or not the tree was parsed anew.
fn check(text: &str, changes: &[Change]) {
    let mut parse = syntax::parse(text);
    let mut version = source(text);
    for &change in changes {
        let edited = parse.edit(&edit(&parse.text(), change));
        let again = version.edited(&syntax::parse(&edited.text()));
        version = version.edited(&edited);
        let expected = format!("{:?}", source(&edited.text()).part);
        assert_eq!(format!("{:?}", version.part), expected, "{}", edited.text());
        assert_eq!(format!("{:?}", again.part), expected, "{}", edited.text());
        parse = edited;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn a_version_is_lowered_as_if_it_were_the_first(
        text in set(),
        changes in prop::collection::vec(change(), 1..6),
    ) {
        check(&text, &changes);
    }

    #[test]
    fn so_is_a_version_of_a_clan(
        machines in 1..90usize,
        changes in prop::collection::vec(change(), 1..6),
    ) {
        check(&clan(machines), &changes);
    }
}

/// The text with `insert` behind the first `behind`.
fn typed(parse: &Parse, behind: &str, insert: &str) -> Parse {
    let at = parse.text().find(behind).map_or(0, |at| at + behind.len());
    let at = TextSize::new(u32::try_from(at).unwrap_or_default());
    parse.edit(&TextEdit { delete: TextRange::empty(at), insert: insert.to_owned() })
}

/// How many parts a text has, and how many of them are new after an edit.
fn new_parts(text: &str, behind: &str, insert: &str) -> (usize, usize) {
    let parse = syntax::parse(text);
    let before = source(text).edited(&parse);
    let after = before.edited(&typed(&parse, behind, insert));
    let known = all(&before.part);
    let is_new = |part: &&_| !known.iter().any(|known| Arc::ptr_eq(known, part));
    (known.len(), all(&after.part).iter().filter(is_new).count())
}

#[test]
fn an_edit_makes_new_parts_around_it_alone() {
    // The file, `inventory`, `machines` and the machine.
    for behind in ["m40 = { tags = [ \"lap", "m40 = {", "m41.tags = [ \"x"] {
        let (all, new) = new_parts(&clan(100), behind, " ");
        assert!(all > 100 && new == 4, "{behind}: {new} new parts");
    }
}

#[test]
fn parts_elsewhere_stay_when_bindings_come_and_go() {
    for insert in ["\n new = { };", "\n m7.tags = [ ];", "\n half", "\n # a comment"] {
        let (all, new) = new_parts(&clan(100), "inventory.machines = {", insert);
        assert!(all > 100 && new <= 4, "{insert}: {new} new parts");
    }
}

#[test]
fn a_comment_between_machines_is_none_of_their_business() {
    let (_, new) = new_parts(&clan(100), "]; }; # ta", "x");
    assert_eq!(new, 3);
}

#[test]
fn what_surrounds_a_set_may_change() {
    let text = clan(100);
    for (behind, insert) in [("{ lib", ", config"), ("}: {\n", "x = { y = { }; };\n"), ("...", " ")]
    {
        let (all, new) = new_parts(&text, behind, insert);
        assert!(all > 100 && new <= 2, "{behind}: {new} new parts");
    }
}

#[test]
fn a_version_does_not_hold_on_to_the_one_before() {
    let parse = syntax::parse(&clan(3));
    let version = source("1").edited(&parse);
    let old: Vec<_> = all(&version.part).iter().map(Arc::downgrade).collect();
    let edited = version.edited(&typed(&parse, "m1.tags = [ \"x", "y"));
    drop(version);
    let kept = all(&edited.part);
    let gone = old.iter().filter(|part| part.upgrade().is_none()).count();
    assert_eq!((old.len(), kept.len(), gone), (8, 8, 4));
}

#[test]
fn places_are_those_of_the_text() {
    let text = clan(8);
    let edited = typed(&syntax::parse(&text), "machines = {", "\n\n");
    let version: Source = source("").edited(&syntax::parse(&text)).edited(&edited);
    let text = edited.text();
    let mut start = TextSize::default();
    let mut part = version.part.clone();
    for name in ["inventory", "machines", "m2"] {
        let child = part.children().iter().find(|child| child.part.name() == name).unwrap().clone();
        start += child.offset;
        part = child.part;
        let at = usize::from(start);
        let written = text.get(at..).unwrap();
        assert!(written.starts_with(name) || name == "machines", "{name}: {written}");
    }
    let range = part.range(part.root()) + start;
    let written = text.get(std::ops::Range::<usize>::from(range)).unwrap();
    assert!(written.starts_with("{\n      description"), "{written}");
}
