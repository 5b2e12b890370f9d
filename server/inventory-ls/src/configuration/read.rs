//! A tree of values to settings. Every mistake is told, and costs only the setting that it is in.

use ide::{Code, Severity, TextRange, did_you_mean};

use super::settings::{self, Input, Preset, Settings, Trace};
pub(super) use super::value::Value;
use super::value::{Entry, Kind};
use super::{FEATURES, Problem};

const KEYS: [&str; 6] = ["preset", "diagnostics", "features", "inputs", "exclude", "trace"];

/// What clients keep for themselves in the same section: where the server is.
const CLIENT_KEYS: [&str; 3] = ["path", "server", "serverPath"];

const PRESETS: [(&str, Preset); 2] =
    [("companion", Preset::Companion), ("standalone", Preset::Standalone)];

const LEVELS: [(&str, Option<Severity>); 5] = [
    ("off", None),
    ("hint", Some(Severity::Hint)),
    ("info", Some(Severity::Info)),
    ("warning", Some(Severity::Warning)),
    ("error", Some(Severity::Error)),
];

const TRACES: [(&str, Trace); 3] =
    [("off", Trace::Off), ("messages", Trace::Messages), ("verbose", Trace::Verbose)];

/// Reads what a file says.
pub(super) fn file(value: &Value) -> (Settings, Vec<Problem>) {
    read(value, &[])
}

/// Reads what a client says.
pub(super) fn client(value: &Value) -> (Settings, Vec<Problem>) {
    read(value, &CLIENT_KEYS)
}

fn read(value: &Value, passed_over: &[&str]) -> (Settings, Vec<Problem>) {
    let mut reader = Reader { settings: Settings::default(), problems: Vec::new() };
    for entry in reader.table("the configuration", value) {
        if !passed_over.contains(&entry.name.as_str()) {
            reader.setting(entry);
        }
    }
    (reader.settings, reader.problems)
}

struct Reader {
    settings: Settings,
    problems: Vec<Problem>,
}

impl Reader {
    fn setting(&mut self, entry: &Entry) {
        let Entry { name, value, .. } = entry;
        match name.as_str() {
            "preset" => self.settings.preset = self.one_of(name, value, &PRESETS),
            "diagnostics" => self.each(name, value, Reader::diagnostic),
            "features" => self.each(name, value, Reader::feature),
            "inputs" => self.each(name, value, Reader::input),
            "exclude" => self.exclude(value),
            "trace" => self.trace(value),
            _ => self.unknown(entry.range, name, "no such setting", &KEYS),
        }
    }

    /// Reads all entries of a table; each is given the path to it.
    fn each(&mut self, name: &str, value: &Value, read: fn(&mut Reader, &str, &Entry)) {
        for entry in self.table(&quoted(name), value) {
            read(self, &format!("{name}.{}", entry.name), entry);
        }
    }

    fn diagnostic(&mut self, path: &str, entry: &Entry) {
        let Some(code) = Code::named(&entry.name) else {
            let known = Code::ALL.map(Code::as_str);
            return self.unknown(entry.range, path, "no diagnostic has this code", &known);
        };
        if let Some(level) = self.one_of(path, &entry.value, &LEVELS) {
            self.settings.diagnostics.insert(code, level);
        }
    }

    fn feature(&mut self, path: &str, entry: &Entry) {
        if !FEATURES.contains(&entry.name.as_str()) {
            return self.unknown(entry.range, path, "no such feature", &FEATURES);
        }
        match &entry.value.kind {
            Kind::Nothing => {}
            Kind::Bool(on) => {
                self.settings.features.insert(entry.name.clone(), *on);
            }
            _ => self.wrong(&quoted(path), &entry.value, "true or false"),
        }
    }

    fn input(&mut self, path: &str, entry: &Entry) {
        match &entry.value.kind {
            Kind::Nothing => {}
            Kind::Text(folder) => {
                let input = Input { path: folder.into(), range: entry.value.range };
                self.settings.inputs.insert(entry.name.clone(), input);
            }
            _ => self.wrong(&quoted(path), &entry.value, "the path of a folder, a string"),
        }
    }

    fn exclude(&mut self, value: &Value) {
        let items = match &value.kind {
            Kind::Nothing => return,
            Kind::List(items) => items,
            _ => return self.wrong("`exclude`", value, "a list of patterns"),
        };
        let mut globs = Vec::new();
        for item in items {
            match &item.kind {
                Kind::Text(pattern) => match settings::glob(pattern) {
                    Ok(glob) => globs.push(glob),
                    Err(error) => {
                        let message = format!("`exclude`: this is no pattern: {}", error.kind());
                        self.problems.push(Problem { range: item.range, message });
                    }
                },
                _ => self.wrong("`exclude`", item, "patterns, which are strings"),
            }
        }
        self.settings.exclude = Some(globs);
    }

    /// A word, or as some clients have it, a table with the word as `server`.
    fn trace(&mut self, value: &Value) {
        let Kind::Table(entries) = &value.kind else {
            self.settings.trace = self.one_of("trace", value, &TRACES);
            return;
        };
        for entry in entries {
            if entry.name == "server" {
                self.settings.trace = self.one_of("trace.server", &entry.value, &TRACES);
            } else {
                let path = format!("trace.{}", entry.name);
                self.unknown(entry.range, &path, "no such setting", &["server"]);
            }
        }
    }

    /// The meaning of a word; `None` when it has none.
    fn one_of<T: Copy>(&mut self, path: &str, value: &Value, words: &[(&str, T)]) -> Option<T> {
        let known: Vec<_> = words.iter().map(|(word, _)| format!("\"{word}\"")).collect();
        match &value.kind {
            Kind::Nothing => {}
            Kind::Text(text) => match words.iter().find(|(word, _)| word == text) {
                Some((_, meaning)) => return Some(*meaning),
                None => {
                    let near = did_you_mean(text, words.iter().map(|(word, _)| *word));
                    let known = known.join(", ");
                    let near =
                        if near.is_empty() { format!("; it is one of {known}") } else { near };
                    let message = format!("`{path}` can't be \"{text}\"{near}");
                    self.problems.push(Problem { range: value.range, message });
                }
            },
            _ => self.wrong(&quoted(path), value, &format!("one of {}", known.join(", "))),
        }
        None
    }

    fn table<'v>(&mut self, what: &str, value: &'v Value) -> &'v [Entry] {
        match &value.kind {
            Kind::Table(entries) => return entries,
            Kind::Nothing => {}
            _ => self.wrong(what, value, "a table"),
        }
        &[]
    }

    fn unknown(&mut self, range: TextRange, path: &str, what: &str, known: &[&str]) {
        let name = path.rsplit('.').next().unwrap_or(path);
        let near = did_you_mean(name, known.iter().copied());
        self.problems.push(Problem { range, message: format!("`{path}`: {what}{near}") });
    }

    fn wrong(&mut self, what: &str, value: &Value, expected: &str) {
        let message = format!("{what} should be {expected}, not {}", value.noun());
        self.problems.push(Problem { range: value.range, message });
    }
}

fn quoted(path: &str) -> String {
    format!("`{path}`")
}
