//! Flakes: `outputs` called with what stands for the inputs.
//!
//! No input's source is read. Of each input those attributes are known by which a flake defines a
//! clan; everything else of it is unknown. What the flake hands to clan-core or to flake-parts is
//! noted on the way: that is what the clan is made of.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use smol_str::SmolStr;

use crate::evaluator::Evaluator;
use crate::files::{FileKind, normalize};
use crate::native::Native;
use crate::value::{Attr, Attrs, List, Sites, ThunkId, Unknown, UnknownKind, Value};

/// What a flake hands to those who make a clan of it.
#[derive(Debug, Clone, Default)]
pub struct Flake {
    /// The arguments of clan-core's `lib.clan`.
    pub clans: Vec<ThunkId>,
    /// The modules given to flake-parts' `mkFlake`.
    pub parts: Vec<ThunkId>,
}

/// Inputs that clan-core and others pass on; ours to know by name.
const PASSED_ON: [&str; 3] = ["flake-parts", "import-tree", "nixpkgs"];

/// How many folders `import-tree` may enter below one another.
const MAX_FOLDERS: u32 = 32;

impl Evaluator<'_> {
    /// Calls the `outputs` of `flake.nix` in the folder `root`, and forces as much of them as it
    /// takes to meet a clan.
    pub fn flake(&mut self, root: &Path) -> Flake {
        let file = self.import(&root.join("flake.nix"), None);
        let Value::Attrs(flake) = self.force(file) else { return Flake::default() };
        let Some(outputs) = flake.get("outputs").map(|attr| attr.value) else {
            return Flake::default();
        };
        let inputs = self.inputs(&flake, root);
        let arguments = self.flake_arguments(inputs);
        self.arguments = Some(arguments);
        let Some(at) = self.origin(outputs) else { return Flake::default() };
        let function = self.force(outputs);
        let result = self.apply(function, inputs, at);
        if let Value::Attrs(outputs) = &result {
            self.meet_clan(outputs);
        }
        self.met.clone()
    }

    /// Forces attributes until some value was handed to clan-core or to flake-parts.
    pub fn meet_clan(&mut self, outputs: &Attrs) {
        for attr in &outputs.entries {
            if !self.met.clans.is_empty() || !self.met.parts.is_empty() {
                return;
            }
            self.force(attr.value);
        }
    }

    /// What was handed over so far.
    pub fn met(&self) -> &Flake {
        &self.met
    }

    /// The inputs by name, `self` among them.
    fn inputs(&mut self, flake: &Attrs, root: &Path) -> ThunkId {
        let declared = flake.get("inputs").map(|attr| self.force(attr.value));
        let mut entries = Vec::new();
        if let Some(Value::Attrs(declared)) = declared {
            for attr in &declared.entries {
                let kind = InputKind::of(&self.names_of_input(attr));
                let input = self.input(&attr.name, kind);
                entries.push(self.attr(&attr.name, input));
            }
        }
        let why = "it is an input of the flake";
        let others = self.open_set(entries.clone(), why);
        let own = self.own(root, others);
        entries.push(self.attr("self", own));
        self.open_set(entries, why)
    }

    /// `self`: a folder, and the inputs.
    fn own(&mut self, root: &Path, inputs: ThunkId) -> ThunkId {
        let folder = self.ready(Value::Path(Arc::from(root)), None);
        let entries = vec![self.attr("outPath", folder), self.attr("inputs", inputs)];
        self.open_set(entries, "it is an output of the flake")
    }

    /// The texts that tell what an input is: its name, where it comes from, whom it follows.
    fn names_of_input(&mut self, input: &Attr) -> Vec<SmolStr> {
        let mut names = vec![input.name.clone()];
        if let Value::Attrs(attrs) = self.force(input.value) {
            for name in ["url", "follows"] {
                if let Some(attr) = attrs.get(name)
                    && let Value::String(text) = self.force(attr.value)
                {
                    names.push(text);
                }
            }
        }
        names
    }

    fn input(&mut self, name: &str, kind: InputKind) -> ThunkId {
        if kind == InputKind::ImportTree {
            return self.ready(IMPORT_TREE.value(), None);
        }
        let why = format!("the input `{name}` is not read");
        let lib = match kind {
            InputKind::Nixpkgs => self.library(),
            InputKind::ClanCore => {
                let clan = self.ready(CLAN.value(), None);
                let functions = vec![self.attr("clan", clan), self.attr("buildClan", clan)];
                self.open_set(functions, &why)
            }
            InputKind::FlakeParts => {
                let make = self.ready(MAKE_FLAKE.value(), None);
                let functions = vec![self.attr("mkFlake", make)];
                self.open_set(functions, &why)
            }
            _ => self.open_set(Vec::new(), &why),
        };
        let module = Unknown { kind: UnknownKind::FlakeModule, ..Unknown::new(&why, None) };
        let modules = Attrs::new(Vec::new(), Some(Arc::new(module.clone())), Vec::new());
        let modules = self.ready(modules.into(), None);
        let module = self.ready(Value::Unknown(Arc::new(module)), None);
        let mut entries = vec![
            self.attr("lib", lib),
            self.attr("flakeModules", modules),
            self.attr("flakeModule", module),
        ];
        if kind == InputKind::ClanCore {
            let inputs = self.passed_on();
            entries.push(self.attr("inputs", inputs));
        }
        self.open_set(entries, &why)
    }

    /// The inputs of an input.
    fn passed_on(&mut self) -> ThunkId {
        let entries = PASSED_ON.iter().map(|name| {
            let kind = InputKind::of(&[SmolStr::new_static(name)]);
            let input = self.input(name, kind);
            self.attr(name, input)
        });
        let entries = entries.collect();
        self.open_set(entries, "it is an input of an input")
    }

    /// What flake-parts gives to modules.
    fn flake_arguments(&mut self, inputs: ThunkId) -> ThunkId {
        let Value::Attrs(known) = self.force(inputs) else { return inputs };
        let library = self.library();
        let mut entries = vec![self.attr("inputs", inputs), self.attr("lib", library)];
        entries.extend(known.get("self").cloned());
        self.open_set(entries, "it is an argument that flake-parts gives")
    }

    /// What clan-core gives to the modules of a clan.
    pub fn enter_clan(&mut self) {
        let own = self.arguments.and_then(|arguments| match self.force(arguments) {
            Value::Attrs(known) => known.get("self").cloned(),
            _ => None,
        });
        let mut entries: Vec<Attr> = own.into_iter().collect();
        let library = self.library();
        entries.push(self.attr("lib", library));
        self.arguments = Some(self.open_set(entries, "it is an argument that Clan gives"));
    }

    /// What clan-core gives to services.
    pub fn enter_service(&mut self) {
        let why = "it is an argument that Clan gives to services";
        let library = self.library();
        let entries = vec![self.attr("lib", library)];
        self.arguments = Some(self.open_set(entries, why));
    }

    /// The argument of a module function: what it asks for and we do not know comes from outside.
    pub(crate) fn module_arguments(&mut self) -> ThunkId {
        match self.arguments {
            Some(arguments) => arguments,
            None => {
                let library = self.library();
                let entries = vec![self.attr("lib", library)];
                self.open_set(entries, "it is an argument that Clan gives")
            }
        }
    }

    /// A module that imports every Nix file below a folder but for those below a `_`.
    fn import_tree(&mut self, folder: &Path) -> Value {
        let mut files = Vec::new();
        self.nix_files(folder, &mut files, 0);
        let items =
            files.into_iter().map(|file| self.ready(Value::Path(Arc::from(file)), None)).collect();
        let imports = self.ready(Value::List(Arc::new(List { items, open: None })), None);
        let entries = vec![self.attr("imports", imports)];
        Value::Attrs(Arc::new(Attrs::new(entries, None, Vec::new())))
    }

    fn nix_files(&self, folder: &Path, found: &mut Vec<PathBuf>, depth: u32) {
        if depth == MAX_FOLDERS {
            return;
        }
        for entry in self.files().read_dir(folder).unwrap_or_default() {
            let path = normalize(&folder.join(&entry.name));
            match entry.kind {
                _ if entry.name.starts_with('_') => {}
                FileKind::Directory => self.nix_files(&path, found, depth + 1),
                _ if entry.name.ends_with(".nix") => found.push(path),
                _ => {}
            }
        }
    }

    fn attr(&self, name: &str, value: ThunkId) -> Attr {
        Attr { name: SmolStr::new(name), value, sites: Sites::default() }
    }

    fn open_set(&mut self, entries: Vec<Attr>, why: &str) -> ThunkId {
        self.ready(Value::Attrs(Arc::new(open_attrs(entries, why))), None)
    }
}

