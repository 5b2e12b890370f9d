//! `config`: what the clan comes to, as a value that its own definitions may read.
//!
//! Each part can be read once the definitions that it is made of are gathered; what asks for it
//! sooner asks in a circle, in Nix as well.

use std::cell::OnceCell;
use std::rc::Rc;
use std::sync::Arc;

use eval::{
    Attr, Attrs, Children, Context, Definitions, Evaluator, List, OptionPath, Sites, ThunkId,
    Unknown, Value,
};
use smol_str::SmolStr;

use crate::clan::{MachineClass, Machines};

/// The parts of `config` that were gathered so far.
#[derive(Default)]
pub(super) struct Config {
    parts: Rc<Parts>,
}

#[derive(Default)]
struct Parts {
    options: OnceCell<Children>,
    inventory: OnceCell<Children>,
    machines: OnceCell<Rc<KnownMachines>>,
    tags: OnceCell<Children>,
}

/// The machines as far as they are known without their computed tags.
pub(super) struct KnownMachines {
    pub(super) table: Machines,
    /// What `inventory.machines` is defined by.
    pub(super) definitions: Definitions,
    /// May there be others?
    pub(super) open: bool,
}

/// The names of options that Clan or the inventory has and that are read from more than the
/// definitions below their own name.
const COMPUTED: [&str; 4] = ["inventory", "machines", "tags", "directory"];

/// The options of a machine, each with what it is when nobody says.
const MACHINE_OPTIONS: [(&str, Default); 6] = [
    ("name", Default::Name),
    ("description", Default::Null),
    ("icon", Default::Null),
    ("installedAt", Default::Null),
    ("machineClass", Default::Text("nixos")),
    ("deploy", Default::Unknown),
];

#[derive(Clone, Copy)]
enum Default {
    Null,
    /// The machine's own name.
    Name,
    Text(&'static str),
    /// A submodule, of which only what is written is known.
    Unknown,
}

impl Config {
    pub(super) fn set_options(&self, options: &Children) {
        let _ = self.parts.options.set(options.clone());
    }

    pub(super) fn set_inventory(&self, inventory: &Children) {
        let _ = self.parts.inventory.set(inventory.clone());
    }

    pub(super) fn set_tags(&self, tags: &Children) {
        let _ = self.parts.tags.set(tags.clone());
    }

    /// `config` of the clan.
    pub(super) fn thunk(&self, ev: &mut Evaluator<'_>) -> ThunkId {
        let parts = self.parts.clone();
        let inventory = self.inventory(ev);
        ev.defer(None, move |ev| {
            let Some(options) = parts.options.get() else { return too_soon("config") };
            let mut entries = merged_entries(ev, options);
            entries.push(plain("inventory", inventory));
            open_set(entries, "this option of Clan is not followed")
        })
    }

    /// `config.inventory`, which is `config` for the modules of the inventory.
    pub(super) fn inventory(&self, ev: &mut Evaluator<'_>) -> ThunkId {
        let parts = self.parts.clone();
        ev.defer(None, move |ev| {
            let Some(inventory) = parts.inventory.get() else {
                return too_soon("config.inventory");
            };
            let mut entries = merged_entries(ev, inventory);
            let (for_machines, for_tags) = (parts.clone(), parts.clone());
            let machines = ev.defer(None, move |ev| machines(ev, &for_machines));
            let tags = ev.defer(None, move |ev| tags(ev, &for_tags));
            entries.extend([plain("machines", machines), plain("tags", tags)]);
            open_set(entries, "this option of the inventory is not followed")
        })
    }

    /// What modules of `inventory.tags` are called with.
    pub(super) fn tags_context(
        &self,
        ev: &mut Evaluator<'_>,
        machines: &Rc<KnownMachines>,
    ) -> Context<'static> {
        let _ = self.parts.machines.set(machines.clone());
        let (for_machines, for_tags) = (self.parts.clone(), self.parts.clone());
        let machines = ev.defer(None, move |ev| self::machines(ev, &for_machines));
        let config = ev.defer(None, move |ev| tags(ev, &for_tags));
        let library = ev.library();
        let entries = vec![plain("machines", machines), plain("lib", library)];
        let arguments = open_set(entries, "it is an argument that Clan gives to `inventory.tags`");
        let arguments = ev.ready(arguments, None);
        Context { arguments: Some(arguments), config: Some(config), ..Context::default() }
    }
}

/// Options that are what their definitions come to.
fn merged_entries(ev: &mut Evaluator<'_>, options: &Children) -> Vec<Attr> {
    let plain_options =
        options.entries.iter().filter(|(name, _)| !COMPUTED.contains(&name.as_str()));
    let entries = plain_options.map(|(name, definitions)| {
        let definitions = definitions.clone();
        let value = ev.defer(None, move |ev| open(ev.merged(definitions)));
        plain(name, value)
    });
    entries.collect()
}

