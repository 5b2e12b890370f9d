//! From the entry file to the index.

mod config;
mod conflicts;
mod flake;
mod instances;
mod judge;
mod machines;
mod memory;
mod meta;
mod options;
mod refusals;
mod services;
mod tags;
mod written;

use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use eval::{
    Children, Context, Definition, Definitions, Evaluator, FileKind, FileRange, Files, OptionPath,
    ThunkId, Unknown, Value, normalize, repository,
};
use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::SmolStr;

use self::config::{Config, KnownMachines};
use self::meta::Name;
pub use self::refusals::CLAN_ARGUMENTS;
use self::refusals::{is_called_by_clan, is_of_clan};
use crate::check::OptionMistake;
use crate::clan::{Clan, Gap, Mistake, Reader, Refusals, Uses};
use crate::lock::CorePin;
use crate::schema::Level;

/// How much of a clan a file is known to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Extent {
    /// All of it: what the file does not say is not there.
    Whole,
    /// A part: something that we don't follow reads the file, and may add anything.
    Fragment,
}

/// Evaluates a clan from the module `entry` (absolute, normal). `previous` is what it came to before
/// the last edit: it makes no difference but in time.
pub fn build(files: &dyn Files, entry: &Path, extent: Extent, previous: Option<Arc<Clan>>) -> Clan {
    let mut builder = Builder::new(files, root_of(files, entry), previous);
    builder.knows_readers = extent == Extent::Whole && is_called_by_clan(files, entry);
    let file = builder.ev.import(entry, None);
    let mut definitions = Definitions::of(file);
    if extent == Extent::Fragment {
        let why = "this file is part of a clan, but what reads it is not followed".to_owned();
        definitions.open.push(Arc::new(Unknown::new(why, builder.ev.origin(file))));
    }
    builder.clan(entry.to_owned(), &definitions, Definitions::default())
}

/// Evaluates the clan that `flake.nix` in the folder `root` makes; `None` if it is not seen to
/// make one. `previous` as in [`build`].
pub fn build_flake(files: &dyn Files, root: &Path, previous: Option<Arc<Clan>>) -> Option<Clan> {
    let mut builder = Builder::new(files, root.to_owned(), previous);
    builder.knows_readers = true;
    let definitions = builder.flake()?;
    Some(builder.clan(flake::flake_in(root), &definitions, Definitions::default()))
}

/// Puts together a clan from every `clan` and `inventory` that the texts of `parts` bind, with
/// everything open; `None` if there is none. `root` is the folder of the flake.
pub fn build_fragments(files: &dyn Files, root: &Path, parts: &[PathBuf]) -> Option<Clan> {
    let mut builder = Builder::new(files, root.to_owned(), None);
    let (clan, inventory) = builder.fragments(parts)?;
    Some(builder.clan(flake::flake_in(root), &clan, inventory))
}

/// The folder that stands for `self`: that of the nearest `flake.nix` above, else the entry's own.
fn root_of(files: &dyn Files, entry: &Path) -> PathBuf {
    let is_flake = |folder: &&Path| files.kind(&folder.join("flake.nix")).is_some();
    let own = entry.parent().unwrap_or(Path::new("/"));
    own.ancestors().find(is_flake).unwrap_or(own).to_owned()
}

/// An index in the making.
struct Builder<'a> {
    ev: Evaluator<'a>,
    root: PathBuf,
    repository: PathBuf,
    /// Is what reads the modules known to be Clan? What a text binds may belong to something else of
    /// that name: then nothing in it is judged.
    knows_readers: bool,
    /// The index as it was before the last edit, if there was one.
    previous: Option<Arc<Clan>>,
    /// What Clan gives to module functions, and `config`, once the clan's definitions are known.
    arguments: Option<ThunkId>,
    config: Config,
    refusals: Refusals,
    /// How many of the evaluator's refusals were looked at.
    refusals_kept: usize,
    gaps: Vec<(String, Arc<Unknown>)>,
    /// The unknowns that stand in `gaps`, by identity: each is told where it first shows.
    told: FxHashSet<*const Unknown>,
}

