//! The keys, the most wanted first, each with its type and a line about it.

/// A key that an option set can have.
pub(in crate::completion) struct Key {
    /// As it is written; a dot leads into a set.
    pub(super) name: &'static str,
    /// What it takes.
    pub(super) ty: &'static str,
    /// What it is for.
    pub(super) doc: &'static str,
}

const fn key(name: &'static str, ty: &'static str, doc: &'static str) -> Key {
    Key { name, ty, doc }
}

/// At the top of `clan.nix`. The options that clan-core fills in itself are left out.
pub(super) const CLAN: &[Key] = &[
    key("meta", "set", "What the clan is called, and its domain."),
    key("inventory", "set", "Which machines there are, and which services they take part in."),
    key("machines", "set of NixOS modules", "The NixOS configuration of each machine, by name."),
    key(
        "modules",
        "set of services",
        "Services of this clan's own, for `module.input = \"self\"`.",
    ),
    key("imports", "list of modules", "Other files that say more about this clan."),
    key(
        "directory",
        "path",
        "The folder of `machines/` and `inventory.json`; the flake's by default.",
    ),
    key("self", "flake", "The flake that this clan belongs to: its inputs bring further services."),
    key("specialArgs", "set", "Further arguments for the NixOS modules of all machines."),
    key(
        "pkgsForSystem",
        "function",
        "From a system to the package set that all its machines share.",
    ),
    key("secrets", "set", "How secrets are encrypted, such as the age plugins it takes."),
    key("vars", "set", "Settings for all generators of vars."),
    key("templates", "set", "Templates that others can start a clan, a machine or a disk from."),
    key("checks", "set", "What must hold of this clan; it is not built otherwise."),
    key("exportInterfaces", "set", "What services may tell each other, by interface."),
];

/// Below `meta`.
pub(super) const META: &[Key] = &[
    key("name", "string", "The clan's name: short, and unlike that of any other clan you meet."),
    key("domain", "string", "The domain below which its machines can be reached by name."),
    key("description", "string or null", "What this clan is for, in a line."),
    key("icon", "string or null", "A picture that stands for it."),
];

/// Below `inventory`.
pub(super) const INVENTORY: &[Key] = &[
    key("machines", "set of machines", "Every machine by name, with its tags."),
    key(
        "instances",
        "set of instances",
        "Every service in use, and which machines have which role.",
    ),
    key("tags", "set of lists of strings", "Tags by name, each with the machines that carry it."),
    key("meta", "set", "What the clan is called, and its domain."),
];

/// A machine.
pub(super) const MACHINE: &[Key] = &[
    key("tags", "list of strings", "Groups that it belongs to; roles can name a whole group."),
    key("description", "string or null", "What the machine is for, in a line."),
    key("deploy.targetHost", "string or null", "Where it is reached to be updated: `root@host`."),
    key(
        "deploy.buildHost",
        "string or null",
        "Where its system is built; on the target by default.",
    ),
    key("deploy.forwardAgent", "boolean or null", "Lends your SSH agent to it during an update."),
    key("machineClass", "\"nixos\" or \"darwin\"", "Which system it runs; NixOS by default."),
    key("icon", "string or null", "A picture that stands for it."),
    key("name", "string", "A name to show; it stays known by its key."),
    key("installedAt", "integer or null", "When it was installed: seconds since 1970."),
];

/// Below a machine's `deploy`.
pub(super) const DEPLOY: &[Key] = &[
    key("targetHost", "string or null", "Where the machine is reached to be updated: `root@host`."),
    key("buildHost", "string or null", "Where its system is built; on the target by default."),
    key("forwardAgent", "boolean or null", "Lends your SSH agent to it during an update."),
];

/// An instance.
pub(super) const INSTANCE: &[Key] = &[
    key("module", "set", "Which service this is an instance of."),
    key("roles", "set of roles", "Which machines take part, and as what."),
];

/// An instance's `module`.
pub(super) const MODULE: &[Key] = &[
    key("name", "string", "The service's name; the instance's by default."),
    key(
        "input",
        "string or null",
        "The flake input that brings the service; clan-core by default.",
    ),
];

/// A role of an instance.
pub(super) const ROLE: &[Key] = &[
    key(
        "tags",
        "list of strings, or set",
        "Gives the role to every machine that carries one of them.",
    ),
    key("machines", "set", "Gives the role to machines by name."),
    key("settings", "set", "Settings for every machine in this role."),
    key(
        "extraModules",
        "list of NixOS modules",
        "Further NixOS modules for every machine in this role.",
    ),
];

/// A machine or a tag of a role.
pub(super) const MEMBER: &[Key] =
    &[key("settings", "set", "Settings for these machines alone, beside those of the role.")];
