//! What stands for a flake's inputs.
//!
//! Where an input's source is at hand, its own `outputs` are evaluated; else all of it is unknown.
//! In any case those attributes are ours by which flakes make clans: they mean the same whatever
//! the version, and what they do in the real one (evaluate whole systems) is not our business.

use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use super::at_hand::SourceTree;
use super::lock::{Lock, Node};
use super::natives::{CLAN, MAKE_FLAKE, OTHER_MAKE_FLAKE};
use super::{import_tree, open_attrs, plain};
use crate::evaluator::Evaluator;
use crate::value::{Attr, Attrs, Origin, ThunkId, Unknown, UnknownKind, Value};

/// Inputs that clan-core and others pass on; ours to know by name.
const PASSED_ON: [&str; 4] = ["flake-parts", "import-tree", "nixpkgs", "nix-darwin"];

/// Inputs of inputs of inputs are not evaluated any deeper than this.
const MAX_DEPTH: u32 = 8;

/// The inputs of one flake, `self` not yet among them.
pub(super) struct Inputs {
    entries: Vec<Attr>,
}

impl Inputs {
    /// Those of the flake that the workspace is: what `flake.nix` declares, and what the lock says.
    pub(super) fn of_workspace(ev: &mut Evaluator<'_>, flake: &Attrs, root: &Path) -> Inputs {
        let lock = ev.files().lock(root);
        let mut declared: FxHashMap<SmolStr, Vec<SmolStr>> = FxHashMap::default();
        let mut names = Vec::new();
        if let Some(Value::Attrs(inputs)) = flake.get("inputs").map(|attr| ev.force(attr.value)) {
            for attr in &inputs.entries {
                declared.insert(attr.name.clone(), told_of(ev, attr));
                names.push(attr.name.clone());
            }
        }
        let own = |lock: &Lock| lock.root().cloned();
        let own = lock.as_deref().and_then(own).unwrap_or_default();
        let locked = lock.iter().flat_map(|lock| lock.inputs(&own)).map(|(name, _)| name.into());
        names.extend(locked.filter(|name| !declared.contains_key(name)).collect::<Vec<SmolStr>>());
        let entries = names.into_iter().map(|name| {
            let node = lock.as_ref().and_then(|lock| lock.input(&own, &name).cloned());
            let mut texts = declared.remove(&name).unwrap_or_else(|| vec![name.clone()]);
            texts.extend(node.iter().flat_map(told_by_lock));
            let source = match ev.files().input(root, &name) {
                Some(folder) => Some(Source {
                    told: Some(SourceTree::told(ev.files(), folder, node.as_ref())),
                    lock: lock.clone().unwrap_or_default(),
                    node: node.unwrap_or_default(),
                    root: root.to_owned(),
                }),
                None => source_of(lock.as_ref(), node, root),
            };
            let input = Input { name: name.clone(), kind: InputKind::of(&texts), source, depth: 0 };
            let value = input.delayed(ev);
            plain(name, value)
        });
        Inputs { entries: entries.collect() }
    }

    /// Those of an input, which only its lock and that of the workspace tell of.
    fn of_input(
        ev: &mut Evaluator<'_>,
        lock: &Arc<Lock>,
        node: &Node,
        root: &Path,
        depth: u32,
    ) -> Inputs {
        let inputs: Vec<(SmolStr, Node)> =
            lock.inputs(node).map(|(name, node)| (name.into(), node.clone())).collect();
        let entries = inputs.into_iter().map(|(name, node)| {
            let mut texts = vec![name.clone()];
            texts.extend(told_by_lock(&node));
            let source = source_of(Some(lock), Some(node), root);
            let input = Input { name: name.clone(), kind: InputKind::of(&texts), source, depth };
            plain(name, input.delayed(ev))
        });
        Inputs { entries: entries.collect() }
    }

    /// The result of `outputs`, and the inputs with `self`, which is that result.
    pub(super) fn tie(
        self,
        ev: &mut Evaluator<'_>,
        folder: &Path,
        outputs: ThunkId,
        at: Origin,
    ) -> (ThunkId, ThunkId) {
        let others = ev.open_set(self.entries.clone(), "it is an input of the flake");
        let knot: Rc<std::cell::OnceCell<ThunkId>> = Rc::default();
        let (tied, folder) = (knot.clone(), Arc::<Path>::from(folder));
        let own = ev.defer(None, move |ev| own(ev, tied.get().copied(), &folder, others));
        let mut entries = self.entries;
        entries.push(plain("self", own));
        let inputs = ev.open_set(entries, "it is an input of the flake");
        let result = ev.defer(Some(at), move |ev| ev.call(outputs, &[inputs], at));
        // Nobody else sets it: it is made here.
        let _ = knot.set(result);
        (result, inputs)
    }
}