impl<'a> Builder<'a> {
    fn new(files: &'a dyn Files, root: PathBuf, previous: Option<Arc<Clan>>) -> Builder<'a> {
        let mut ev = Evaluator::new(files);
        let repository = repository(files, &root);
        ev.confine(&repository);
        Builder {
            ev,
            root,
            repository,
            knows_readers: false,
            previous,
            arguments: None,
            config: Config::default(),
            refusals: Refusals::default(),
            refusals_kept: 0,
            gaps: Vec::new(),
            told: FxHashSet::default(),
        }
    }
}

impl Builder<'_> {
    /// The index of the clan of these definitions; `pieces` define its `inventory` directly.
    fn clan(&mut self, entry: PathBuf, definitions: &Definitions, pieces: Definitions) -> Clan {
        let path = OptionPath::ROOT;
        self.arguments = Some(self.ev.clan_arguments());
        let config = self.config.thunk(&mut self.ev);
        let names = self.knows_readers.then_some(CLAN_ARGUMENTS.as_slice());
        let context = Context { config: Some(config), names, ..self.context() };
        let beginning = self.beginning(definitions);
        let modules = self.ev.declared(definitions, &path, &context);
        let mut options = self.ev.children(&modules.definitions, &path);
        self.open("imports", &options.open);
        self.knows_readers &= is_of_clan(&options);
        self.config.set_options(&options);
        let mut mistakes = self.judge_declared(Level::Clan, &path, (&options, &modules));

        let directory = self.directory(&options.take("directory"));
        let meta = self.meta(&options.take("meta"), &path.child("meta"));
        mistakes.extend(meta.mistakes);
        let mut inventory = options.take("inventory");
        inventory.items.extend(pieces.items);
        let mut inventory = self.inventory(inventory, directory.as_deref(), &mut mistakes);
        self.config.set_inventory(&inventory);
        let of_inventory = OptionPath::ROOT.child("inventory");
        let also = self.meta(&inventory.take("meta"), &of_inventory.child("meta"));
        mistakes.extend(also.mistakes);
        let name = meta.name.or(also.name);
        let hosts = options.take("machines");
        let definitions = inventory.take("machines");
        let (table, open) = self.machines(&definitions, &hosts, directory.as_deref());
        let machines = Rc::new(KnownMachines { table, definitions, open });
        let tags = self.tags(&inventory.take("tags"), &machines, &mut mistakes);
        let (instances, instances_open) = self.instances(&inventory.take("instances"));
        let known = self.previous.as_ref().map(|clan| (&clan.instances, &clan.uses));
        let uses = Uses::of(&instances, known);
        self.keep_refusals(&Reader::Clan);
        let own_services = self.own_services(&options.take("modules"));
        let refusals = self.refusals();
        Clan {
            root: self.root.clone(),
            repository: self.repository.clone(),
            entry,
            files: self.ev.sources().iter().map(|source| source.id).collect(),
            machines_open: machines.open,
            machines: machines.table.clone(),
            tags,
            uses,
            instances,
            instances_open,
            own_services,
            refusals,
            unknown: self.gaps(),
            core: CorePin::read(self.ev.files(), &self.root),
            mounts: self.mounts(),
            nameless: self.nameless(&name, beginning),
            name: name.known(),
            mistakes: mistakes.into_iter().map(Mistake::from).collect(),
        }
    }

    /// Where the clan begins, if it certainly has no name.
    fn nameless(&self, name: &Name, beginning: Option<FileRange>) -> Option<FileRange> {
        let is_certain = self.knows_readers && self.gaps.is_empty();
        beginning.filter(|_| is_certain && matches!(name, Name::Unset))
    }

    /// What the modules of a submodule know of where they stand.
    fn context(&self) -> Context<'static> {
        Context { arguments: self.arguments, ..Context::default() }
    }

    /// The folder of `machines/` and `inventory.json`; `None` when it can't be told.
    fn directory(&mut self, definitions: &Definitions) -> Option<PathBuf> {
        let definitions = self.ev.discharge(definitions);
        let Some(definition) = definitions.items.first() else { return Some(self.root.clone()) };
        match self.ev.force(definition.value) {
            Value::Path(path) => Some(path.to_path_buf()),
            Value::String(path) if path.starts_with('/') => {
                Some(normalize(Path::new(path.as_str())))
            }
            Value::Unknown(unknown) => {
                self.open("directory", &[unknown]);
                None
            }
            _ => Some(self.root.clone()),
        }
    }

    /// The options of the inventory; `inventory.json` is one more of its modules.
    fn inventory(
        &mut self,
        mut definitions: Definitions,
        folder: Option<&Path>,
        mistakes: &mut Vec<OptionMistake>,
    ) -> Children {
        if let Some(file) = folder.map(|folder| folder.join("inventory.json"))
            && self.ev.files().kind(&file) == Some(FileKind::File)
        {
            let value = self.ev.import(&file, None);
            definitions.items.push(Definition::of(value));
        }
        let path = OptionPath::ROOT.child("inventory");
        let config = self.config.inventory(&mut self.ev);
        let context = Context { config: Some(config), ..self.context() };
        let modules = self.ev.declared(&definitions, &path, &context);
        let options = self.ev.children(&modules.definitions, &path);
        self.open("inventory", &options.open);
        mistakes.extend(self.judge_declared(Level::Inventory, &path, (&options, &modules)));
        options
    }

    /// Notes why an option is open, once per reason; is it?
    fn open(&mut self, path: &str, reasons: &[Arc<Unknown>]) -> bool {
        for unknown in reasons {
            if self.told.insert(Arc::as_ptr(unknown)) {
                self.gaps.push((path.to_owned(), unknown.clone()));
            }
        }
        !reasons.is_empty()
    }

    fn gaps(&self) -> Vec<Gap> {
        let start = self.ev.sources().first();
        let entry = start.map(|source| source.origin());
        let gaps = self.gaps.iter().filter_map(|(path, unknown)| {
            let at = self.ev.range(unknown.at.or(entry)?);
            Some(Gap { path: path.clone(), at, why: unknown.why.clone() })
        });
        gaps.collect()
    }

    /// A literal that defines several options is known by the first.
    fn mounts(&self) -> FxHashMap<FileRange, Vec<SmolStr>> {
        let mut mounts = FxHashMap::default();
        for mount in self.ev.mounts() {
            let literal = self.ev.range(mount.literal);
            mounts.entry(literal).or_insert_with(|| mount.path.clone());
        }
        mounts
    }
}
