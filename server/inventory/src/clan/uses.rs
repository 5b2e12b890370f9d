//! Who speaks of what: the instances that name a tag, or a module.

use smol_str::SmolStr;

use super::bearers::Bearers;
use super::instance::{Instance, Instances, ModuleRef};
use super::placed::Placed;

/// The instances, by their numbers, that name something.
#[derive(Debug, Clone, Default)]
pub struct Uses {
    tags: Bearers<SmolStr>,
    modules: Bearers<ModuleRef>,
    /// How many may name machines or tags that are not known.
    open: usize,
}

impl Uses {
    /// What is named in `instances`. Where `previous` has the same names, only those instances
    /// count anew of which something else is known now.
    pub(crate) fn of(instances: &Instances, previous: Option<(&Instances, &Uses)>) -> Uses {
        if let Some((known, uses)) = previous
            && let Some(others) = instances.others_than(known, Placed::are_the_same)
        {
            let mut uses = uses.clone();
            for number in others {
                known.by_number(number).into_iter().for_each(|(_, was)| uses.remove(number, was));
                instances.by_number(number).into_iter().for_each(|(_, is)| uses.add(number, is));
            }
            return uses;
        }
        let mut uses = Uses::default();
        (0..).zip(instances.values()).for_each(|(number, it)| uses.add(number, it));
        uses
    }

    fn add(&mut self, number: u32, instance: &Instance) {
        self.modules.add(number, &instance.module.without_places());
        for role in instance.roles.values() {
            role.tags.iter().for_each(|used| self.tags.add(number, &used.name));
        }
        self.open += usize::from(instance.may_name_others());
    }

    fn remove(&mut self, number: u32, instance: &Instance) {
        self.modules.remove(number, &instance.module.without_places());
        for role in instance.roles.values() {
            role.tags.iter().for_each(|used| self.tags.remove(number, &used.name));
        }
        self.open -= usize::from(instance.may_name_others());
    }

    /// May some instance name machines or tags that are not known?
    pub fn are_open(&self) -> bool {
        self.open > 0
    }

    /// Those that name a tag.
    pub fn of_tag(&self, tag: &str) -> &[u32] {
        self.tags.get(tag)
    }

    /// Those of a module, given without places.
    pub fn of_module(&self, module: &ModuleRef) -> &[u32] {
        self.modules.get(module)
    }

    /// The modules that there are instances of, without places and in no order, with these.
    pub fn modules(&self) -> impl Iterator<Item = (&ModuleRef, &[u32])> {
        self.modules.iter()
    }
}
