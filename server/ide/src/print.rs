//! Values as Nix, short enough for a line.

use inventory::{Written, WrittenValue};

/// A longer text is cut.
const LONGEST: usize = 60;

/// A value on one line; what is too long is left out.
pub(crate) fn print(value: &WrittenValue) -> String {
    let whole = print_whole(value);
    if whole.chars().count() <= LONGEST {
        return whole;
    }
    match value {
        WrittenValue::Text(text) => {
            let begin: String = text.chars().take(LONGEST - 2).collect();
            format!("\"{}…\"", begin.replace('\n', " "))
        }
        WrittenValue::List { items, .. } => format!("[ … ] ({} items)", items.len()),
        WrittenValue::Set { .. } => "{ … }".to_owned(),
        _ => whole.chars().take(LONGEST).collect(),
    }
}

fn print_whole(value: &WrittenValue) -> String {
    match value {
        WrittenValue::Unknown => "…".to_owned(),
        WrittenValue::Null => "null".to_owned(),
        WrittenValue::Bool(bool) => bool.to_string(),
        WrittenValue::Int(int) => int.to_string(),
        WrittenValue::Float(float) => format!("{float:?}"),
        WrittenValue::Text(text) => {
            let text = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
            format!("\"{text}\"")
        }
        WrittenValue::Path(path) => path.to_string(),
        WrittenValue::Function => "a function".to_owned(),
        WrittenValue::List { items, open } => {
            let items: Vec<String> = items.iter().map(of_first).collect();
            enclosed('[', &items, *open, ']')
        }
        WrittenValue::Set { entries, open } => {
            let entries = entries.iter().map(|(name, it)| format!("{name} = {};", of_first(it)));
            enclosed('{', &entries.collect::<Vec<_>>(), *open, '}')
        }
    }
}

fn of_first(written: &Written) -> String {
    match written.definitions.as_slice() {
        [only] => print_whole(&only.value),
        _ => "…".to_owned(),
    }
}

fn enclosed(begin: char, parts: &[String], open: bool, end: char) -> String {
    let more = if open { "… " } else { "" };
    match parts {
        [] => format!("{begin} {more}{end}"),
        parts => format!("{begin} {} {more}{end}", parts.join(" ")),
    }
}
