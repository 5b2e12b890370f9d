//! Which machines carry which tags: their own, and those that `inventory.tags` computes. `all`,
//! `nixos` and `darwin` are computed by default; a definition of one replaces that default.

use std::collections::BTreeMap;

use eval::{Definitions, FileRange, OptionPath};
use smol_str::SmolStr;

use super::Builder;
use super::machines::Machines;
use super::options::dotted;
use crate::clan::{Machine, MachineClass, Tag, TagSource};

/// The tags of a clan.
pub(super) struct Tags {
    /// Those that machines carry.
    pub(super) by_name: BTreeMap<SmolStr, Tag>,
    /// Those below `inventory.tags`, with the places that spell each.
    pub(super) definitions: BTreeMap<SmolStr, Vec<FileRange>>,
}

impl Builder<'_> {
    /// Gives the machines their computed tags, and lists the machines of each tag.
    pub(super) fn tags(&mut self, definitions: &Definitions, machines: &mut Machines) -> Tags {
        let (computed, definitions) = self.computed_tags(definitions, machines);
        for (tag, listed) in computed {
            for (name, machine) in &mut machines.by_name {
                if let Some(source) = listed.source(name, machine) {
                    machine.add_tag(tag.clone(), source);
                }
            }
        }
        let mut by_name: BTreeMap<SmolStr, Tag> = BTreeMap::new();
        for (name, machine) in &machines.by_name {
            for (tag, _) in &machine.tags {
                by_name.entry(tag.clone()).or_default().machines.push(name.clone());
            }
        }
        Tags { by_name, definitions }
    }

    /// `inventory.tags`, by name, the built-in ones included; and where each is written.
    fn computed_tags(
        &mut self,
        definitions: &Definitions,
        machines: &mut Machines,
    ) -> (BTreeMap<SmolStr, Listed>, BTreeMap<SmolStr, Vec<FileRange>>) {
        let inventory = OptionPath::ROOT.child("inventory");
        let path = inventory.child("tags");
        let context = self.config.tags_context(&mut self.ev, machines);
        let modules = self.ev.submodule(definitions, &path, &context);
        let children = self.ev.children(&modules, &path);
        self.config.set_tags(&children);
        let mut open = self.open(&dotted(&path), &children.open);
        let built_in = [
            ("all", Listed::All),
            ("nixos", Listed::Class(MachineClass::Nixos)),
            ("darwin", Listed::Class(MachineClass::Darwin)),
        ];
        let mut tags: BTreeMap<SmolStr, Listed> = built_in
            .into_iter()
            .map(|(name, listed)| (SmolStr::new_static(name), listed))
            .collect();
        let mut places = BTreeMap::new();
        for (tag, definitions) in children.entries {
            places.insert(tag.clone(), self.names(&definitions));
            let listed = self.strings(&definitions);
            open |= self.open(&dotted(&path.child(&tag)), &listed.open);
            tags.insert(tag, Listed::Names(listed.items));
        }
        if open {
            machines.by_name.values_mut().for_each(|machine| machine.tags_open = true);
        }
        (tags, places)
    }
}

/// The machines that a computed tag lists.
enum Listed {
    All,
    Class(MachineClass),
    Names(Vec<(SmolStr, FileRange)>),
}

impl Listed {
    /// Why a machine is listed, if it is.
    fn source(&self, name: &str, machine: &Machine) -> Option<TagSource> {
        match self {
            _ if machine.opaque || !machine.computed_tags => None,
            Listed::All => Some(TagSource::BuiltIn),
            Listed::Class(class) => (machine.class == Some(*class)).then_some(TagSource::BuiltIn),
            Listed::Names(names) => {
                let entry = names.iter().find(|(listed, _)| listed == name);
                entry.map(|&(_, at)| TagSource::Listed(at))
            }
        }
    }
}
