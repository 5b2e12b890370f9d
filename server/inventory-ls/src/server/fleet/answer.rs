//! The answer as `PROTOCOL.md` has it. Things name each other by their index in the lists of their clan.

use serde::Serialize;

/// Counts the changes of the shape that a client could not bear.
pub(in crate::server) const FORMAT: u32 = 1;

/// The index of a file in the clan's `files`, the line and character where it starts, and where it ends.
pub(super) type Place = [u32; 5];

#[derive(Debug, Serialize)]
pub(in crate::server) struct Fleet {
    pub(super) format: u32,
    pub(super) clans: Vec<Clan>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) why: Option<String>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Clan {
    pub(super) name: Option<String>,
    pub(super) root: String,
    pub(super) entry: String,
    pub(super) files: Vec<String>,
    pub(super) machines: Vec<Machine>,
    pub(super) tags: Vec<Tag>,
    pub(super) instances: Vec<Instance>,
    pub(super) machines_open: bool,
    pub(super) instances_open: bool,
    pub(super) unknown: Vec<Unknown>,
}

#[derive(Debug, Serialize)]
pub(super) struct Machine {
    pub(super) name: String,
    pub(super) class: Option<&'static str>,
    pub(super) tags: Vec<Carried>,
    pub(super) at: Vec<Definition>,
    pub(super) open: bool,
}

/// A tag of a machine.
#[derive(Debug, Serialize)]
pub(super) struct Carried {
    pub(super) tag: u32,
    pub(super) at: Option<Place>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Tag {
    pub(super) name: String,
    pub(super) built_in: bool,
    pub(super) machines: Vec<u32>,
    pub(super) at: Vec<Place>,
}

#[derive(Debug, Serialize)]
pub(super) struct Instance {
    pub(super) name: String,
    pub(super) module: Module,
    pub(super) description: Option<String>,
    pub(super) roles: Vec<Role>,
    pub(super) at: Vec<Definition>,
    pub(super) open: bool,
}

#[derive(Debug, Serialize)]
pub(super) struct Module {
    pub(super) name: Option<String>,
    pub(super) input: Option<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct Role {
    pub(super) name: String,
    pub(super) machines: Vec<Use>,
    pub(super) tags: Vec<Use>,
    pub(super) members: Vec<u32>,
    pub(super) at: Vec<Definition>,
    pub(super) open: bool,
}

#[derive(Debug, Serialize)]
pub(super) struct Use {
    pub(super) name: String,
    pub(super) at: Place,
}

#[derive(Debug, Serialize)]
pub(super) struct Definition {
    pub(super) name: Place,
    pub(super) whole: Place,
}

#[derive(Debug, Serialize)]
pub(super) struct Unknown {
    pub(super) path: String,
    pub(super) why: String,
    pub(super) at: Place,
}
