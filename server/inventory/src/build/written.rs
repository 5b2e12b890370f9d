//! Reading values as they are written.

use eval::{Definition, Definitions, Evaluator, FileRange, OptionPath, ThunkId, Value};

use super::Builder;
use crate::clan::{Local, Written, WrittenDefinition, WrittenValue};

/// More values than these are not read of one option: it is no configuration any more.
const MOST_VALUES: u32 = 20_000;

/// Nor those that nest deeper.
const DEEPEST: u32 = 32;

impl Builder<'_> {
    /// What the definitions of an option say, all of it evaluated.
    pub(super) fn written(&mut self, definitions: &Definitions, path: &OptionPath<'_>) -> Written {
        let mut reader = Reader { ev: &mut self.ev, left: MOST_VALUES, depth: 0, deepest: DEEPEST };
        reader.written(definitions, path)
    }

    /// The same, without what is in sets.
    pub(super) fn outline(&mut self, definitions: &Definitions, path: &OptionPath<'_>) -> Written {
        let mut reader = Reader { ev: &mut self.ev, left: MOST_VALUES, depth: 0, deepest: 1 };
        reader.written(definitions, path)
    }
}

struct Reader<'r, 'a> {
    ev: &'r mut Evaluator<'a>,
    /// How many more values are read.
    left: u32,
    depth: u32,
    deepest: u32,
}

impl Reader<'_, '_> {
    fn written(&mut self, definitions: &Definitions, path: &OptionPath<'_>) -> Written {
        let (counting, priority) = self.ev.discharge_at(definitions);
        let read = counting.items.iter().map(|definition| {
            let value = self.value(definition, path);
            WrittenDefinition {
                name: definition.sites.first().map(|site| Local::of(self.ev.range(site.name))),
                at: self.place(definition.value).map(Local::of),
                priority,
                value,
            }
        });
        Written { definitions: read.collect(), open: !counting.open.is_empty() }
    }

    fn place(&self, value: ThunkId) -> Option<FileRange> {
        self.ev.origin(value).map(|origin| self.ev.range(origin))
    }

    fn value(&mut self, definition: &Definition, path: &OptionPath<'_>) -> WrittenValue {
        if self.left == 0 {
            return WrittenValue::Unknown;
        }
        self.left -= 1;
        self.depth += 1;
        let value = match self.ev.force(definition.value) {
            Value::Unknown(_) => WrittenValue::Unknown,
            Value::Null => WrittenValue::Null,
            Value::Bool(bool) => WrittenValue::Bool(bool),
            Value::Int(int) => WrittenValue::Int(int),
            Value::Float(float) => WrittenValue::Float(float),
            Value::String(text) => WrittenValue::Text(text),
            Value::Path(path) => WrittenValue::Path(path.to_string_lossy().into()),
            Value::Lambda(_) | Value::Native(_) => WrittenValue::Function,
            Value::List(_) if self.depth > self.deepest => {
                WrittenValue::List { items: Vec::new(), open: true }
            }
            Value::List(list) => {
                let items = list.items.iter();
                let items = items.map(|&item| self.written(&Definitions::of(item), path));
                WrittenValue::List { items: items.collect(), open: list.open.is_some() }
            }
            // It stands for something else: a package, or a string that it makes.
            Value::Attrs(attrs) if is_more_than_a_set(&attrs) => WrittenValue::Unknown,
            Value::Attrs(_) if self.depth >= self.deepest => {
                WrittenValue::Set { entries: Vec::new(), open: true }
            }
            Value::Attrs(_) => self.set(definition, path),
        };
        self.depth -= 1;
        value
    }

    fn set(&mut self, definition: &Definition, path: &OptionPath<'_>) -> WrittenValue {
        let only = Definitions { items: vec![definition.clone()], open: Vec::new() };
        let children = self.ev.children(&only, path);
        let open = !children.open.is_empty();
        let entries = children.entries.into_iter().map(|(name, definitions)| {
            let definitions = Definitions { open: Vec::new(), ..definitions };
            let written = self.written(&definitions, &path.child(&name));
            (name, written)
        });
        WrittenValue::Set { entries: entries.collect(), open }
    }
}

fn is_more_than_a_set(attrs: &eval::Attrs) -> bool {
    ["outPath", "__toString", "__functor"].iter().any(|name| attrs.get(name).is_some())
}