/// `self`: the outputs, a folder, and the inputs.
fn own(
    ev: &mut Evaluator<'_>,
    outputs: Option<ThunkId>,
    folder: &Arc<Path>,
    inputs: ThunkId,
) -> Value {
    let folder = ev.ready(Value::Path(folder.clone()), None);
    let kind = ev.ready(Value::String(SmolStr::new_static("flake")), None);
    let mut entries = vec![plain("outPath", folder), plain("inputs", inputs), plain("_type", kind)];
    let unknown = Arc::new(Unknown::new("it is an output of the flake", None));
    let open = match outputs.map(|outputs| ev.force(outputs)) {
        Some(Value::Attrs(outputs)) => {
            let others = outputs.entries.iter();
            entries.extend(others.filter(|attr| !OWN.contains(&attr.name.as_str())).cloned());
            outputs.open.clone()
        }
        _ => Some(unknown),
    };
    if let Some(outputs) = outputs {
        entries.push(plain("outputs", outputs));
    }
    // `lastModified`, `rev` and their like depend on the checkout.
    let open = open.unwrap_or_else(|| Arc::new(Unknown::new("it depends on the checkout", None)));
    Attrs::new(entries, Some(open), Vec::new()).into()
}

/// What `self` has beside the outputs.
const OWN: [&str; 4] = ["outPath", "inputs", "_type", "outputs"];

/// An input, not evaluated yet.
#[derive(Clone)]
struct Input {
    name: SmolStr,
    kind: InputKind,
    source: Option<Source>,
    /// How many inputs lead to it.
    depth: u32,
}

/// Where the source of an input lies, and what tells of the inputs that it has itself.
#[derive(Clone)]
struct Source {
    /// Where the user says that it is; else the lock tells.
    told: Option<SourceTree>,
    lock: Arc<Lock>,
    node: Node,
    /// The workspace's root, to which paths in the lock are relative.
    root: PathBuf,
}

fn source_of(lock: Option<&Arc<Lock>>, node: Option<Node>, root: &Path) -> Option<Source> {
    Some(Source { told: None, lock: lock?.clone(), node: node?, root: root.to_owned() })
}

impl Input {
    fn delayed(self, ev: &mut Evaluator<'_>) -> ThunkId {
        ev.defer(None, move |ev| self.value(ev))
    }

    fn value(mut self, ev: &mut Evaluator<'_>) -> Value {
        if self.kind == InputKind::ImportTree {
            let tree = import_tree::value(ev);
            return ev.force(tree);
        }
        let found = self.source.as_ref().and_then(|source| {
            let locked = || source.lock.source(ev.files(), &source.root, &source.node);
            source.told.clone().or_else(locked)
        });
        self.source = self.source.take().filter(|_| found.is_some());
        let why = match &self.source {
            None => format!("the source of the input `{}` is not at hand", self.name),
            Some(_) => format!("the input `{}` is not followed here", self.name),
        };
        let mut entries = self.stand_in(ev, &why);
        let mut open = Some(Arc::new(Unknown::new(why, None)));
        if let (Some(source), Some(found)) = (self.source.take(), found) {
            ev.allow(&found.tree);
            let others = self.evaluated(ev, &source, &found.flake);
            open = others.open.clone();
            let known: Vec<SmolStr> = entries.iter().map(|attr| attr.name.clone()).collect();
            entries.extend(others.entries.iter().filter(|it| !known.contains(&it.name)).cloned());
        }
        Attrs::new(entries, open, Vec::new()).into()
    }

    /// What the input's own flake gives.
    fn evaluated(&self, ev: &mut Evaluator<'_>, source: &Source, folder: &Path) -> Attrs {
        let out_path = ev.ready(Value::Path(Arc::from(folder)), None);
        let only_source = |why: &str| open_attrs(vec![plain("outPath", out_path)], why);
        if !source.node.flake {
            return Attrs::new(vec![plain("outPath", out_path)], None, Vec::new());
        }
        if self.depth == MAX_DEPTH || matches!(self.kind, InputKind::Nixpkgs | InputKind::ClanCore)
        {
            return only_source("this input is not evaluated");
        }
        let file = ev.import(&folder.join("flake.nix"), None);
        let outputs = ev.attr_of(file, "outputs");
        let (Some(outputs), Some(at)) = (outputs, outputs.and_then(|it| ev.origin(it))) else {
            return only_source("the input's `flake.nix` has no outputs that can be read");
        };
        let inputs = Inputs::of_input(ev, &source.lock, &source.node, &source.root, self.depth + 1);
        let (result, inputs) = inputs.tie(ev, folder, outputs, at);
        let own = ev.attr_of(inputs, "self").map(|own| ev.force(own));
        match (own, ev.force(result)) {
            (Some(Value::Attrs(own)), _) => Arc::unwrap_or_clone(own),
            _ => only_source("the input's outputs can't be told"),
        }
    }

