//! Instances of services, their roles, and who is named in them.

use std::collections::BTreeMap;

use eval::FileRange;
use smol_str::SmolStr;

use super::conflict::Conflict;
use super::placed::{HasPlaces, Local, Placed};
use super::table::Table;
use super::written::Written;
use crate::check::OptionMistake;

/// An instance of a service: facts, and where they stand.
pub type Instance = Placed<InstanceFacts>;

/// The instances, by name.
pub type Instances = Table<Instance>;

/// What is known of an instance.
#[derive(Debug, Default)]
pub struct InstanceFacts {
    /// Every place that spells its name as a definition.
    pub definitions: Vec<Local>,
    /// Two whole values for the name in one enclosing set: the earlier and the later name.
    pub duplicates: Vec<(Local, Local)>,
    /// Which service it is an instance of.
    pub module: ModuleRef,
    /// Two definitions with unequal modules: the earlier and the later value.
    pub module_conflicts: Vec<(Local, Local)>,
    /// Other definitions that Clan refuses to merge.
    pub conflicts: Vec<Conflict>,
    /// What is wrong with its options, settings aside.
    pub mistakes: Vec<OptionMistake>,
    /// By name.
    pub roles: BTreeMap<SmolStr, Role>,
    /// May it have roles that are not in `roles`?
    pub roles_open: bool,
}

/// `module = { name; input; }`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct ModuleRef {
    /// The service's name; the instance's where none is given; `None` when it can't be known.
    pub name: Option<SmolStr>,
    /// The place of `module.name`'s value, quotes included; `None` when the instance's name stands in.
    pub name_at: Option<Local>,
    /// The place of `module.input`'s value, quotes included, if it names one.
    pub input_at: Option<Local>,
    /// The input: outer `None` when it can't be known, inner `None` for `null`.
    pub input: Option<Option<SmolStr>>,
}

impl ModuleRef {
    /// What an instance of this name is one of when nothing is said.
    pub fn of_instance(name: &str) -> ModuleRef {
        ModuleRef { name: Some(SmolStr::new(name)), input: Some(None), ..ModuleRef::default() }
    }

    /// What is named, wherever it is.
    #[must_use]
    pub fn without_places(&self) -> ModuleRef {
        let (name, input) = (self.name.clone(), self.input.clone());
        ModuleRef { name, input, name_at: None, input_at: None }
    }
}

impl InstanceFacts {
    /// May it name machines or tags that are not known?
    pub fn may_name_others(&self) -> bool {
        self.roles_open || self.roles.values().any(Role::is_open)
    }
}

/// A role of an instance.
#[derive(Debug, Default)]
pub struct Role {
    /// Every place that spells its name as a definition.
    pub definitions: Vec<Local>,
    /// The machines that are named.
    pub machines: Vec<Use>,
    /// The tags that are named.
    pub tags: Vec<Use>,
    /// Its settings.
    pub settings: Written,
    /// Is it written out that nobody is in it: `machines = { }`?
    pub is_empty_on_purpose: bool,
    /// May it name machines or tags that are not in these?
    pub(crate) names_open: bool,
}

impl Role {
    /// The settings that are given: by the role, by its machines, by its tags.
    pub fn all_settings(&self) -> impl Iterator<Item = &Written> {
        let uses = self.machines.iter().chain(&self.tags).map(|used| &used.settings);
        std::iter::once(&self.settings).chain(uses).filter(|it| !it.definitions.is_empty())
    }

    /// May it name others than are known?
    pub fn is_open(&self) -> bool {
        self.names_open
    }

    /// Does it name any machine or tag?
    pub fn is_used(&self) -> bool {
        !self.machines.is_empty() || !self.tags.is_empty()
    }

    /// Does it name this machine?
    pub fn names_machine(&self, name: &str) -> bool {
        self.machines.iter().any(|used| used.name == name)
    }

    /// Does it name this tag?
    pub fn names_tag(&self, name: &str) -> bool {
        self.tags.iter().any(|used| used.name == name)
    }
}

/// A name used in a role.
#[derive(Debug, Clone, PartialEq)]
pub struct Use {
    /// The machine's or the tag's name.
    pub name: SmolStr,
    /// Where, quotes included.
    pub at: Local,
    /// Its settings.
    pub settings: Written,
    /// Is it a key of which nothing is said: `{ }`?
    pub is_bare: bool,
}

/// Why a machine is a member of a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// How it got in.
    pub by: By,
    /// The tag's or the machine's name.
    pub name: SmolStr,
    /// Where the role says so.
    pub at: FileRange,
}

/// How a machine got into a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// It carries a tag.
    Tag,
    /// It is named.
    Machine,
}

impl HasPlaces for InstanceFacts {
    fn for_each_place(&mut self, change: &mut dyn FnMut(&mut Local)) {
        self.definitions.iter_mut().for_each(&mut *change);
        for (first, later) in self.duplicates.iter_mut().chain(&mut self.module_conflicts) {
            change(first);
            change(later);
        }
        let module = &mut self.module;
        module.name_at.iter_mut().chain(&mut module.input_at).for_each(&mut *change);
        self.conflicts.iter_mut().for_each(|conflict| conflict.for_each_place(change));
        self.mistakes.iter_mut().for_each(|mistake| mistake.for_each_place(change));
        for role in self.roles.values_mut() {
            role.definitions.iter_mut().for_each(&mut *change);
            role.settings.for_each_place(change);
            for used in role.machines.iter_mut().chain(&mut role.tags) {
                change(&mut used.at);
                used.settings.for_each_place(change);
            }
        }
    }
}
