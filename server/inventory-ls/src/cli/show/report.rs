//! Who gets what, as plain data in the shape of its JSON.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

/// The version of the JSON shape.
pub(crate) const FORMAT: u32 = 1;

/// The answer of `show`.
#[derive(Debug, Serialize)]
pub(crate) struct Report {
    pub(crate) format: u32,
    pub(crate) clans: Vec<ClanReport>,
}

/// One clan. The sets are sorted by name.
#[derive(Debug, Serialize)]
pub(crate) struct ClanReport {
    pub(crate) root: String,
    pub(crate) entry: String,
    /// Nothing is unknown.
    pub(crate) complete: bool,
    pub(crate) unknown: Vec<Unknown>,
    pub(crate) machines: BTreeMap<String, Machine>,
    /// The machines that carry each tag.
    pub(crate) tags: BTreeMap<String, BTreeSet<String>>,
    pub(crate) instances: BTreeMap<String, Instance>,
    /// May there be further machines?
    #[serde(skip)]
    pub(crate) machines_open: bool,
    /// May there be further instances?
    #[serde(skip)]
    pub(crate) instances_open: bool,
}

/// A value that could not be followed.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Unknown {
    /// The option path.
    pub(crate) path: String,
    #[serde(flatten)]
    pub(crate) at: Place,
    pub(crate) why: String,
}

/// Where a fact stands: a line of a file, or a folder, whose line is 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Place {
    pub(crate) file: String,
    pub(crate) line: u32,
}

/// A machine.
#[derive(Debug, Serialize)]
pub(crate) struct Machine {
    /// `None` when it can't be known.
    pub(crate) class: Option<&'static str>,
    pub(crate) tags: BTreeSet<String>,
    /// Every place that makes it a machine.
    pub(crate) from: Vec<Place>,
    /// May it carry further tags?
    #[serde(skip)]
    pub(crate) tags_open: bool,
}

/// An instance of a service.
#[derive(Debug, Serialize)]
pub(crate) struct Instance {
    pub(crate) module: Module,
    pub(crate) roles: BTreeMap<String, Role>,
    /// May it have further roles?
    #[serde(skip)]
    pub(crate) roles_open: bool,
}

/// The service of an instance.
#[derive(Debug, Serialize)]
pub(crate) struct Module {
    /// `None` when it can't be known.
    pub(crate) name: Option<String>,
    /// `None` when it is null or can't be known.
    pub(crate) input: Option<String>,
    /// Can it not be known?
    #[serde(skip)]
    pub(crate) input_unknown: bool,
}

/// A role of an instance.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Role {
    /// The members, each with every reason.
    pub(crate) machines: BTreeMap<String, Vec<Reason>>,
    /// The members that are not among the machines.
    #[serde(skip)]
    pub(crate) strangers: BTreeSet<String>,
    /// May it have further members?
    #[serde(skip)]
    pub(crate) open: bool,
}

/// Why a machine is a member of a role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "by", rename_all = "lowercase")]
pub(crate) enum Reason {
    /// It carries a tag.
    Tag {
        /// The tag.
        name: String,
        /// Where the role names it.
        #[serde(flatten)]
        at: Place,
    },
    /// It is named.
    Machine {
        /// Where.
        #[serde(flatten)]
        at: Place,
    },
}
