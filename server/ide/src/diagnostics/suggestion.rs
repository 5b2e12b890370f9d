//! The names that a person may have meant.

use std::fmt;

use smol_str::SmolStr;

/// A name that is none of those that are known, and those that it may have been meant to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misspelt {
    /// As it is written.
    pub name: SmolStr,
    /// The nearest of the known names, at most three, the nearest first.
    pub near: Vec<SmolStr>,
}

impl Misspelt {
    /// A name among those that are known.
    pub(crate) fn among<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Misspelt {
        let near = nearest(name, known).into_iter().map(SmolStr::new).collect();
        Misspelt { name: SmolStr::new(name), near }
    }
}

/// The end of a sentence: `: did you mean …?`. Empty when no name is near.
impl fmt::Display for Misspelt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let near: Vec<&str> = self.near.iter().map(SmolStr::as_str).collect();
        match near.as_slice() {
            [] => Ok(()),
            names => write!(f, ": did you mean {}?", listed(names, "or")),
        }
    }
}

/// The nearest of the known names as the end of a sentence, see [`Misspelt`].
pub fn did_you_mean<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> String {
    Misspelt::among(name, known).to_string()
}

/// `a`, `b` and `c`: names as code, the last joined by a word.
pub(super) fn listed(names: &[&str], word: &str) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} {word} {last}", rest.join(", ")),
    }
}

/// A name as it is told: an empty one as Nix writes it.
pub(super) fn shown(name: &str) -> &str {
    if name.is_empty() { "\"\"" } else { name }
}

/// One typing mistake in three letters is still near; swapped letters are one mistake.
fn nearest<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Vec<&'n str> {
    let limit = (name.chars().count() / 3).max(1);
    let scored = known.into_iter().map(|known| (strsim::damerau_levenshtein(name, known), known));
    let mut near: Vec<(usize, &str)> = scored.filter(|&(distance, _)| distance <= limit).collect();
    near.sort_unstable();
    near.truncate(3);
    near.into_iter().map(|(_, known)| known).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_nearest_first() {
        let known = ["client", "server", "clients"];
        assert_eq!(did_you_mean("cleint", known), ": did you mean `client` or `clients`?");
        assert_eq!(did_you_mean("servr", known), ": did you mean `server`?");
    }

    #[test]
    fn nothing_near_is_nothing_said() {
        assert_eq!(did_you_mean("peer", ["client", "server"]), "");
    }
}
