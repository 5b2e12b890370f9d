//! The ways in which a text is broken: a token goes, or a half-typed line comes.

use super::leaves::Leaf;
use syntax::{SyntaxKind, SyntaxNode, SyntaxToken, TextRange};

/// In files with more leaves only every third token is edited.
const MANY_LEAVES: usize = 60;

/// What people begin to type in a set.
const HALF_TYPED: [&str; 5] =
    ["roles.", "roles.client.tags = [ \"", "module.name = ", "roles.client.machines.", "foo"];

/// One edit.
pub(super) struct Breakage {
    pub(super) kind: &'static str,
    delete: TextRange,
    insert: &'static str,
}

impl Breakage {
    pub(super) fn apply(&self, text: &str) -> String {
        let (start, end) = (usize::from(self.delete.start()), usize::from(self.delete.end()));
        let part = |range: std::ops::Range<usize>| text.get(range).unwrap_or_default();
        let new_line = if self.insert.is_empty() { "" } else { "\n" };
        [part(0..start), new_line, self.insert, part(end..text.len())].concat()
    }

    /// Does the edit change something in, or right beside, the leaf or a name that leads to it?
    pub(super) fn damages(&self, leaf: &Leaf) -> bool {
        let inside =
            |range: &TextRange| range.contains_range(self.delete) && !self.delete.is_empty();
        let beside =
            leaf.range.start() <= self.delete.end() && self.delete.start() <= leaf.range.end();
        beside || leaf.above.iter().any(inside)
    }

    /// The edit as a person is told of it.
    pub(super) fn shown(&self, text: &str) -> String {
        let before = text.get(..usize::from(self.delete.start())).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        format!("{line}: {}", self.kind)
    }
}

/// The edits of a file with that many leaves.
pub(super) fn breakages(root: &SyntaxNode, leaves: usize) -> Vec<Breakage> {
    let step = if leaves > MANY_LEAVES { 3 } else { 1 };
    let tokens = root.descendants_with_tokens().filter_map(syntax::NodeOrToken::into_token);
    let edited = tokens.filter(|token| deletion(token).is_some());
    edited.step_by(step).flat_map(|token| of_token(&token)).collect()
}

fn of_token(token: &SyntaxToken) -> Vec<Breakage> {
    let range = token.text_range();
    let mut edits: Vec<Breakage> = deletion(token)
        .map(|kind| Breakage { kind, delete: range, insert: "" })
        .into_iter()
        .collect();
    let in_set = token.parent().is_some_and(|node| node.kind() == SyntaxKind::NODE_ATTR_SET);
    if token.kind() == SyntaxKind::TOKEN_L_BRACE && in_set {
        edits.extend(HALF_TYPED.map(|insert| {
            let delete = TextRange::empty(range.end());
            Breakage { kind: insert, delete, insert }
        }));
    }
    edits
}

/// What the deletion of a token is called, if it is one of those that are deleted.
fn deletion(token: &SyntaxToken) -> Option<&'static str> {
    Some(match token.kind() {
        SyntaxKind::TOKEN_SEMICOLON => "delete ;",
        SyntaxKind::TOKEN_ASSIGN => "delete =",
        SyntaxKind::TOKEN_L_BRACE => "delete {",
        SyntaxKind::TOKEN_R_BRACE => "delete }",
        SyntaxKind::TOKEN_L_BRACK => "delete [",
        SyntaxKind::TOKEN_R_BRACK => "delete ]",
        SyntaxKind::TOKEN_STRING_END if token.text() == "\"" => "delete closing \"",
        SyntaxKind::TOKEN_IDENT => "delete identifier",
        _ => return None,
    })
}
