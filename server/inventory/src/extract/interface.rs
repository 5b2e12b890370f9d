//! The options that a role's `interface` declares.

use std::path::Path;
use std::sync::Arc;

use eval::{
    Context, Definition, Definitions, Evaluator, Files, OptionPath, Submodule, ThunkId, Unknown,
    Value,
};
use smol_str::SmolStr;

use super::default::default_text;
use super::defined::Defined;
use super::module::{NO_MODULE, gap};
use super::print::names_of;
use crate::catalogue::{Interface, OptionDef, SettingsGap};

/// More options than this are not read of one role: it is more than anybody can set.
const MOST_OPTIONS: usize = 2_000;

/// Nor are more gaps noted: the rest of the interface is open then.
const MOST_GAPS: usize = 200;

/// Nor those that so many names lead to.
pub(super) const LONGEST_PATH: usize = 16;

/// What the type of an option without one is called.
const UNTYPED: &str = "unspecified value";

/// The options that the module in a file declares.
pub(crate) fn interface_of_file(files: &dyn Files, module: &Path) -> Interface {
    let mut ev = Evaluator::new(files);
    let file = ev.import(module, None);
    interface(&mut ev, &Definitions::of(file))
}

/// The options that these modules declare.
pub(super) fn interface(ev: &mut Evaluator<'_>, modules: &Definitions) -> Interface {
    let arguments = ev.interface_arguments();
    let context = Context { arguments: Some(arguments), ..Context::default() };
    let modules = ev.declared(modules, &OptionPath::ROOT, &context);
    let mut reader = OptionReader::new(ev);
    reader.module(&modules, &Below::default());
    let OptionReader { mut interface, .. } = reader;
    interface.freeform = interface.freeform_below.iter().any(Vec::is_empty);
    interface.freeform_below.retain(|path| !path.is_empty());
    interface.options.sort_by(|a, b| a.path.cmp(&b.path));
    interface.options.dedup_by(|later, earlier| {
        let is_same = later.path == earlier.path;
        if is_same {
            unite(earlier, later);
        }
        is_same
    });
    let untold = interface.options.iter().filter(|option| option.ty.is_empty());
    let untold = untold.filter(|option| interface.gaps.iter().all(|gap| gap.path != option.path));
    let gaps = untold.map(|option| SettingsGap {
        path: option.path.clone(),
        why: "its declarations are of different types".into(),
        at: option.declared.first().copied(),
    });
    interface.gaps.extend(gaps.collect::<Vec<_>>());
    interface
}

/// Makes one of two options at a path: of alternatives, or of submodules that are declared in pieces.
/// What they do not agree on is not known.
fn unite(option: &mut OptionDef, other: &mut OptionDef) {
    let (other, mut declared) = (std::mem::take(other), std::mem::take(&mut option.declared));
    declared.extend(other.declared.iter().filter(|at| !option.declared.contains(at)));
    let has_default = option.has_default() || other.has_default();
    if option.ty == UNTYPED {
        option.ty = other.ty;
    } else if other.ty != UNTYPED && other.ty != option.ty {
        option.ty = SmolStr::default();
    }
    let (ours, others) = (option.default.take(), other.default);
    option.default = match (ours, others) {
        (Some(ours), Some(others)) if ours != others => None,
        (ours, others) => ours.or(others),
    };
    option.required &= other.required;
    option.defaultless = !option.required && !has_default;
    option.conditional |= other.conditional;
    option.hidden &= other.hidden;
    option.description = option.description.take().or(other.description);
    option.declared = declared;
}

/// Where options are read.
#[derive(Debug, Clone, Default)]
pub(super) struct Below {
    /// Are they there only when something else is?
    pub(super) conditional: bool,
    /// What the interface itself defines there.
    pub(super) defined: Defined,
}

impl Below {
    /// The same at a name.
    fn at(&self, ev: &mut Evaluator<'_>, name: &str) -> Below {
        Below { defined: self.defined.below(ev, name), ..*self }
    }
}

/// Reads the options of one interface.
pub(super) struct OptionReader<'r, 'a> {
    pub(super) ev: &'r mut Evaluator<'a>,
    pub(super) interface: Interface,
    /// The names that lead to what is read.
    pub(super) path: Vec<SmolStr>,
    /// The modules of the submodules around it: one that is there again contains itself.
    pub(super) around: Vec<ThunkId>,
}

