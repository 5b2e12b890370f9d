//! The semantic index of one clan: plain data, every fact with the place that it comes from.

use std::collections::BTreeMap;
use std::path::PathBuf;

use eval::{FileId, FileRange};
use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use crate::lock::CorePin;

/// Everything that is known of one clan.
#[derive(Debug, Clone, Default)]
pub struct Clan {
    /// The folder that `clan.nix` or `flake.nix` stands in.
    pub root: PathBuf,
    /// The file that evaluation started from.
    pub entry: PathBuf,
    /// The files that were read for it, the entry first.
    pub files: Vec<FileId>,
    /// By name.
    pub machines: BTreeMap<SmolStr, Machine>,
    /// The tags that machines carry, built-in ones included, by name.
    pub tags: BTreeMap<SmolStr, Tag>,
    /// The names below `inventory.tags`, each with the places that spell it.
    pub tag_definitions: BTreeMap<SmolStr, Vec<FileRange>>,
    /// By name.
    pub instances: BTreeMap<SmolStr, Instance>,
    /// May there be machines that are not in `machines`?
    pub machines_open: bool,
    /// May there be instances that are not in `instances`?
    pub instances_open: bool,
    /// The services that the clan defines itself.
    pub own_services: OwnServices,
    /// What could not be followed. Empty: the index is complete.
    pub unknown: Vec<Gap>,
    /// Which clan-core it is built with.
    pub core: CorePin,
    /// Which literal set defines which option path, where the text alone does not tell.
    pub mounts: FxHashMap<FileRange, Vec<SmolStr>>,
}

impl Clan {
    /// Does any of the files that `counts` picks name a machine or an instance?
    pub fn is_written(&self, counts: impl Fn(FileId) -> bool) -> bool {
        let mut machines = self.machines.values().flat_map(|machine| &machine.definitions);
        let mut instances = self.instances.values().flat_map(|instance| &instance.definitions);
        instances.any(|at| counts(at.file))
            || machines.any(|place| matches!(place, Place::Text(at) if counts(at.file)))
    }

    /// May some machine carry a tag that is not known?
    pub fn tags_open(&self) -> bool {
        self.machines_open || self.machines.values().any(|machine| machine.tags_open)
    }
}

/// The services below the clan's `modules`.
#[derive(Debug, Clone, Default)]
pub struct OwnServices {
    /// By the name that `module.name` gives.
    pub services: BTreeMap<SmolStr, OwnService>,
    /// May there be others?
    pub open: bool,
}

/// A service that the clan defines itself.
#[derive(Debug, Clone, Default)]
pub struct OwnService {
    /// Every place that spells its name below `modules`.
    pub definitions: Vec<FileRange>,
    /// `manifest.name`, if the text tells it.
    pub manifest_name: Option<SmolStr>,
    /// `manifest.description`, if the text tells it.
    pub description: Option<SmolStr>,
    /// By name.
    pub roles: BTreeMap<SmolStr, OwnRole>,
    /// May it have roles that are not in `roles`?
    pub roles_open: bool,
}

/// A role of such a service.
#[derive(Debug, Clone, Default)]
pub struct OwnRole {
    /// Every place that spells its name in the service.
    pub definitions: Vec<FileRange>,
    /// `description`, if the text tells it.
    pub description: Option<SmolStr>,
}

/// Something that could not be followed, so that the set it belongs to may hold more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The option path, for example `inventory.machines`.
    pub path: String,
    /// Where the value stands.
    pub at: FileRange,
    /// Why, in the user's words.
    pub why: String,
}

/// Where a fact stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// In a text.
    Text(FileRange),
    /// As a folder: `machines/<name>`.
    Folder(PathBuf),
}

/// A machine of the inventory.
#[derive(Debug, Clone, Default)]
pub struct Machine {
    /// `None` when it can't be known.
    pub class: Option<MachineClass>,
    /// Own tags first, then the computed ones, as clan-core orders them; each once.
    pub tags: Vec<(SmolStr, TagSource)>,
    /// May it carry tags that are not in `tags`?
    pub tags_open: bool,
    /// Does it get computed tags? `mkForce` for its own, and `mkIf false` for all of it, say no.
    pub computed_tags: bool,
    /// May it lack even the computed tags? A definition that can't be told may be `mkIf false`,
    /// which takes them away, and so may `mkForce` for `tags`.
    pub opaque: bool,
    /// Every place that makes it a machine.
    pub definitions: Vec<Place>,
}

/// `machineClass`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MachineClass {
    /// The default.
    Nixos,
    /// nix-darwin.
    Darwin,
}

impl MachineClass {
    /// As the option spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            MachineClass::Nixos => "nixos",
            MachineClass::Darwin => "darwin",
        }
    }
}

/// Why a machine carries a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TagSource {
    /// Its own `tags` list names it; the string's range.
    Own(FileRange),
    /// `inventory.tags.<tag>` lists the machine; the string's range.
    Listed(FileRange),
    /// `all`, `nixos` or `darwin`, by default.
    BuiltIn,
}

/// A tag that some machine carries.
#[derive(Debug, Clone, Default)]
pub struct Tag {
    /// The machines that carry it, by name.
    pub machines: Vec<SmolStr>,
}

/// An instance of a service.
#[derive(Debug, Clone, Default)]
pub struct Instance {
    /// Every place that spells its name as a definition.
    pub definitions: Vec<FileRange>,
    /// Two whole values for the name in one enclosing set: the earlier and the later name.
    pub duplicates: Vec<(FileRange, FileRange)>,
    /// Which service it is an instance of.
    pub module: ModuleRef,
    /// Two definitions with unequal modules: the earlier and the later value.
    pub module_conflicts: Vec<(FileRange, FileRange)>,
    /// By name.
    pub roles: BTreeMap<SmolStr, Role>,
    /// May it have roles that are not in `roles`?
    pub roles_open: bool,
}

/// `module = { name; input; }`.
#[derive(Debug, Clone, Default)]
pub struct ModuleRef {
    /// The service's name; the instance's where none is given; `None` when it can't be known.
    pub name: Option<SmolStr>,
    /// The place of `module.name`'s value, quotes included; `None` when the instance's name stands in.
    pub name_at: Option<FileRange>,
    /// The input: outer `None` when it can't be known, inner `None` for `null`.
    pub input: Option<Option<SmolStr>>,
}

impl ModuleRef {
    /// What an instance of this name is one of when nothing is said.
    pub fn of_instance(name: &str) -> ModuleRef {
        ModuleRef { name: Some(SmolStr::new(name)), name_at: None, input: Some(None) }
    }
}

/// A role of an instance.
#[derive(Debug, Clone, Default)]
pub struct Role {
    /// Every place that spells its name as a definition.
    pub definitions: Vec<FileRange>,
    /// The machines that are named.
    pub machines: Vec<Use>,
    /// The tags that are named.
    pub tags: Vec<Use>,
    /// The machines that it comes down to, by name, each with every reason.
    pub members: BTreeMap<SmolStr, Vec<Reason>>,
    /// May it have members that are not in `members`?
    pub open: bool,
}

impl Role {
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// The machine's or the tag's name.
    pub name: SmolStr,
    /// Where, quotes included.
    pub at: FileRange,
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
