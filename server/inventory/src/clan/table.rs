//! Things by name.

use std::iter::Zip;
use std::slice::Iter;
use std::sync::Arc;

use smol_str::SmolStr;

/// Things by name. Each has a number, in the order of names, that holds for this table and for all
/// that have the same names.
#[derive(Debug, Clone, Default)]
pub struct Table<T> {
    names: Arc<[SmolStr]>,
    things: Vec<T>,
    /// The names in the order in which they were found, and which of them each thing is.
    found: Arc<[SmolStr]>,
    order: Arc<[usize]>,
}

impl<T> Table<T> {
    /// A table of things, each name once. Where `previous` was made of the same names, as it is
    /// after nearly every edit, they need not be put in order again.
    pub(crate) fn new(things: Vec<(SmolStr, T)>, previous: Option<&Table<T>>) -> Table<T> {
        let mut table = match previous.filter(|it| it.were_found_as(&things)) {
            Some(same) => Table {
                names: same.names.clone(),
                found: same.found.clone(),
                order: same.order.clone(),
                things: Vec::new(),
            },
            None => Table::in_order(&things),
        };
        let mut things: Vec<Option<T>> = things.into_iter().map(|(_, thing)| Some(thing)).collect();
        let placed = table.order.iter().filter_map(|&from| things.get_mut(from)?.take());
        table.things = placed.collect();
        table
    }

    fn were_found_as(&self, things: &[(SmolStr, T)]) -> bool {
        self.found.iter().eq(things.iter().map(|(name, _)| name))
    }

    /// The names in order; the things themselves are not there yet.
    fn in_order(things: &[(SmolStr, T)]) -> Table<T> {
        let names = things.iter().map(|(name, _)| name);
        let mut sorted: Vec<(&SmolStr, usize)> = names.clone().zip(0..).collect();
        sorted.sort_unstable();
        Table {
            names: sorted.iter().map(|&(name, _)| name.clone()).collect(),
            order: sorted.iter().map(|&(_, from)| from).collect(),
            found: names.cloned().collect(),
            things: Vec::new(),
        }
    }

    /// The thing of a name.
    pub fn get(&self, name: &str) -> Option<&T> {
        self.get_key_value(name).map(|(_, thing)| thing)
    }

    /// The same, with the name as it is kept.
    pub fn get_key_value(&self, name: &str) -> Option<(&SmolStr, &T)> {
        self.by_number(self.number(name)?)
    }

    /// Is there anything of that name?
    pub fn contains_key(&self, name: &str) -> bool {
        self.number(name).is_some()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.things.len()
    }

    /// Is there none?
    pub fn is_empty(&self) -> bool {
        self.things.is_empty()
    }

    /// The names, in order.
    pub fn keys(&self) -> impl Iterator<Item = &SmolStr> {
        self.names.iter()
    }

    /// The things, by name.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.things.iter()
    }

    /// The names and things, in the order of names.
    pub fn iter(&self) -> Zip<Iter<'_, SmolStr>, Iter<'_, T>> {
        self.names.iter().zip(&self.things)
    }

    /// The name and the thing of a number.
    pub fn by_number(&self, number: u32) -> Option<(&SmolStr, &T)> {
        let number = number as usize;
        Some((self.names.get(number)?, self.things.get(number)?))
    }

    /// The number of a name.
    pub fn number(&self, name: &str) -> Option<u32> {
        let found = self.names.binary_search_by(|known| known.as_str().cmp(name));
        found.ok().and_then(|number| number.try_into().ok())
    }

    /// The numbers of those that are not the `same` as in another table; `None` if that has other
    /// names.
    pub(crate) fn others_than(
        &self,
        before: &Table<T>,
        same: impl Fn(&T, &T) -> bool,
    ) -> Option<Vec<u32>> {
        if !Arc::ptr_eq(&self.names, &before.names) {
            return None;
        }
        let pairs = (0..).zip(before.things.iter().zip(&self.things));
        Some(pairs.filter(|(_, (was, is))| !same(was, is)).map(|(number, _)| number).collect())
    }
}

impl<'t, T> IntoIterator for &'t Table<T> {
    type Item = (&'t SmolStr, &'t T);
    type IntoIter = Zip<Iter<'t, SmolStr>, Iter<'t, T>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