    /// The attributes that are ours.
    fn stand_in(&self, ev: &mut Evaluator<'_>, why: &str) -> Vec<Attr> {
        let module = Unknown { kind: UnknownKind::FlakeModule, ..Unknown::new(why, None) };
        let module = Arc::new(module);
        let modules = Attrs::new(Vec::new(), Some(module.clone()), Vec::new());
        let modules = ev.ready(modules.into(), None);
        let module = ev.ready(Value::Unknown(module), None);
        // By class, as flake-parts' `flake.modules` has it.
        let by_class = ev.open_set(vec![plain("flake", modules)], why);
        let mut entries = vec![
            plain("flakeModules", modules),
            plain("flakeModule", module),
            plain("modules", by_class),
        ];
        if let Some(lib) = self.lib(ev, why) {
            entries.push(plain("lib", lib));
        }
        if self.kind == InputKind::ClanCore {
            let clan = ev.ready(CLAN.value(), None);
            let clan_lib = ev.open_set(vec![plain("clan", clan)], why);
            entries.push(plain("clanLib", clan_lib));
            // It is not evaluated, even where its source is at hand.
            let inputs = passed_on(ev);
            entries.push(plain("inputs", inputs));
        }
        entries
    }

    fn lib(&self, ev: &mut Evaluator<'_>, why: &str) -> Option<ThunkId> {
        let functions = match self.kind {
            InputKind::Nixpkgs => return Some(ev.library()),
            InputKind::ClanCore => vec![("clan", &CLAN), ("buildClan", &CLAN)],
            InputKind::FlakeParts => vec![("mkFlake", &MAKE_FLAKE)],
            // Its own `lib`, where that can be evaluated.
            _ if self.source.is_some() => return None,
            _ => vec![("mkFlake", &OTHER_MAKE_FLAKE)],
        };
        let functions = functions.into_iter().map(|(name, native)| {
            let function = ev.ready(native.value(), None);
            plain(name, function)
        });
        let functions = functions.collect();
        Some(ev.open_set(functions, why))
    }
}

/// The inputs of an input that is not evaluated.
fn passed_on(ev: &mut Evaluator<'_>) -> ThunkId {
    let entries = PASSED_ON.iter().map(|&name| {
        let kind = InputKind::of(&[SmolStr::new_static(name)]);
        let input = Input { name: SmolStr::new_static(name), kind, source: None, depth: 1 };
        plain(name, input.delayed(ev))
    });
    let entries = entries.collect();
    ev.open_set(entries, "it is an input of an input")
}

impl Evaluator<'_> {
    /// The input that is clan-core, or is called so.
    pub(super) fn input_by_kind(&mut self, inputs: ThunkId, name: &str) -> Option<ThunkId> {
        let Value::Attrs(inputs) = self.force(inputs) else { return None };
        if let Some(attr) = inputs.get(name) {
            return Some(attr.value);
        }
        let kind = InputKind::of(&[SmolStr::new(name)]);
        let core = Input { name: SmolStr::new(name), kind, source: None, depth: 0 };
        Some(core.delayed(self))
    }
}

/// The texts that tell what an input is: its name, where it comes from, whom it follows.
fn told_of(ev: &mut Evaluator<'_>, input: &Attr) -> Vec<SmolStr> {
    let mut texts = vec![input.name.clone()];
    if let Value::Attrs(attrs) = ev.force(input.value) {
        for name in ["url", "follows"] {
            if let Some(attr) = attrs.get(name)
                && let Value::String(text) = ev.force(attr.value)
            {
                texts.push(text);
            }
        }
    }
    texts
}

fn told_by_lock(node: &Node) -> Vec<SmolStr> {
    let locked = node.locked.iter();
    locked.flat_map(|locked| [&locked.repo, &locked.url]).flatten().map(SmolStr::new).collect()
}

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
    /// By the texts that tell of an input, the most telling last; one that follows another's is what
    /// its path ends in.
    fn of(texts: &[SmolStr]) -> InputKind {
        let known = [
            ("clan-core", InputKind::ClanCore),
            ("flake-parts", InputKind::FlakeParts),
            ("import-tree", InputKind::ImportTree),
            ("nixpkgs", InputKind::Nixpkgs),
        ];
        let of_text = |text: &SmolStr| {
            let last = text.rsplit('/').next().unwrap_or_default();
            let whole = if text.contains(':') { text.as_str() } else { last };
            known.iter().find(|(word, _)| whole.contains(word)).map(|&(_, kind)| kind)
        };
        texts.iter().rev().find_map(of_text).unwrap_or(InputKind::Other)
    }
}
