//! The tags of the machines: their own, and what `inventory.tags` computes.

use std::collections::BTreeMap;
use std::rc::Rc;

use eval::{Definitions, OptionPath};
use smol_str::SmolStr;

use super::Builder;
use super::config::KnownMachines;
use super::options::dotted;
use crate::catalogue::Kind;
use crate::check::{OptionMistake, misfit_of};
use crate::clan::{Carriers, Listed, MachineClass, Tags, Written};

impl Builder<'_> {
    /// Who carries which tag. `definitions` are those of `inventory.tags`.
    pub(super) fn tags(
        &mut self,
        definitions: &Definitions,
        machines: &Rc<KnownMachines>,
        mistakes: &mut Vec<OptionMistake>,
    ) -> Tags {
        let inventory = OptionPath::ROOT.child("inventory");
        let path = inventory.child("tags");
        let met = self.ev.refusals().len();
        let context = self.config.tags_context(&mut self.ev, machines);
        let modules = self.ev.submodule(definitions, &path, &context);
        let children = self.ev.children(&modules, &path);
        self.config.set_tags(&children);
        let previous = self.previous.as_ref().map(|clan| (&clan.machines, &clan.tags.own));
        let mut tags = Tags {
            own: Carriers::of(&machines.table, previous),
            computed: built_in(),
            definitions: BTreeMap::new(),
            open: self.open(&dotted(&path), &children.open),
            of_function: !self.are_plainly_sets(definitions),
        };
        for (tag, definitions) in children.entries {
            mistakes.extend(self.judge_tag(&path.child(&tag), &definitions));
            tags.definitions.insert(tag.clone(), self.names(&definitions));
            let listed = self.strings(&definitions);
            tags.open |= self.open(&dotted(&path.child(&tag)), &listed.open);
            // Of a machine that is listed twice the first place counts.
            let listed = listed.items.into_iter().rev().collect();
            tags.computed.insert(tag, Listed::Names(listed));
        }
        self.keep_circles(met);
        tags
    }

    /// What is wrong with the machines that a tag lists.
    fn judge_tag(
        &mut self,
        path: &OptionPath<'_>,
        definitions: &Definitions,
    ) -> Vec<OptionMistake> {
        let kind = Kind::List(Box::new(Kind::Text));
        let written =
            if self.knows_readers { self.written(definitions, path) } else { Written::default() };
        let wrong = written.definitions.iter().filter_map(|it| misfit_of(&kind, it));
        wrong.map(|(kind, at)| OptionMistake { path: path.names(), kind, at }).collect()
    }
}

fn built_in() -> BTreeMap<SmolStr, Listed> {
    let listed = [
        ("all", Listed::All),
        ("nixos", Listed::Class(MachineClass::Nixos)),
        ("darwin", Listed::Class(MachineClass::Darwin)),
    ];
    listed.into_iter().map(|(name, listed)| (SmolStr::new_static(name), listed)).collect()
}
