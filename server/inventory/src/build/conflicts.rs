//! Definitions that Clan refuses to merge. Where there may be others than those that are known,
//! one of those may settle it.

use eval::{Children, Definitions, OptionPath, Value};

use super::Builder;
use crate::clan::{Conflict, ConflictKind, Local};

impl Builder<'_> {
    /// Two unequal values for an option that takes one.
    pub(super) fn unequal(&mut self, option: &str, definitions: &Definitions) -> Option<Conflict> {
        let counting = self.ev.discharge(definitions);
        let (first, rest) = counting.items.split_first()?;
        if !counting.open.is_empty() || rest.is_empty() || !self.is_scalar(first.value) {
            return None;
        }
        let later = rest.iter().find(|later| {
            self.is_scalar(later.value)
                && self.ev.are_equal(first.value, later.value) == Some(false)
        })?;
        Some(Conflict {
            option: option.into(),
            kind: ConflictKind::Unequal,
            first: Local::of(self.place(first)?),
            later: Local::of(self.place(later)?),
        })
    }

    /// A second definition of settings.
    pub(super) fn not_unique(
        &mut self,
        option: &str,
        definitions: &Definitions,
    ) -> Option<Conflict> {
        let counting = self.ev.discharge(definitions);
        let [first, later, ..] = counting.items.as_slice() else { return None };
        if !counting.open.is_empty() {
            return None;
        }
        Some(Conflict {
            option: option.into(),
            kind: ConflictKind::NotUnique,
            first: Local::of(self.name_or_place(first)?),
            later: Local::of(self.name_or_place(later)?),
        })
    }

    /// The same for the `settings` of each name below a role's `machines` or `tags`.
    pub(super) fn settings_of(
        &mut self,
        path: &OptionPath<'_>,
        option: &str,
        children: &Children,
        conflicts: &mut Vec<Conflict>,
    ) {
        for (name, definitions) in &children.entries {
            let counting = self.ev.discharge(definitions);
            let mut options = self.ev.children(&counting, &path.child(name));
            let settings = options.take("settings");
            conflicts.extend(self.not_unique(&format!("{option}.{name}.settings"), &settings));
            self.note_settings(&settings);
        }
    }

    fn is_scalar(&mut self, value: eval::ThunkId) -> bool {
        matches!(
            self.ev.force(value),
            Value::Null | Value::Bool(_) | Value::Int(_) | Value::Float(_) | Value::String(_)
        )
    }
}
