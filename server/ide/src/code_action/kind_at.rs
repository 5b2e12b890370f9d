//! Which values are taken where an expression stands: those of the option that it is a value of, or
//! an item of.

use inventory::catalogue::{Kind, OptionDef, SettingAt};
use inventory::schema;
use smol_str::SmolStr;
use syntax::{AstNode, SyntaxNode, ast};

use super::Context;
use super::file::File;
use crate::settings::{SettingsPath, option};

/// The kind of the values there; `None` where that is not known.
pub(super) fn kind_at(context: &Context<'_>, file: &File, value: &SyntaxNode) -> Option<Kind> {
    let around = value.parent()?;
    if ast::List::can_cast(around.kind()) {
        return item_of(kind_at(context, file, &around)?);
    }
    let path = file.path_of_binding(&ast::AttrpathValue::cast(around)?)?;
    let names: Vec<&str> = path.iter().map(SmolStr::as_str).collect();
    if let ["inventory", "tags", _] = *names {
        return Some(Kind::List(Box::new(Kind::Text)));
    }
    match SettingsPath::of(&names) {
        Some(path) => {
            let service = context.analysis.reach(file.clan()).service_of(path.instance)?;
            option(&service, &path).map(OptionDef::kind)
        }
        None => match schema().setting(&names) {
            SettingAt::Option(option) => Some(option.kind()),
            _ => None,
        },
    }
}

/// The kind of a list's items.
pub(super) fn item_of(kind: Kind) -> Option<Kind> {
    match kind {
        Kind::List(item) => Some(*item),
        Kind::OneOf(kinds) => {
            let mut items = kinds.into_iter().filter_map(item_of);
            items.next().filter(|_| items.next().is_none())
        }
        _ => None,
    }
}
