//! `unknown-tag`: lets a machine carry the tag.

use smol_str::SmolStr;

use super::change::Edits;
use super::inventory_tags::{are_tags_there, lists, set_machines};
use super::machine::add_tag;
use super::{CodeAction, Context};
use crate::Diagnostic;
use crate::place::attr_text;

/// In a larger fleet a list of all machines is no help.
const MOST_MACHINES: usize = 5;

/// The tags that follow from what a machine is: nobody gives them by hand.
const BUILT_IN: [&str; 3] = ["all", "nixos", "darwin"];

/// One action for each machine, in a small fleet.
pub(super) fn carry(context: &Context<'_>, mistake: &Diagnostic) -> Vec<CodeAction> {
    let Some(file) = context.file() else { return Vec::new() };
    let clan = file.clan();
    let key = file.attr_at(mistake.range).and_then(|attr| attr_text(&attr));
    let name = key.or_else(|| Some(file.string_at(mistake.range)?.1));
    let Some(tag) = name else { return Vec::new() };
    if clan.machines.len() > MOST_MACHINES || BUILT_IN.contains(&tag.as_str()) {
        return Vec::new();
    }
    let in_inventory = lists(clan, &tag) || are_tags_there(clan);
    let action = |machine: &SmolStr| {
        let mut edits = Edits::default();
        if in_inventory {
            set_machines(context, clan, &mut edits, (&tag, &[machine]))?;
        } else {
            add_tag(context, clan, &mut edits, (machine, &tag))?;
        }
        let title = format!("Add the tag `{tag}` to the machine `{machine}`");
        Some(CodeAction::fix(title, context.change(edits)?))
    };
    clan.machines.keys().filter_map(action).collect()
}