impl<'r, 'a> OptionReader<'r, 'a> {
    fn new(ev: &'r mut Evaluator<'a>) -> OptionReader<'r, 'a> {
        OptionReader { ev, interface: Interface::default(), path: Vec::new(), around: Vec::new() }
    }

    /// The options of the modules of one submodule.
    pub(super) fn module(&mut self, modules: &Submodule, below: &Below) {
        let defined = below.defined.and(&modules.definitions);
        self.set(&modules.options, &Below { defined, ..*below });
        if modules.options.items.is_empty() {
            modules.options.open.iter().for_each(|unknown| self.open(unknown));
        }
        let mut defined = self.ev.children(&modules.definitions, &OptionPath::ROOT);
        if !defined.others.is_empty() {
            self.gap(NO_MODULE);
        }
        let module = defined.take("_module");
        let mut module = self.ev.children(&module, &OptionPath::ROOT);
        let freeform = module.take("freeformType");
        if !modules.freeform.items.is_empty() || !freeform.items.is_empty() {
            self.interface.freeform_below.push(self.path.clone());
        }
    }

    /// A set of options, of all modules that declare some.
    pub(super) fn set(&mut self, sets: &Definitions, below: &Below) {
        let children = self.ev.children(sets, &OptionPath::ROOT);
        children.open.iter().for_each(|unknown| self.open(unknown));
        for (name, declared) in children.entries {
            if self.path.len() == LONGEST_PATH {
                return self.gap("the options nest too deep");
            }
            if self.is_full() {
                return;
            }
            let below = below.at(self.ev, &name);
            self.path.push(name);
            let declared = Definitions { open: Vec::new(), ..declared };
            self.named(&declared, &below);
            self.path.pop();
        }
    }

    /// What stands at a name: an option, or a set of them.
    fn named(&mut self, declared: &Definitions, below: &Below) {
        let (mut options, mut sets) = (Definitions::default(), Definitions::default());
        for item in &declared.items {
            match self.shape(item) {
                Shape::Option => options.items.push(item.clone()),
                Shape::Set => sets.items.push(item.clone()),
                Shape::Unknown => {
                    let names = names_of(self.ev, declared);
                    self.add(OptionDef {
                        path: self.path.clone(),
                        defaultless: true,
                        conditional: below.conditional,
                        declared: names,
                        ..OptionDef::default()
                    });
                }
                Shape::Neither => self.gap("something stands here that is no option"),
            }
        }
        if !options.items.is_empty() {
            self.option(&options, below);
        }
        if !sets.items.is_empty() {
            self.set(&sets, below);
        }
    }

    /// What is declared there? What can't be told is noted.
    fn shape(&mut self, item: &Definition) -> Shape {
        let attrs = match self.ev.force(item.value) {
            Value::Attrs(attrs) => attrs,
            Value::Unknown(unknown) => {
                self.open(&unknown);
                return Shape::Unknown;
            }
            _ => return Shape::Neither,
        };
        let Some(kind) = attrs.get("_type") else {
            return Shape::Set;
        };
        match self.ev.force(kind.value) {
            Value::String(kind) if kind == "option" => Shape::Option,
            Value::Unknown(unknown) => {
                self.open(&unknown);
                Shape::Unknown
            }
            _ => Shape::Neither,
        }
    }

    fn option(&mut self, declarations: &Definitions, below: &Below) {
        let mut option = Declaration::default();
        for declaration in &declarations.items {
            option.read(self.ev, declaration.value);
        }
        let given = option.default_text.or(option.default);
        let given = given.or_else(|| self.empty_value(*option.kinds.first()?));
        let (default, has_default) =
            (given.and_then(|it| default_text(self.ev, it)), given.is_some());
        let ty = option.kinds.first().map(|&kind| self.description(kind));
        let ty = ty.unwrap_or_else(|| UNTYPED.into());
        // A type that is not known may make something of no definition at all.
        let is_told = option.is_whole && !ty.is_empty() && !option.internal;
        let may_be_there = has_default || below.defined.is_any();
        let required = is_told && !may_be_there && !self.does_without(option.apply);
        let added = self.add(OptionDef {
            path: self.path.clone(),
            ty,
            required,
            defaultless: !has_default && !required,
            default,
            conditional: below.conditional,
            hidden: option.hidden || option.internal,
            description: option.description,
            declared: names_of(self.ev, declarations),
        });
        if added {
            let below = Below { defined: below.defined.or(option.default), ..*below };
            option.kinds.iter().for_each(|&kind| self.of_kind(kind, &below));
        }
    }