fn open_attrs(entries: Vec<Attr>, why: &str) -> Attrs {
    let open = Arc::new(Unknown::new(why, None));
    Attrs::new(entries, Some(open), Vec::new())
}

/// clan-core's `lib.clan`: takes a clan's module.
static CLAN: Native = Native {
    name: "clan",
    arity: 1,
    run: |call| {
        let module = call.thunk(0);
        call.ev.met.clans.push(module);
        Ok(open_attrs(Vec::new(), "it is made by Clan").into())
    },
};

/// flake-parts' `lib.mkFlake`: takes its arguments, then the flake's module.
static MAKE_FLAKE: Native = Native {
    name: "mkFlake",
    arity: 2,
    run: |call| {
        let module = call.thunk(1);
        call.ev.met.parts.push(module);
        Ok(open_attrs(Vec::new(), "it is made by flake-parts").into())
    },
};

/// `import-tree`: takes a folder, gives a module that imports every Nix file in it.
static IMPORT_TREE: Native = Native {
    name: "import-tree",
    arity: 1,
    run: |call| {
        let folder = call.path(0)?;
        Ok(call.ev.import_tree(&folder))
    },
};

/// Which of the flakes that we know something of an input is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum InputKind {
    ClanCore,
    FlakeParts,
    ImportTree,
    Nixpkgs,
    Other,
}

impl InputKind {
    /// By the texts that tell of an input; one that follows another's is what its path ends in.
    fn of(texts: &[SmolStr]) -> InputKind {
        for text in texts.iter().rev() {
            let last = text.rsplit('/').next().unwrap_or_default();
            let whole = if text.contains(':') { text.as_str() } else { last };
            if whole.contains("clan-core") {
                return InputKind::ClanCore;
            }
            if whole.contains("flake-parts") {
                return InputKind::FlakeParts;
            }
            if whole.contains("import-tree") {
                return InputKind::ImportTree;
            }
            if whole.contains("nixpkgs") {
                return InputKind::Nixpkgs;
            }
        }
        InputKind::Other
    }
}
