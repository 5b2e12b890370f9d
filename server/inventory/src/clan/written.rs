//! Values as they are written, as plain data that needs no evaluation: what settings and other
//! options are given, each value with its place.

use smol_str::SmolStr;

use super::placed::{HasPlaces, Local};

/// What the definitions of an option come to that count, one by one: nothing is merged.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Written {
    /// Those of the strongest priority, in order.
    pub definitions: Vec<WrittenDefinition>,
    /// May there be others?
    pub open: bool,
}

/// One definition of an option, or an item of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct WrittenDefinition {
    /// The name that leads to it, quotes included.
    pub name: Option<Local>,
    /// The expression that gives the value.
    pub at: Option<Local>,
    /// As in nixpkgs: the lower number wins; 100 when nothing is said.
    pub priority: i64,
    /// The value.
    pub value: WrittenValue,
}

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub enum WrittenValue {
    /// It can't be told.
    Unknown,
    /// `null`
    Null,
    /// `true`, `false`
    Bool(bool),
    /// An integer.
    Int(i64),
    /// A floating-point number.
    Float(f64),
    /// A string.
    Text(SmolStr),
    /// A path.
    Path(SmolStr),
    /// A function.
    Function,
    /// A list.
    List {
        /// Its items; of most there is one definition.
        items: Vec<Written>,
        /// May there be others?
        open: bool,
    },
    /// An attribute set.
    Set {
        /// By name, in order of definition.
        entries: Vec<(SmolStr, Written)>,
        /// May there be others?
        open: bool,
    },
}

impl WrittenDefinition {
    /// The value's place; the name's where the value has none.
    pub fn place(&self) -> Option<Local> {
        self.at.or(self.name)
    }
}

impl Written {
    /// The definitions of what a name leads to in every set of these.
    pub fn below<'w>(&'w self, name: &'w str) -> impl Iterator<Item = &'w Written> {
        self.entries().filter(move |(known, _)| known == name).map(|(_, written)| written)
    }

    /// What stands in every set of these, by name.
    pub fn entries(&self) -> impl Iterator<Item = &(SmolStr, Written)> {
        let sets = self.definitions.iter().filter_map(|definition| match &definition.value {
            WrittenValue::Set { entries, .. } => Some(entries),
            _ => None,
        });
        sets.flatten()
    }

    /// Shows every string in it, however deep, with its definition.
    pub fn for_each_text<'w>(&'w self, show: &mut dyn FnMut(&'w SmolStr, &'w WrittenDefinition)) {
        for definition in &self.definitions {
            match &definition.value {
                WrittenValue::Text(text) => show(text, definition),
                WrittenValue::List { items, .. } => {
                    items.iter().for_each(|item| item.for_each_text(show));
                }
                WrittenValue::Set { entries, .. } => {
                    entries.iter().for_each(|(_, entry)| entry.for_each_text(show));
                }
                _ => {}
            }
        }
    }
}

impl HasPlaces for Written {
    fn for_each_place(&mut self, change: &mut dyn FnMut(&mut Local)) {
        for definition in &mut self.definitions {
            definition.name.iter_mut().chain(&mut definition.at).for_each(&mut *change);
            match &mut definition.value {
                WrittenValue::List { items, .. } => {
                    items.iter_mut().for_each(|item| item.for_each_place(change));
                }
                WrittenValue::Set { entries, .. } => {
                    entries.iter_mut().for_each(|(_, entry)| entry.for_each_place(change));
                }
                _ => {}
            }
        }
    }
}
