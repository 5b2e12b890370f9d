//! What is wrong with what options are given, judged by the interface that declares them: options
//! that do not exist, values of another type.

use smol_str::SmolStr;

use crate::catalogue::{ANY_ITEM, Interface, Kind, SettingAt};
use crate::clan::{HasPlaces, Local, Written, WrittenDefinition, WrittenValue};

/// Something wrong with an option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionMistake {
    /// The names that lead to the option, the last one that of the mistake.
    pub path: Vec<SmolStr>,
    /// What is wrong.
    pub kind: OptionMistakeKind,
    /// The name, or the value.
    pub at: Local,
}

/// What can be wrong with an option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OptionMistakeKind {
    /// There is no such option.
    Unknown {
        /// The names that there are beside it.
        known: Vec<SmolStr>,
    },
    /// A text stands there that a template left to be replaced.
    Placeholder {
        /// The text.
        text: SmolStr,
    },
    /// It is there still, but should not be used.
    Deprecated {
        /// Why, as a sentence.
        why: SmolStr,
    },
    /// The value is of another type.
    WrongType {
        /// What the option takes, as the end of a sentence: `a string`.
        expected: SmolStr,
        /// What it is given: `a list`.
        found: SmolStr,
    },
}

impl HasPlaces for OptionMistake {
    fn for_each_place(&mut self, change: &mut dyn FnMut(&mut Local)) {
        change(&mut self.at);
    }
}

/// How a value is not of the kind that is wanted, and where.
pub(crate) fn misfit_of(
    kind: &Kind,
    definition: &WrittenDefinition,
) -> Option<(OptionMistakeKind, Local)> {
    let misfit = misfit(kind, definition)?;
    let kind = OptionMistakeKind::WrongType {
        expected: misfit.kind.describe(),
        found: misfit.definition.value.describe(),
    };
    Some((kind, misfit.definition.place().or(definition.place())?))
}

/// Is a value of the kind that is wanted?
pub(crate) fn fits(kind: &Kind, value: WrittenValue) -> bool {
    let priority = eval::DEFAULT_PRIORITY;
    misfit(kind, &WrittenDefinition { name: None, at: None, priority, value }).is_none()
}

/// All that is wrong with what the options of an interface are given, by name.
pub fn check<'w>(
    interface: &Interface,
    entries: impl IntoIterator<Item = &'w (SmolStr, Written)>,
) -> Vec<OptionMistake> {
    let mut check = Check { interface, path: Vec::new(), mistakes: Vec::new() };
    check.entries(entries);
    check.mistakes
}

/// The same for what stands at a path of the interface. Paths of mistakes begin at its root.
pub(crate) fn check_below(
    interface: &Interface,
    path: &[SmolStr],
    written: &Written,
) -> Vec<OptionMistake> {
    let mut check = Check { interface, path: path.to_vec(), mistakes: Vec::new() };
    check.visit(written);
    check.mistakes
}

struct Check<'c> {
    interface: &'c Interface,
    path: Vec<SmolStr>,
    mistakes: Vec<OptionMistake>,
}

impl Check<'_> {
    fn visit(&mut self, written: &Written) {
        match self.interface.setting(&self.path) {
            SettingAt::Open => {}
            SettingAt::Absent => self.unknown(written),
            SettingAt::Group => {
                for definition in &written.definitions {
                    match &definition.value {
                        WrittenValue::Set { entries, .. } => self.entries(entries),
                        WrittenValue::Unknown => {}
                        _ => self.wrong(definition, "a set of options".into()),
                    }
                }
            }
            SettingAt::Option(option) => {
                let kind = option.kind();
                for definition in &written.definitions {
                    self.option(definition, &kind);
                }
            }
        }
    }

    fn entries<'w>(&mut self, entries: impl IntoIterator<Item = &'w (SmolStr, Written)>) {
        for (name, written) in entries {
            self.path.push(name.clone());
            self.visit(written);
            self.path.pop();
        }
    }

    fn unknown(&mut self, written: &Written) {
        let around = self.path.split_last().map(|(_, around)| around).unwrap_or_default();
        let known = self.interface.settings_below(around).into_iter();
        let known: Vec<SmolStr> = known
            .filter(|(_, option)| option.is_none_or(|option| !option.hidden))
            .map(|(name, _)| name.clone())
            .collect();
        for definition in &written.definitions {
            let Some(at) = definition.name.or(definition.at) else { continue };
            let kind = OptionMistakeKind::Unknown { known: known.clone() };
            self.mistakes.push(OptionMistake { path: self.path.clone(), kind, at });
        }
    }

    /// A value for an option, with all that stands below if that is options as well.
    fn option(&mut self, definition: &WrittenDefinition, kind: &Kind) {
        if let Some(misfit) = misfit(kind, definition) {
            self.wrong(misfit.definition, misfit.kind.describe());
            return;
        }
        let declares = !self.interface.settings_below(&self.path).is_empty();
        match &definition.value {
            WrittenValue::Set { entries, .. } if declares => self.entries(entries),
            WrittenValue::List { items, .. } if declares => {
                self.path.push(SmolStr::new_static(ANY_ITEM));
                items.iter().for_each(|item| self.visit(item));
                self.path.pop();
            }
            _ => {}
        }
    }

    fn wrong(&mut self, definition: &WrittenDefinition, expected: SmolStr) {
        let Some(at) = definition.place() else { return };
        let found = definition.value.describe();
        let kind = OptionMistakeKind::WrongType { expected, found };
        self.mistakes.push(OptionMistake { path: self.path.clone(), kind, at });
    }
}

/// A value that is not of its type.
struct Misfit<'m> {
    definition: &'m WrittenDefinition,
    kind: &'m Kind,
}

/// The innermost value that does not fit.
fn misfit<'m>(kind: &'m Kind, definition: &'m WrittenDefinition) -> Option<Misfit<'m>> {
    match (kind, &definition.value) {
        (Kind::OneOf(kinds), _) => alternative(kinds, definition).unwrap_or(None).or_else(|| {
            let fits = kinds.iter().any(|kind| misfit(kind, definition).is_none());
            (!fits).then_some(Misfit { definition, kind })
        }),
        (Kind::List(item), WrittenValue::List { items, .. }) => {
            let definitions = items.iter().flat_map(|item| &item.definitions);
            definitions.filter_map(|definition| misfit(item, definition)).next()
        }
        (Kind::Set(value), WrittenValue::Set { entries, .. }) => {
            let definitions = entries.iter().flat_map(|(_, entry)| &entry.definitions);
            definitions.filter_map(|definition| misfit(value, definition)).next()
        }
        (kind, value) => (!kind.takes(value)).then_some(Misfit { definition, kind }),
    }
}

/// What is wrong with a value of which the outermost shape tells the alternative that is meant;
/// outer `None` when it does not.
fn alternative<'m>(
    kinds: &'m [Kind],
    definition: &'m WrittenDefinition,
) -> Option<Option<Misfit<'m>>> {
    let is_set = matches!(definition.value, WrittenValue::Set { .. });
    let is_list = matches!(definition.value, WrittenValue::List { .. });
    let mut meant = kinds.iter().filter(|kind| match kind {
        Kind::List(_) => is_list,
        Kind::Set(_) | Kind::AnySet | Kind::Submodule | Kind::Module => is_set,
        _ => false,
    });
    match (meant.next(), meant.next()) {
        (Some(kind), None) => Some(misfit(kind, definition)),
        _ => None,
    }
}