    /// Does `apply` come to something, or end, without a look at the value that it is given? So it is
    /// where an option is another name of one, and where it is only there to say that it is gone.
    fn does_without(&mut self, apply: Option<ThunkId>) -> bool {
        let Some(apply) = apply else { return false };
        let Some(at) = self.ev.origin(apply) else { return true };
        let unset = Arc::new(Unknown::new("nobody sets it", Some(at)));
        let value = self.ev.ready(Value::Unknown(unset.clone()), None);
        let result = self.ev.call(apply, &[value], at);
        !matches!(result, Value::Unknown(why) if Arc::ptr_eq(&why, &unset))
    }

    /// Adds an option; is there room for it?
    fn add(&mut self, option: OptionDef) -> bool {
        let has_room = !self.is_full();
        if has_room {
            self.interface.options.push(option);
        }
        has_room
    }

    /// Is there room for nothing more? Then that is noted.
    fn is_full(&mut self) -> bool {
        let is_full =
            self.interface.options.len() >= MOST_OPTIONS || self.interface.gaps.len() >= MOST_GAPS;
        if is_full && self.interface.gaps.iter().all(|gap| gap.why != TOO_MANY) {
            self.interface.gaps.push(SettingsGap {
                path: Vec::new(),
                why: TOO_MANY.into(),
                at: None,
            });
        }
        is_full
    }

    /// Notes that there may be more where we are.
    pub(super) fn open(&mut self, unknown: &eval::Unknown) {
        self.note(gap(self.ev, self.path.clone(), unknown));
    }

    pub(super) fn gap(&mut self, why: &'static str) {
        self.note(SettingsGap { path: self.path.clone(), why: why.into(), at: None });
    }

    fn note(&mut self, gap: SettingsGap) {
        if !self.is_full() && !self.interface.gaps.contains(&gap) {
            self.interface.gaps.push(gap);
        }
    }
}

const TOO_MANY: &str = "there are too many options";

/// What a declaration is seen to be.
enum Shape {
    Option,
    Set,
    Neither,
    Unknown,
}

/// What the declarations of one option say together.
struct Declaration {
    kinds: Vec<ThunkId>,
    default: Option<ThunkId>,
    default_text: Option<ThunkId>,
    apply: Option<ThunkId>,
    description: Option<SmolStr>,
    hidden: bool,
    internal: bool,
    /// Is all of it known, so that what is not said is not there?
    is_whole: bool,
}

impl Default for Declaration {
    fn default() -> Declaration {
        Declaration {
            kinds: Vec::new(),
            default: None,
            default_text: None,
            apply: None,
            description: None,
            hidden: false,
            internal: false,
            is_whole: true,
        }
    }
}

impl Declaration {
    fn read(&mut self, ev: &mut Evaluator<'_>, option: ThunkId) {
        let Value::Attrs(option) = ev.force(option) else { return };
        let value = |name: &str| option.get(name).map(|attr| attr.value);
        self.kinds.extend(value("type"));
        self.default = self.default.or_else(|| value("default"));
        self.default_text = self.default_text.or_else(|| value("defaultText"));
        self.apply = self.apply.or_else(|| value("apply"));
        self.is_whole &= option.open.is_none();
        let is = |ev: &mut Evaluator<'_>, name: &str, wanted: bool| {
            value(name).is_some_and(|it| matches!(ev.force(it), Value::Bool(is) if is == wanted))
        };
        self.hidden |= is(ev, "visible", false);
        self.internal |= is(ev, "internal", true);
        if self.description.is_none() {
            self.description = value("description").and_then(|it| description(ev, it));
        }
    }
}

/// A description, which may be marked as Markdown.
fn description(ev: &mut Evaluator<'_>, text: ThunkId) -> Option<SmolStr> {
    match ev.force(text) {
        Value::String(text) => Some(text),
        Value::Attrs(marked) => match ev.force(marked.get("text")?.value) {
            Value::String(text) => Some(text),
            _ => None,
        },
        _ => None,
    }
}
