//! What `module.input` can be: clan-core, this clan, and the inputs that its flake lists.

use inventory::Clan;
use smol_str::SmolStr;

use super::{CompletionKind, Proposal};
use crate::{Analysis, flake};

pub(super) fn inputs(analysis: &Analysis, clan: &Clan) -> Vec<Proposal> {
    let core = clan.core.input.clone().unwrap_or(SmolStr::new_static("clan-core"));
    let own = SmolStr::new_static("self");
    let others = flake::inputs(analysis, clan).into_iter().map(|input| input.name);
    let others: Vec<SmolStr> = others.filter(|name| *name != core && *name != own).collect();
    let known =
        [(core, "the services of clan-core"), (own, "the services below `modules` of this clan")];
    let known = known.map(|(name, detail)| (name, detail.to_owned()));
    let others = others.into_iter().map(|name| (name, "an input of flake.nix".to_owned()));
    let proposals = known.into_iter().chain(others).map(|(name, detail)| Proposal {
        detail: Some(detail),
        ..Proposal::name(name, CompletionKind::Input)
    });
    proposals.collect()
}
