//! The options that an option's type brings along: those of the submodules in it.

use std::sync::Arc;

use eval::{Attrs, Context, Definition, Definitions, OptionPath, ThunkId, Value};
use smol_str::SmolStr;

use super::interface::{Below, LONGEST_PATH, OptionReader};
use crate::catalogue::{ANY_ITEM, ANY_NAME};

/// What the argument `name` is where nobody knows the attribute, as in nixpkgs' documentation.
const NAMELESS: &str = "‹name›";

/// The beginnings of the names of types that take no set.
const NO_SETS: [&str; 16] = [
    "bool",
    "commas",
    "enum",
    "envVar",
    "float",
    "int",
    "lines",
    "nonEmptyStr",
    "numbers",
    "passwd",
    "positive",
    "signed",
    "unsignedInt",
    "separatedString",
    "singleLineStr",
    "str",
];

/// Submodules that nest deeper than this are not read: a function may make them for ever.
const DEEPEST: usize = 8;

impl OptionReader<'_, '_> {
    /// What a type is called; nothing when that can't be told, which is noted.
    pub(super) fn description(&mut self, kind: ThunkId) -> SmolStr {
        let described = match self.ev.force(kind) {
            Value::Attrs(kind) => match kind.get("description") {
                Some(attr) => self.ev.force(attr.value),
                None => Value::Null,
            },
            other => other,
        };
        match described {
            Value::String(text) => return text,
            Value::Unknown(unknown) => self.open(&unknown),
            _ => self.gap("what stands here as a type is none"),
        }
        SmolStr::default()
    }

    /// Reads the options of a type's submodules.
    pub(super) fn of_kind(&mut self, kind: ThunkId, below: &Below) {
        let Value::Attrs(kind) = self.ev.force(kind) else { return };
        let conditional = Below { conditional: true, ..below.clone() };
        match self.name(&kind).as_deref() {
            Some("submodule") => self.submodule(&kind, below),
            Some("attrsOf" | "lazyAttrsOf" | "attrListOf" | "loaOf") => {
                self.within(&kind, ANY_NAME);
            }
            Some("listOf") => self.within(&kind, ANY_ITEM),
            Some("nullOr") => self.part(&kind, "elemType", &conditional),
            Some("unique") => self.part(&kind, "elemType", below),
            Some("either") => self.alternatives(&kind, ["left", "right"], &conditional),
            Some("coercedTo") => self.alternatives(&kind, ["finalType", "coercedType"], below),
            Some("attrTag") => {
                let tags = kind.get("nestedTypes").map(|attr| Definitions::of(attr.value));
                self.set(&tags.unwrap_or_default(), &conditional);
            }
            _ => {}
        }
    }

    /// What an option of this type is that nobody defines.
    pub(super) fn empty_value(&mut self, kind: ThunkId) -> Option<ThunkId> {
        let Value::Attrs(kind) = self.ev.force(kind) else { return None };
        if !matches!(self.ev.force(kind.get("getSubModules")?.value), Value::Null) {
            return None;
        }
        match self.ev.force(kind.get("emptyValue")?.value) {
            Value::Attrs(empty) => empty.get("value").map(|attr| attr.value),
            _ => None,
        }
    }

    fn name(&mut self, kind: &Attrs) -> Option<SmolStr> {
        match self.ev.force(kind.get("name")?.value) {
            Value::String(name) => Some(name),
            _ => None,
        }
    }

    /// A type that another is made of.
    fn part(&mut self, kind: &Attrs, name: &str, below: &Below) {
        if let Some(part) = self.nested(kind, name) {
            self.of_kind(part, below);
        }
    }

    fn nested(&mut self, kind: &Attrs, name: &str) -> Option<ThunkId> {
        let Value::Attrs(nested) = self.ev.force(kind.get("nestedTypes")?.value) else {
            return None;
        };
        nested.get(name).map(|attr| attr.value)
    }

    /// Two types of which a value may have either. Where one of them takes any set, the options of the
    /// other are not all that may be there.
    fn alternatives(&mut self, kind: &Attrs, parts: [&str; 2], below: &Below) {
        let before = self.interface.options.len();
        parts.iter().for_each(|part| self.part(kind, part, below));
        let brought = self.interface.options.len() > before;
        if brought && parts.iter().any(|part| self.takes_any_set(kind, part)) {
            self.gap("a value of another type may stand here");
        }
    }

    fn takes_any_set(&mut self, kind: &Attrs, part: &str) -> bool {
        let Some(part) = self.nested(kind, part) else { return true };
        let Value::Attrs(part) = self.ev.force(part) else { return true };
        match self.name(&part).as_deref() {
            Some("submodule" | "listOf" | "attrTag") => false,
            Some("nullOr" | "unique") => self.takes_any_set(&part, "elemType"),
            Some("either") => ["left", "right"].iter().any(|it| self.takes_any_set(&part, it)),
            Some("coercedTo") => {
                ["finalType", "coercedType"].iter().any(|it| self.takes_any_set(&part, it))
            }
            Some(name) => !NO_SETS.iter().any(|scalar| name.starts_with(scalar)),
            None => true,
        }
    }

    /// The options of each attribute or item.
    fn within(&mut self, kind: &Attrs, segment: &'static str) {
        if self.path.len() == LONGEST_PATH {
            return self.gap("the options nest too deep");
        }
        self.path.push(SmolStr::new_static(segment));
        let below = Below { conditional: true, ..Below::default() };
        self.part(kind, "elemType", &below);
        self.path.pop();
    }

    fn submodule(&mut self, kind: &Attrs, below: &Below) {
        let Some(modules) = kind.get("getSubModules").map(|attr| attr.value) else { return };
        if self.around.contains(&modules) {
            return self.gap("the type contains itself");
        }
        if self.around.len() == DEEPEST {
            return self.gap("submodules nest too deep");
        }
        let list = match self.ev.force(modules) {
            Value::List(list) => list,
            Value::Unknown(unknown) => return self.open(&unknown),
            _ => return self.gap("the modules of a submodule are no list"),
        };
        let items = list.items.iter().copied().map(Definition::of).collect();
        let definitions = Definitions { items, open: list.open.iter().cloned().collect() };
        let arguments = self.arguments(kind);
        let context =
            Context { arguments: Some(arguments), name: Some(NAMELESS), ..Context::default() };
        self.around.push(modules);
        let modules = self.ev.declared(&definitions, &OptionPath::ROOT, &context);
        self.module(&modules, below);
        self.around.pop();
    }

    /// What modules of a submodule are called with, `specialArgs` among it.
    fn arguments(&mut self, kind: &Attrs) -> ThunkId {
        let outside = self.ev.interface_arguments();
        let Some(Value::Attrs(functor)) = kind.get("functor").map(|it| self.ev.force(it.value))
        else {
            return outside;
        };
        let Some(Value::Attrs(payload)) = functor.get("payload").map(|it| self.ev.force(it.value))
        else {
            return outside;
        };
        let special = payload.get("specialArgs").map(|it| self.ev.force(it.value));
        let (Some(Value::Attrs(special)), Value::Attrs(known)) = (special, self.ev.force(outside))
        else {
            return outside;
        };
        if special.entries.is_empty() {
            return outside;
        }
        let mut entries = special.entries.clone();
        entries.extend(known.entries.iter().filter(|it| special.get(&it.name).is_none()).cloned());
        let both = Attrs::new(entries, known.open.clone(), Vec::new());
        self.ev.ready(Value::Attrs(Arc::new(both)), None)
    }
}