/// Options have defaults that are not written anywhere here.
fn open(value: Value) -> Value {
    match value {
        Value::Attrs(attrs) => {
            let mut attrs = Arc::unwrap_or_clone(attrs);
            let why = "it may be set by default";
            attrs.open = attrs.open.or_else(|| Some(Arc::new(Unknown::new(why, None))));
            attrs.into()
        }
        value => value,
    }
}

/// `config.inventory.machines`.
fn machines(ev: &mut Evaluator<'_>, parts: &Rc<Parts>) -> Value {
    let Some(known) = parts.machines.get() else { return too_soon("config.inventory.machines") };
    let path = OptionPath::ROOT.child("inventory");
    let written = ev.entries(&known.definitions, &path.child("machines"), true);
    let entries = known.table.keys().map(|name| {
        let definitions = written.entries.get(name).cloned().unwrap_or_default();
        let machine = name.clone();
        let value = ev.defer(None, move |ev| self::machine(ev, &machine, &definitions));
        plain(name, value)
    });
    let entries = entries.collect();
    let why = "there may be other machines";
    let open = known.open.then(|| Arc::new(Unknown::new(why, None)));
    Attrs::new(entries, open, Vec::new()).into()
}

fn machine(ev: &mut Evaluator<'_>, name: &SmolStr, definitions: &Definitions) -> Value {
    let context = Context { name: Some(name.as_str()), ..Context::default() };
    let modules = ev.submodule(definitions, &OptionPath::ROOT, &context);
    let mut options = ev.children(&modules, &OptionPath::ROOT);
    let entries = MACHINE_OPTIONS.iter().map(|&(option, default)| {
        let definitions = options.take(option);
        let name = name.clone();
        let value = ev.defer(None, move |ev| {
            let unset = definitions.items.is_empty() && definitions.open.is_empty();
            match default {
                Default::Null if unset => Value::Null,
                Default::Name if unset => Value::String(name),
                Default::Text(text) if unset => Value::String(SmolStr::new_static(text)),
                _ => open(ev.merged(definitions)),
            }
        });
        plain(option, value)
    });
    let mut entries: Vec<Attr> = entries.collect();
    let why = "tags are computed from the machines, and so can't be read of them here";
    let tags = Value::Unknown(Arc::new(Unknown::circular(why)));
    entries.push(plain("tags", ev.ready(tags, None)));
    open_set(entries, "this option of a machine is not followed")
}

/// `config.inventory.tags`: what is written, and the built-in tags where nothing is.
fn tags(ev: &mut Evaluator<'_>, parts: &Rc<Parts>) -> Value {
    let (Some(tags), Some(machines)) = (parts.tags.get(), parts.machines.get()) else {
        return too_soon("config.inventory.tags");
    };
    let mut entries: Vec<Attr> = Vec::new();
    for (name, definitions) in &tags.entries {
        let definitions = definitions.clone();
        let value = ev.defer(None, move |ev| ev.merged(definitions));
        entries.push(plain(name, value));
    }
    let built_in = [
        ("all", None),
        ("nixos", Some(MachineClass::Nixos)),
        ("darwin", Some(MachineClass::Darwin)),
    ];
    for (name, class) in built_in {
        if tags.entries.get(name).is_none() {
            let listed = listed(ev, machines, class);
            entries.push(plain(name, ev.ready(listed.into(), None)));
        }
    }
    let open = tags.open.first().cloned();
    Attrs::new(entries, open, Vec::new()).into()
}

/// The names of the machines of a class, or of all.
fn listed(ev: &mut Evaluator<'_>, machines: &KnownMachines, class: Option<MachineClass>) -> List {
    let mut open =
        machines.open.then(|| Arc::new(Unknown::new("there may be other machines", None)));
    let mut items = Vec::new();
    for (name, machine) in &machines.table {
        let its_class = machine.class();
        if class.is_some() && its_class.is_none() {
            open = Some(Arc::new(Unknown::new("a machine's class is not known", None)));
        } else if class.is_none() || class == its_class {
            items.push(ev.ready(Value::String(name.clone()), None));
        }
    }
    List { items, open }
}

fn plain(name: impl AsRef<str>, value: ThunkId) -> Attr {
    Attr { name: SmolStr::new(name), value, sites: Sites::default() }
}

fn open_set(entries: Vec<Attr>, why: &str) -> Value {
    Attrs::new(entries, Some(Arc::new(Unknown::new(why, None))), Vec::new()).into()
}

fn too_soon(what: &str) -> Value {
    Value::unknown(format!("`{what}` is asked for before it is known"), None)
}
