//! The bindings of a tree, as texts that can be compared.

use syntax::{AstNode, SyntaxNode, TextRange, ast};

/// A binding whose value is no set, or is one without such bindings.
pub(super) struct Leaf {
    /// The names that lead to it, a `=`, its value.
    pub(super) text: String,
    pub(super) range: TextRange,
    /// The attribute paths around it: with one of them its text changes too.
    pub(super) above: Vec<TextRange>,
}

/// All leaves below a node.
pub(super) fn leaves(root: &SyntaxNode) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    gather(root, &Path::default(), &mut leaves);
    leaves
}

/// The names that lead to a node.
#[derive(Default)]
struct Path {
    text: String,
    ranges: Vec<TextRange>,
}

impl Path {
    fn child(&self, attrpath: Option<ast::Attrpath>) -> Path {
        let Some(attrpath) = attrpath else {
            return Path { text: self.text.clone(), ranges: self.ranges.clone() };
        };
        let names = attrpath.syntax().text().to_string().replace('"', "");
        let text = if self.text.is_empty() { names } else { format!("{}.{names}", self.text) };
        Path { text, ranges: [self.ranges.as_slice(), &[attrpath.syntax().text_range()]].concat() }
    }
}

fn gather(node: &SyntaxNode, path: &Path, leaves: &mut Vec<Leaf>) {
    for child in node.children() {
        match ast::AttrpathValue::cast(child.clone()) {
            Some(binding) => of_binding(&binding, path, leaves),
            None => gather(&child, path, leaves),
        }
    }
}

fn of_binding(binding: &ast::AttrpathValue, path: &Path, leaves: &mut Vec<Leaf>) {
    let own = path.child(binding.attrpath());
    let before = leaves.len();
    let value = binding.value();
    if let Some(value) = &value {
        gather(value.syntax(), &own, leaves);
    }
    let value = match value {
        Some(ast::Expr::AttrSet(_)) if leaves.len() == before => "{}".to_owned(),
        Some(ast::Expr::AttrSet(_)) => return,
        value => value.map(|value| value.syntax().text().to_string()).unwrap_or_default(),
    };
    let range = binding.syntax().text_range();
    leaves.push(Leaf { text: format!("{}={value}", own.text), range, above: path.ranges.clone() });
}
