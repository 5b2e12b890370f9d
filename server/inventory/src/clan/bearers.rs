//! Who bears which name.

use std::hash::Hash;
use std::sync::Arc;

use rustc_hash::FxHashMap;

/// By name, the numbers of those in a table who bear it, in order.
#[derive(Debug, Clone)]
pub(crate) struct Bearers<N>(FxHashMap<N, Arc<Vec<u32>>>);

impl<N> Default for Bearers<N> {
    fn default() -> Bearers<N> {
        Bearers(FxHashMap::default())
    }
}

impl<N: Clone + Eq + Hash> Bearers<N> {
    pub(crate) fn add(&mut self, number: u32, name: &N) {
        let known = match self.0.get_mut(name) {
            Some(known) => known,
            None => self.0.entry(name.clone()).or_default(),
        };
        match known.last() {
            Some(&last) if last >= number => {
                if let Err(at) = known.binary_search(&number) {
                    Arc::make_mut(known).insert(at, number);
                }
            }
            _ => Arc::make_mut(known).push(number),
        }
    }

    pub(crate) fn remove(&mut self, number: u32, name: &N) {
        let Some(known) = self.0.get_mut(name) else { return };
        if let Ok(at) = known.binary_search(&number) {
            Arc::make_mut(known).remove(at);
        }
        if known.is_empty() {
            self.0.remove(name);
        }
    }

    /// Every name that somebody bears, with those who do.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&N, &[u32])> {
        self.0.iter().map(|(name, numbers)| (name, numbers.as_slice()))
    }
}

impl<N: Eq + Hash> Bearers<N> {
    pub(crate) fn get<Q: Eq + Hash + ?Sized>(&self, name: &Q) -> &[u32]
    where
        N: std::borrow::Borrow<Q>,
    {
        self.0.get(name).map(|numbers| numbers.as_slice()).unwrap_or_default()
    }
}
