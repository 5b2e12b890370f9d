//! How names are spelled: bare, or in quotes where they need them; and how new ones are made.

use smol_str::SmolStr;

/// A name as a key of a set.
pub(crate) fn as_key(name: &str) -> String {
    if is_identifier(name) { name.to_owned() } else { as_string(name) }
}

/// A name as a string.
pub(crate) fn as_string(name: &str) -> String {
    format!("\"{}\"", escaped(name))
}

/// What stands between the quotes of a string.
pub(crate) fn escaped(name: &str) -> String {
    name.replace('\\', "\\\\").replace('"', "\\\"").replace("${", "\\${")
}

/// The words that can't be names without quotes.
const KEYWORDS: [&str; 9] = ["assert", "else", "if", "in", "inherit", "let", "rec", "then", "with"];

/// May a name stand in an attribute path without quotes?
pub(crate) fn is_identifier(name: &str) -> bool {
    let mut chars = name.chars();
    let first = chars.next().is_some_and(|char| char.is_ascii_alphabetic() || char == '_');
    let rest = chars.all(|char| char.is_ascii_alphanumeric() || "_'-".contains(char));
    first && rest && !KEYWORDS.contains(&name)
}

/// A name that is not taken: the one that is wanted, or that with a number.
pub(crate) fn free_name(wanted: &str, is_taken: impl Fn(&str) -> bool) -> SmolStr {
    let numbered = (2_u32..).map(|number| SmolStr::from(format!("{wanted}_{number}")));
    let mut names = std::iter::once(SmolStr::new(wanted)).chain(numbered);
    names.find(|name| !is_taken(name)).unwrap_or_else(|| SmolStr::new(wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_only_where_the_name_needs_them() {
        assert!(is_identifier("backup-server_2"));
        assert!(!is_identifier("2nd"));
        assert!(!is_identifier("a.b"));
        assert!(!is_identifier("with"));
        assert!(!is_identifier(""));
    }
}
