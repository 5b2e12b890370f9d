//! Reading and making sets, attribute by attribute.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::SmolStr;

use crate::native::{Answer, Call};
use crate::value::{Attr, Attrs, List, Origin, Sites, ThunkId, Unknown, Value};

/// A set's attributes by name.
pub(crate) fn by_name(attrs: &Attrs) -> Vec<&Attr> {
    let mut entries: Vec<&Attr> = attrs.entries.iter().collect();
    entries.sort_unstable_by(|a, b| a.name.cmp(&b.name));
    entries
}

/// Where an attribute's name is spelled, so that a string made of it leads there.
pub(crate) fn spelled(attr: &Attr) -> Option<Origin> {
    attr.sites.first().map(|site| site.name)
}

/// The name of an attribute as a string that leads to where it is spelled.
pub(crate) fn name_of(call: &mut Call<'_, '_>, attr: &Attr) -> ThunkId {
    let at = spelled(attr).unwrap_or(call.at);
    call.ev.ready(Value::String(attr.name.clone()), Some(at))
}

/// An attribute that is called as a string says: it is spelled where the string is.
pub(crate) fn named(
    call: &mut Call<'_, '_>,
    name: ThunkId,
    value: ThunkId,
) -> Result<Attr, Arc<Unknown>> {
    let text = call.as_string(name)?;
    let site = call.ev.origin(name);
    Ok(call.attr(text, value, site))
}

/// A set in the making: of one name the first counts.
#[derive(Default)]
pub(crate) struct Attributes {
    entries: Vec<Attr>,
    names: FxHashSet<SmolStr>,
    pub(crate) open: Option<Arc<Unknown>>,
}

impl Attributes {
    /// One that holds whatever the items of an open list or set may add.
    pub(crate) fn open_as(open: &Option<Arc<Unknown>>) -> Attributes {
        Attributes { open: open.clone(), ..Attributes::default() }
    }

    pub(crate) fn add(&mut self, attr: Attr) {
        if self.names.insert(attr.name.clone()) {
            self.entries.push(attr);
        }
    }

    /// Adds an attribute if it is known, else the set is open.
    pub(crate) fn add_known(&mut self, attr: Result<Attr, Arc<Unknown>>) {
        match attr {
            Ok(attr) => self.add(attr),
            Err(unknown) => self.open = Some(unknown),
        }
    }

    /// Adds `{ name; value; }`.
    pub(crate) fn add_pair(&mut self, call: &mut Call<'_, '_>, pair: ThunkId) {
        self.add_known(read_pair(call, pair));
    }

    pub(crate) fn finish(self) -> Attrs {
        Attrs::new(self.entries, self.open, Vec::new())
    }
}

/// The attribute that `{ name; value; }` stands for.
pub(crate) fn read_pair(call: &mut Call<'_, '_>, pair: ThunkId) -> Result<Attr, Arc<Unknown>> {
    let pair = call.as_attrs(pair)?;
    let (Some(name), Some(value)) = (pair.get("name"), pair.get("value")) else {
        return Err(pair.open.clone().unwrap_or_else(|| call.mismatch("`name` and `value`")));
    };
    let (name, value) = (name.value, value.value);
    named(call, name, value)
}

/// `a // b // c`: of one name the last counts. What a later set may override is unknown, but its
/// name is there.
pub(crate) fn merge(call: &mut Call<'_, '_>, sets: &List) -> Answer {
    let mut hidden = sets.open.clone();
    let mut known = 0;
    let mut places: FxHashMap<SmolStr, usize> = FxHashMap::default();
    // From the last set to the first; turned round at the end.
    let mut entries: Vec<Attr> = Vec::new();
    let mut literals = Vec::new();
    for &set in sets.items.iter().rev() {
        let set = match call.as_attrs(set) {
            Ok(set) => set,
            Err(unknown) => {
                hidden = Some(unknown);
                continue;
            }
        };
        known += 1;
        call.burn(set.entries.len())?;
        for attr in set.entries.iter().rev() {
            if places.contains_key(&attr.name) {
                continue;
            }
            places.insert(attr.name.clone(), entries.len());
            let value = match &hidden {
                Some(unknown) => overridden(call, attr, unknown),
                None => attr.value,
            };
            entries.push(Attr { value, ..attr.clone() });
        }
        literals.extend(set.literals.iter().rev().copied());
        hidden = hidden.or_else(|| set.open.clone());
    }
    match hidden {
        Some(unknown) if known == 0 => Err(unknown),
        open => {
            entries.reverse();
            literals.reverse();
            Ok(Attrs::new(entries, open, literals).into())
        }
    }
}

/// The value of an attribute that something unknown may override.
pub(crate) fn overridden(call: &mut Call<'_, '_>, attr: &Attr, by: &Arc<Unknown>) -> ThunkId {
    let origin = call.ev.origin(attr.value);
    call.ev.ready(Value::Unknown(by.clone()), origin)
}

/// The places of a name that two sets spell.
pub(crate) fn both_sites(left: &Attr, right: &Attr) -> Sites {
    let others = right.sites.iter().filter(|site| !left.sites.contains(site));
    left.sites.iter().chain(others).copied().collect()
}

/// The literals of two sets.
pub(crate) fn both_literals(left: &Attrs, right: &Attrs) -> Vec<Origin> {
    [left.literals.as_slice(), right.literals.as_slice()].concat()
}
