//! Proposals to the list that an editor shows: no longer than anybody reads, each as a change of
//! what stands in the slot.

use std::cmp::Reverse;

use inventory::Clan;
use syntax::{Parse, TextRange, TextSize};

use super::names::Slot;
use super::snippet::literal;
use super::{Completion, CompletionItem, CompletionKind, Insert, Proposal, frame};
use crate::fuzzy::Fuzzy;
use crate::stretch;

/// Longer lists are cut, and asked for again as more is typed: each keystroke pays for its list.
const MOST: usize = 250;

/// The list for a slot, with the cursor at a place in it.
pub(super) fn list(
    clan: &Clan,
    (parse, cursor): (&Parse, TextSize),
    slot: &Slot,
    mut proposals: Vec<Proposal>,
) -> Completion {
    let incomplete = proposals.len() > MOST;
    if incomplete {
        let typed = slot.range.intersect(TextRange::up_to(cursor)).unwrap_or_default();
        keep_best(&mut proposals, &stretch::text(&parse.syntax(), typed));
    }
    let has_room = slot.is_unbound(cursor) && frame::has_room(parse, slot.range);
    let items = proposals.into_iter().enumerate();
    let items = items.filter_map(|(rank, mut proposal)| {
        proposal.value = proposal.value.filter(|_| has_room && !proposal.used);
        item(clan, slot, rank, proposal)
    });
    Completion { items: items.collect(), incomplete, before_cursor: slot.before(cursor) }
}

/// Keeps the proposals that fit best what is typed; where nothing is, the first.
fn keep_best(proposals: &mut Vec<Proposal>, typed: &str) {
    let typed = typed.trim_start_matches('"');
    if !typed.is_empty() {
        let mut fuzzy = Fuzzy::new(typed);
        let fitting = std::mem::take(proposals).into_iter();
        let mut fitting: Vec<(Reverse<u32>, Proposal)> =
            fitting.filter_map(|it| Some((Reverse(fuzzy.score(&it.name)?), it))).collect();
        fitting.sort_by_key(|(score, proposal)| (proposal.used, *score));
        proposals.extend(fitting.into_iter().map(|(_, proposal)| proposal));
    }
    proposals.truncate(MOST);
}

fn item(clan: &Clan, slot: &Slot, rank: usize, proposal: Proposal) -> Option<CompletionItem> {
    let edit = slot.edit(&proposal)?;
    let detail = match proposal.kind {
        // Of many machines only few are told: their tags are not looked up before.
        CompletionKind::Machine => Some(tags(clan, &proposal.name)),
        _ => proposal.detail,
    };
    let key = literal(&edit.insert);
    Some(CompletionItem {
        edit,
        binding: proposal.value.map(|value| format!("{key} = {value};$0")),
        snippet: matches!(proposal.insert, Insert::Snippet(_)),
        sort_text: format!("{rank:05}"),
        detail: detail.map(|detail| one_line(&detail)),
        signature: proposal.signature,
        documentation: proposal.documentation,
        is_closed: proposal.kind.is_closed() && !proposal.name.contains('.') && !slot.is_quoted(),
        kind: proposal.kind,
        label: proposal.name.into(),
    })
}

fn tags(clan: &Clan, machine: &str) -> String {
    let tags = clan.tags_of(machine);
    tags.iter().map(|(tag, _)| tag.as_str()).collect::<Vec<_>>().join(" ")
}

/// Editors show it in a row of a list.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
