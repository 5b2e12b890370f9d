//! The semantic index of one clan: plain data, every fact with the place that it comes from.

use std::collections::BTreeMap;
use std::path::PathBuf;

use eval::{FileId, FileRange};
use smol_str::SmolStr;

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
    /// By name.
    pub instances: BTreeMap<SmolStr, Instance>,
    /// What could not be followed. Empty: the index is complete.
    pub unknown: Vec<Gap>,
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
#[derive(Debug, Clone)]
pub struct Machine {
    /// `None` when it can't be known.
    pub class: Option<MachineClass>,
    /// Own tags first, then the computed ones, as clan-core orders them; each once.
    pub tags: Vec<(SmolStr, TagSource)>,
    /// May it carry tags that are not in `tags`?
    pub tags_open: bool,
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
#[derive(Debug, Clone)]
pub struct Instance {
    /// Every definition: the range of its name.
    pub definitions: Vec<FileRange>,
    /// Which service it is an instance of.
    pub module: ModuleRef,
    /// By name.
    pub roles: BTreeMap<SmolStr, Role>,
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

/// A role of an instance.
#[derive(Debug, Clone, Default)]
pub struct Role {
    /// Every definition: the range of its name.
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
