//! How a function of nixpkgs' `lib` is called at a place, by the names that are in scope there.

use syntax::{AstNode, SyntaxNode, ast, ast::HasEntry};

use crate::place::attr_text;

/// `lib.<function>`, or `<function>` where that is bound or `with lib` is around; `None` where
/// neither is in scope.
pub(super) fn call(at: &SyntaxNode, function: &str) -> Option<String> {
    if at.ancestors().any(|node| binds(&node, function) || brings_lib(&node)) {
        return Some(function.to_owned());
    }
    at.ancestors().any(|node| binds(&node, "lib")).then(|| format!("lib.{function}"))
}

/// Does a node bind a name for what is in it?
fn binds(node: &SyntaxNode, name: &str) -> bool {
    if let Some(lambda) = ast::Lambda::cast(node.clone()) {
        return lambda.param().is_some_and(|param| param_binds(&param, name));
    }
    if let Some(let_in) = ast::LetIn::cast(node.clone()) {
        return entries_bind(&let_in, name);
    }
    let recursive = ast::AttrSet::cast(node.clone()).filter(|set| set.rec_token().is_some());
    recursive.is_some_and(|set| entries_bind(&set, name))
}

fn param_binds(param: &ast::Param, name: &str) -> bool {
    let is_it = |ident: Option<ast::Ident>| ident.is_some_and(|ident| ident.to_string() == name);
    match param {
        ast::Param::IdentParam(param) => is_it(param.ident()),
        ast::Param::Pattern(pattern) => {
            pattern.pat_entries().any(|entry| is_it(entry.ident()))
                || pattern.pat_bind().is_some_and(|bind| is_it(bind.ident()))
        }
    }
}

fn entries_bind(set: &impl HasEntry, name: &str) -> bool {
    let is_it = |attr: Option<ast::Attr>| {
        attr.and_then(|attr| attr_text(&attr)).is_some_and(|text| text == name)
    };
    set.entries().any(|entry| match entry {
        ast::Entry::AttrpathValue(binding) => {
            is_it(binding.attrpath().and_then(|path| path.attrs().next()))
        }
        ast::Entry::Inherit(inherit) => inherit.attrs().any(|attr| is_it(Some(attr))),
    })
}

/// Is it `with lib`?
fn brings_lib(node: &SyntaxNode) -> bool {
    let namespace = ast::With::cast(node.clone()).and_then(|with| with.namespace());
    namespace.is_some_and(|namespace| namespace.to_string() == "lib")
}

/// Does an expression need parentheses as the argument of a function?
pub(super) fn needs_parentheses(argument: &ast::Expr) -> bool {
    !matches!(
        argument,
        ast::Expr::AttrSet(_)
            | ast::Expr::List(_)
            | ast::Expr::Str(_)
            | ast::Expr::Ident(_)
            | ast::Expr::Literal(_)
            | ast::Expr::Paren(_)
            | ast::Expr::Select(_)
            | ast::Expr::PathAbs(_)
            | ast::Expr::PathRel(_)
            | ast::Expr::PathHome(_)
            | ast::Expr::PathSearch(_)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How `mkForce` is called at the innermost expression of a text, the last one that is a number.
    #[track_caller]
    fn calls(text: &str, expected: Option<&str>) {
        let root = syntax::parse(text).syntax();
        let number = root.descendants().filter_map(ast::Literal::cast).last().unwrap();
        assert_eq!(call(number.syntax(), "mkForce").as_deref(), expected, "{text}");
    }

    #[test]
    fn lib_is_called_as_it_is_in_scope() {
        calls("{ lib, ... }: { a = 1; }", Some("lib.mkForce"));
        calls("lib: { a = 1; }", Some("lib.mkForce"));
        calls("let lib = x; in { a = 1; }", Some("lib.mkForce"));
        calls("let inherit (x) lib; in { a = 1; }", Some("lib.mkForce"));
        calls("{ lib, ... }: with lib; { a = 1; }", Some("mkForce"));
        calls("let inherit (x.lib) mkForce; in { a = 1; }", Some("mkForce"));
        calls("{ config, ... }: { a = 1; }", None);
        calls("{ lib = 2; a = 1; }", None);
    }
}
