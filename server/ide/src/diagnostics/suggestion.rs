//! The names that a person may have meant.

/// The nearest of the known names, at most three, as the end of a sentence: `: did you mean …?`.
/// Empty when none is near.
pub fn did_you_mean<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> String {
    let near = nearest(name, known);
    match near.as_slice() {
        [] => String::new(),
        names => format!(": did you mean {}?", listed(names, "or")),
    }
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
