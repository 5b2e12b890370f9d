//! The comments of a text that speak to us, `# inventory-ls: …`.
//!
//! There are none in most texts, and to learn so by looking at every token after every edit would
//! cost as much as the rest. So what was found is kept with the tree in which it was found, and of
//! the next tree only those nodes are looked into that are not nodes of the one before.

use std::ptr;

use syntax::{
    GreenNode, GreenNodeData, GreenTokenData, Language, NixLanguage, NodeOrToken, SyntaxKind,
    TextSize,
};

/// A comment, from its `#` or `/*` on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Remark {
    /// Where it begins.
    pub(crate) at: TextSize,
    /// All of it.
    pub(crate) text: String,
}

/// All such comments of a text, by place.
#[derive(Debug)]
pub(crate) struct Remarks {
    tree: GreenNode,
    list: Vec<Remark>,
}

type Child<'g> = NodeOrToken<&'g GreenNodeData, &'g GreenTokenData>;

impl Remarks {
    /// Looks at every token.
    pub(crate) fn of(tree: &GreenNode) -> Remarks {
        let mut list = Vec::new();
        collect(NodeOrToken::Node(tree), TextSize::default(), &mut list);
        Remarks { tree: tree.clone(), list }
    }

    /// Those of the text after an edit.
    pub(crate) fn after(&self, tree: &GreenNode) -> Remarks {
        let changed = Change::between(&self.tree, tree);
        let behind = self.tree.text_len() - changed.behind;
        let mut list: Vec<Remark> =
            self.list.iter().take_while(|it| it.at < changed.before).cloned().collect();
        let mut at = changed.before;
        for &child in &changed.inserted {
            collect(child, at, &mut list);
            at += text_len(child);
        }
        let moved = self.list.iter().skip_while(|it| it.at < behind);
        list.extend(moved.map(|it| Remark { at: it.at - behind + at, text: it.text.clone() }));
        Remarks { tree: tree.clone(), list }
    }

    /// The comments.
    pub(crate) fn list(&self) -> &[Remark] {
        &self.list
    }
}

/// What a tree has in the place of a part of another.
struct Change<'g> {
    /// How long the text before is that both share, and how long the one behind.
    before: TextSize,
    behind: TextSize,
    inserted: Vec<Child<'g>>,
}

impl<'g> Change<'g> {
    /// Goes down for as long as all that differs is one node.
    fn between(mut old: &'g GreenNodeData, mut new: &'g GreenNodeData) -> Change<'g> {
        let (mut before, mut behind) = (TextSize::default(), TextSize::default());
        loop {
            let (mut olds, mut news) = (old.children(), new.children());
            before += take_shared(&mut olds, &mut news, Iterator::next);
            behind += take_shared(&mut olds, &mut news, DoubleEndedIterator::next_back);
            match (olds.len(), news.len(), olds.next(), news.clone().next()) {
                (
                    1,
                    1,
                    Some(NodeOrToken::Node(further_old)),
                    Some(NodeOrToken::Node(further_new)),
                ) => {
                    (old, new) = (further_old, further_new);
                }
                _ => return Change { before, behind, inserted: news.collect() },
            }
        }
    }
}

/// Takes off two rows what they share at an end; how long that is.
fn take_shared<'g, R: Iterator<Item = Child<'g>> + Clone>(
    old: &mut R,
    new: &mut R,
    next: fn(&mut R) -> Option<Child<'g>>,
) -> TextSize {
    let mut length = TextSize::default();
    loop {
        let (mut old_rest, mut new_rest) = (old.clone(), new.clone());
        match (next(&mut old_rest), next(&mut new_rest)) {
            (Some(a), Some(b)) if is_same(a, b) => length += text_len(a),
            _ => return length,
        }
        (*old, *new) = (old_rest, new_rest);
    }
}

fn is_same(a: Child<'_>, b: Child<'_>) -> bool {
    match (a, b) {
        (NodeOrToken::Node(a), NodeOrToken::Node(b)) => ptr::eq(a, b),
        (NodeOrToken::Token(a), NodeOrToken::Token(b)) => {
            ptr::eq(a, b) || (a.kind() == b.kind() && a.text() == b.text())
        }
        _ => false,
    }
}

