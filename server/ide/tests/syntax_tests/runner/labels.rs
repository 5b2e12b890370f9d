//! Names as the comments write them: bare, or in quotes where a bare one could be misread.

/// Writes a name so that [`take`] reads it back.
pub(super) fn quoted(name: &str) -> String {
    let special = |c: char| c.is_whitespace() || "\"(),=.".contains(c);
    if name.is_empty() || name.contains(special) { format!("{name:?}") } else { name.to_owned() }
}

/// Writes names in a row, separated by blanks.
pub(super) fn join<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    names.into_iter().map(quoted).collect::<Vec<_>>().join(" ")
}

/// Takes a name off the start of a text, which goes to a blank or to `stop`: the name and what
/// follows it. `None` when there is none or a quote is not closed.
pub(super) fn take(text: &str, stop: Option<char>) -> Option<(String, &str)> {
    let text = text.trim_start();
    if let Some(inner) = text.strip_prefix('"') {
        return take_quoted(inner);
    }
    let ends = |c: char| c.is_whitespace() || Some(c) == stop;
    let (name, rest) = text.split_at_checked(text.find(ends).unwrap_or(text.len()))?;
    (!name.is_empty()).then(|| (name.to_owned(), rest))
}

fn take_quoted(inner: &str) -> Option<(String, &str)> {
    let mut name = String::new();
    let mut chars = inner.chars();
    loop {
        match chars.next()? {
            '"' => return Some((name, chars.as_str())),
            '\\' => name.push(chars.next()?),
            other => name.push(other),
        }
    }
}

/// The names of a row; `None` when a quote is not closed.
pub(super) fn split(mut row: &str) -> Option<Vec<String>> {
    let mut names = Vec::new();
    while !row.trim().is_empty() {
        let (name, rest) = take(row, None)?;
        names.push(name);
        row = rest;
    }
    Some(names)
}
