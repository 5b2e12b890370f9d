//! Values that stand for others: sets for folders, paths for strings.

use smol_str::SmolStr;

use crate::evaluator::Evaluator;
use crate::value::{Origin, Value};

impl Evaluator<'_> {
    /// A set that stands for a folder, such as `self`, as that folder's path.
    pub(crate) fn as_folder(&mut self, value: Value) -> Value {
        let Value::Attrs(attrs) = &value else { return value };
        let Some(folder) = attrs.get("outPath") else { return value };
        match self.force(folder.value) {
            Value::Path(path) => Value::Path(path),
            _ => value,
        }
    }

    /// A value inside a string. Nix copies a path to the store first; here its text stays where it
    /// is, so that what is read by it is found.
    pub(crate) fn interpolate(&mut self, value: Value, at: Origin) -> Value {
        match value {
            Value::String(_) | Value::Unknown(_) => value,
            Value::Path(path) => Value::String(path.to_string_lossy().into()),
            Value::Attrs(attrs) => {
                if let Some(to_string) = attrs.get("__toString").map(|attr| attr.value) {
                    let set = self.ready(Value::Attrs(attrs), Some(at));
                    let text = self.call(to_string, &[set], at);
                    return self.interpolate(text, at);
                }
                match (attrs.get("outPath").map(|attr| attr.value), &attrs.open) {
                    (Some(path), _) => {
                        let path = self.force(path);
                        self.interpolate(path, at)
                    }
                    (None, Some(open)) => Value::Unknown(open.clone()),
                    (None, None) => Value::unknown("a set inside a string", Some(at)),
                }
            }
            _ => Value::unknown("not a string inside a string", Some(at)),
        }
    }

    /// A value as `toString` has it.
    pub(crate) fn text_of(&mut self, value: Value, at: Origin) -> Value {
        match value {
            Value::Null | Value::Bool(false) => Value::String(SmolStr::default()),
            Value::Bool(true) => Value::String(SmolStr::new_static("1")),
            Value::Int(int) => Value::String(smol_str::format_smolstr!("{int}")),
            Value::Float(float) => Value::String(smol_str::format_smolstr!("{float:.6}")),
            Value::List(list) => {
                if let Some(open) = &list.open {
                    return Value::Unknown(open.clone());
                }
                let mut texts = Vec::with_capacity(list.items.len());
                for &item in &list.items {
                    let item = self.force(item);
                    match self.text_of(item, at) {
                        Value::String(text) => texts.push(text),
                        other => return other,
                    }
                }
                Value::String(texts.join(" ").into())
            }
            other => self.interpolate(other, at),
        }
    }
}