fn text_len(child: Child<'_>) -> TextSize {
    match child {
        NodeOrToken::Node(node) => node.text_len(),
        NodeOrToken::Token(token) => token.text().len().try_into().unwrap_or_default(),
    }
}

/// Adds the comments below a node. Trees may be too high to recurse into.
fn collect(child: Child<'_>, at: TextSize, list: &mut Vec<Remark>) {
    let mut pending = vec![(child, at)];
    while let Some((child, at)) = pending.pop() {
        match child {
            NodeOrToken::Node(node) => {
                let mut end = at + node.text_len();
                pending.extend(node.children().rev().map(|child| {
                    end -= text_len(child);
                    (child, end)
                }));
            }
            NodeOrToken::Token(token) if is_remark(token) => {
                list.push(Remark { at, text: token.text().to_owned() });
            }
            NodeOrToken::Token(_) => {}
        }
    }
}

fn is_remark(token: &GreenTokenData) -> bool {
    NixLanguage::kind_from_raw(token.kind()) == SyntaxKind::TOKEN_COMMENT
        && said(token.text()).is_some()
}

/// What a comment says to us.
pub(crate) fn said(comment: &str) -> Option<&str> {
    let text = comment.strip_prefix('#').or_else(|| comment.strip_prefix("/*"))?;
    text.trim_start().strip_prefix("inventory-ls:").map(str::trim_start)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use syntax::{TextEdit, TextRange, parse};

    use super::*;

    const TEXT: &str = "# inventory-ls: allow-file(a)\n{\n  # inventory-ls: allow(b)\n  jon = [ 1 ];\n  \
        sara = { # a remark\n    tags = [ /* inventory-ls: allow(c) */ \"x\" ];\n  };\n  \
        bob = { };\n  eve = 1; #inventory-ls:allow(d)\n}\n";

    fn texts(remarks: &Remarks) -> Vec<&str> {
        remarks.list().iter().map(|remark| remark.text.as_str()).collect()
    }

    #[test]
    fn only_comments_that_speak_to_us_are_kept() {
        let remarks = Remarks::of(parse(TEXT).green());
        let expected = [
            "# inventory-ls: allow-file(a)",
            "# inventory-ls: allow(b)",
            "/* inventory-ls: allow(c) */",
            "#inventory-ls:allow(d)",
        ];
        assert_eq!(texts(&remarks), expected);
        for remark in remarks.list() {
            assert!(TEXT.get(remark.at.into()..).unwrap().starts_with(&remark.text));
        }
    }

    #[test]
    fn only_what_an_edit_made_is_looked_at() {
        let before = parse(TEXT);
        let at = TextSize::try_from(TEXT.find("1 ]").unwrap()).unwrap();
        let after = before.edit(&TextEdit { delete: TextRange::empty(at), insert: "2".to_owned() });
        let change = Change::between(before.green(), after.green());
        assert_eq!(change.inserted.len(), 1);
        assert_eq!(text_len(change.inserted[0]), 2.into());
        assert_eq!(
            (change.before, after.green().text_len() - change.behind),
            (at, at + TextSize::new(2))
        );
    }

    const TYPED: [&str; 7] =
        ["", "x", "\"", "\n", "} {", "# inventory-ls: allow(e)\n", "/* inventory-ls: "];

    proptest! {
        #[test]
        fn after_edits_they_are_those_of_the_text(
            edits in prop::collection::vec(
                (0..1000_usize, 0..9_usize, prop::sample::select(&TYPED[..])), 1..6)
        ) {
            let mut parse = parse(TEXT);
            let mut remarks = Remarks::of(parse.green());
            for (at, deleted, typed) in edits {
                let length = usize::from(parse.green().text_len());
                let from = length * at / 1000;
                let size = |at: usize| TextSize::try_from(at).unwrap();
                let delete = TextRange::new(size(from), size((from + deleted).min(length)));
                parse = parse.edit(&TextEdit { delete, insert: typed.to_owned() });
                remarks = remarks.after(parse.green());
                let anew = Remarks::of(parse.green());
                prop_assert_eq!(remarks.list(), anew.list());
            }
        }
    }
}
