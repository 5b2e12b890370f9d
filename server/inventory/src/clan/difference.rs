//! What is other than it was.

use rustc_hash::FxHashSet;
use smol_str::SmolStr;

use super::{Clan, Machine, Placed};

/// What is other in a clan than in an earlier state of it that has the same names.
#[derive(Debug, Default)]
pub struct Difference {
    /// The numbers of the machines of which something else is known.
    pub machines: Vec<u32>,
    /// The numbers of such instances.
    pub instances: Vec<u32>,
    /// The tags that some machine carries now and did not, or carried.
    pub tags: FxHashSet<SmolStr>,
}

impl Clan {
    /// What is other than in an earlier state; `None` when that is more than some machines, some
    /// instances and who carries which tag.
    pub fn difference(&self, before: &Clan) -> Option<Difference> {
        let as_open = |clan: &Clan| (clan.machines_open, clan.instances_open, clan.tags_open());
        let same = as_open(self) == as_open(before)
            && self.core == before.core
            && self.tags.compute_as(&before.tags);
        let machines = self.machines.others_than(&before.machines, Machine::is_the_same)?;
        let instances = self.instances.others_than(&before.instances, Placed::are_the_same)?;
        let mut tags = FxHashSet::default();
        for &number in &machines {
            let ((_, was), (_, is)) =
                (before.machines.by_number(number)?, self.machines.by_number(number)?);
            if !was.gets_the_tags_of(is) {
                return None;
            }
            let names = |of: &Machine| of.own_tags().map(|(tag, _)| tag.clone()).collect();
            let (was, is): (FxHashSet<SmolStr>, FxHashSet<SmolStr>) = (names(was), names(is));
            tags.extend(was.symmetric_difference(&is).cloned());
        }
        same.then_some(Difference { machines, instances, tags })
    }
}
