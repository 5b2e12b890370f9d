//! How `catalogue.json` is laid out: for diffs, a line per fact.
//!
//! Objects take a line per key, and arrays of objects a line per object; arrays of anything else,
//! and whatever stands in an array, stay on one line. So an option is a line.

use inventory::catalogue::Facts;
use serde_json::Value;

/// The text of `catalogue.json`. Equal facts give equal bytes.
///
/// # Errors
/// Only where facts can't be told in JSON, which all of them can.
pub(super) fn lay_out(facts: &Facts) -> serde_json::Result<String> {
    let mut text = String::new();
    write(&serde_json::to_value(facts)?, 0, &mut text);
    text.push('\n');
    Ok(text)
}

fn write(value: &Value, depth: usize, out: &mut String) {
    match value {
        Value::Object(entries) if !entries.is_empty() => {
            let entries = entries.iter().map(|(key, value)| (Some(key), value));
            write_lines(entries, ['{', '}'], depth, out);
        }
        Value::Array(items) if items.iter().any(Value::is_object) => {
            write_lines(items.iter().map(|item| (None, item)), ['[', ']'], depth, out);
        }
        _ => write_inline(value, out),
    }
}

fn write_lines<'a>(
    entries: impl Iterator<Item = (Option<&'a String>, &'a Value)>,
    [open, close]: [char; 2],
    depth: usize,
    out: &mut String,
) {
    out.push(open);
    for (nth, (key, value)) in entries.enumerate() {
        out.push_str(if nth == 0 { "\n" } else { ",\n" });
        out.push_str(&"  ".repeat(depth + 1));
        if let Some(key) = key {
            write_key(key, out);
            write(value, depth + 1, out);
        } else {
            write_inline(value, out);
        }
    }
    out.push('\n');
    out.push_str(&"  ".repeat(depth));
    out.push(close);
}

fn write_inline(value: &Value, out: &mut String) {
    match value {
        Value::Object(entries) if !entries.is_empty() => {
            for (nth, (key, value)) in entries.iter().enumerate() {
                out.push_str(if nth == 0 { "{ " } else { ", " });
                write_key(key, out);
                write_inline(value, out);
            }
            out.push_str(" }");
        }
        Value::Array(items) => {
            out.push('[');
            for (nth, item) in items.iter().enumerate() {
                out.push_str(if nth == 0 { "" } else { ", " });
                write_inline(item, out);
            }
            out.push(']');
        }
        _ => out.push_str(&value.to_string()),
    }
}

fn write_key(key: &str, out: &mut String) {
    out.push_str(&Value::from(key).to_string());
    out.push_str(": ");
}

#[cfg(test)]
mod tests {
    use inventory::catalogue::{Facts, Interface, OptionDef, RoleDef, Service};

    use super::lay_out;

    fn facts() -> Facts {
        let option = OptionDef {
            path: vec!["folders".into(), "<name>".into()],
            ty: "one of \"a\", \"b\"".into(),
            required: false,
            default: Some("[\n  1\n]".into()),
            conditional: true,
            ..OptionDef::default()
        };
        let interface = Interface { options: vec![option], ..Interface::default() };
        let role = RoleDef { interface, ..RoleDef::default() };
        let service = Service {
            manifest_name: "clan-core/sync".into(),
            categories: vec!["System".into(), "Network".into()],
            roles: [("peer".into(), role), ("relay".into(), RoleDef::default())].into(),
            ..Service::default()
        };
        Facts {
            clan_core: "c0ffee".into(),
            removed: ["dns".into()].into(),
            services: [("sync".into(), service)].into(),
        }
    }

    #[test]
    fn an_option_is_a_line() {
        let expected = r#"{
  "clanCore": "c0ffee",
  "removed": ["dns"],
  "services": {
    "sync": {
      "manifestName": "clan-core/sync",
      "categories": ["System", "Network"],
      "roles": {
        "peer": {
          "options": [
            { "path": ["folders", "<name>"], "type": "one of \"a\", \"b\"", "default": "[\n  1\n]", "conditional": true }
          ]
        },
        "relay": {}
      }
    }
  }
}
"#;
        assert_eq!(lay_out(&facts()).unwrap(), expected);
    }

    #[test]
    fn what_was_laid_out_reads_the_same() {
        let text = lay_out(&facts()).unwrap();
        assert_eq!(serde_json::from_str::<Facts>(&text).unwrap(), facts());
    }
}
