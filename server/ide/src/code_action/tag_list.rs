//! A list of strings, and the set of the same names.

use eval::FileId;
use smol_str::SmolStr;
use syntax::{AstNode, ast, ast::BinOpKind};

use super::change::Edits;
use super::layout::{Slot, remove};
use crate::place::string_text;
use crate::spelling::{as_key, as_string};

/// What the strings of a list say; `None` if an item is anything else.
pub(super) fn strings(list: &ast::List) -> Option<Vec<SmolStr>> {
    let texts = list.items().map(|item| match item {
        ast::Expr::Str(string) => string_text(&string),
        _ => None,
    });
    texts.collect()
}

/// Makes a list of strings a set of empty sets, where it stands: what is between the items stays.
/// Those that are named elsewhere go.
pub(super) fn list_to_set(
    edits: &mut Edits,
    file: FileId,
    list: &ast::List,
    elsewhere: &dyn Fn(&str) -> bool,
) -> Option<()> {
    edits.replace(file, list.l_brack_token()?.text_range(), "{");
    for (item, name) in list.items().zip(strings(list)?) {
        if elsewhere(&name) {
            remove(edits, file, item.syntax());
        } else {
            let text = format!("{} = {{ }};", as_key(&name));
            edits.replace(file, item.syntax().text_range(), text);
        }
    }
    edits.replace(file, list.r_brack_token()?.text_range(), "}");
    Some(())
}

/// Adds a string to a list, unless it is there.
pub(super) fn add_string(
    edits: &mut Edits,
    file: FileId,
    list: &ast::List,
    text: &str,
) -> Option<()> {
    let known = list.items().any(|item| match item {
        ast::Expr::Str(string) => string_text(&string).is_some_and(|known| known == text),
        _ => false,
    });
    if !known {
        Slot::in_list(list)?.put(edits, file, &as_string(text));
    }
    Some(())
}

/// The list that an item can be added to, so that the value has it: one that is written out, also
/// beside a `++`, or as what `lib.mkForce` and its like are given.
pub(super) fn list_in(value: &ast::Expr) -> Option<ast::List> {
    match value {
        ast::Expr::List(list) => Some(list.clone()),
        ast::Expr::Paren(paren) => list_in(&paren.expr()?),
        ast::Expr::BinOp(operation) if operation.operator() == Some(BinOpKind::Concat) => {
            let left = operation.lhs().and_then(|it| list_in(&it));
            left.or_else(|| list_in(&operation.rhs()?))
        }
        ast::Expr::Apply(call) => {
            let function = call.lambda()?.to_string();
            let name = function.rsplit('.').next().unwrap_or_default();
            let keeps = ["mkForce", "mkDefault", "mkBefore", "mkAfter"].contains(&name);
            keeps.then(|| list_in(&call.argument()?))?
        }
        _ => None,
    }
}
