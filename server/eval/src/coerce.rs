//! Values that stand for others: sets for folders, paths for strings.

use std::sync::Arc;

use smol_str::SmolStr;

use crate::evaluator::Evaluator;
use crate::operator::BYTES_A_STEP;
use crate::value::{List, Origin, Unknown, Value};

/// A text, or why it can't be told.
type Text = Result<SmolStr, Arc<Unknown>>;

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
        self.coerced(value, false, at).map_or_else(Value::Unknown, Value::String)
    }

    /// A value as `toString` has it.
    pub(crate) fn text_of(&mut self, value: Value, at: Origin) -> Value {
        self.coerced(value, true, at).map_or_else(Value::Unknown, Value::String)
    }

    /// The text of a value; of `more` types if `toString` asks.
    fn coerced(&mut self, value: Value, more: bool, at: Origin) -> Text {
        let text = match value {
            Value::Unknown(unknown) => return Err(unknown),
            Value::String(text) => text,
            Value::Path(path) => path.to_string_lossy().into(),
            Value::Attrs(_) => return self.bounded(at, |ev| ev.text_of_set(value, more, at)),
            Value::Null | Value::Bool(false) if more => SmolStr::default(),
            Value::Bool(true) if more => SmolStr::new_static("1"),
            Value::Int(int) if more => smol_str::format_smolstr!("{int}"),
            Value::Float(float) if more && float.is_finite() => {
                smol_str::format_smolstr!("{float:.6}")
            }
            Value::List(list) if more => {
                return self.bounded(at, |ev| ev.text_of_list(&list, at));
            }
            _ => return Err(Arc::new(Unknown::new("not a string inside a string", Some(at)))),
        };
        Ok(text)
    }

    fn text_of_set(&mut self, set: Value, more: bool, at: Origin) -> Text {
        let Value::Attrs(attrs) = &set else { return self.coerced(set, more, at) };
        if let Some(to_string) = attrs.get("__toString").map(|attr| attr.value) {
            let set = self.ready(set, Some(at));
            let text = self.call(to_string, &[set], at);
            return self.coerced(text, more, at);
        }
        match (attrs.get("outPath").map(|attr| attr.value), &attrs.open) {
            (Some(path), _) => {
                let path = self.force(path);
                self.coerced(path, more, at)
            }
            (None, Some(open)) => Err(open.clone()),
            (None, None) => Err(Arc::new(Unknown::new("a set inside a string", Some(at)))),
        }
    }

    /// The items with blanks between them; Nix puts none after an empty list.
    fn text_of_list(&mut self, list: &List, at: Origin) -> Text {
        if let Some(open) = &list.open {
            return Err(open.clone());
        }
        let mut out = String::new();
        for (index, &item) in list.items.iter().enumerate() {
            let item = self.force(item);
            let empty = matches!(&item, Value::List(list) if list.items.is_empty());
            let text = self.coerced(item, true, at)?;
            self.burn(1 + text.len() / BYTES_A_STEP);
            if let Some(exhausted) = self.exhausted(Some(at)) {
                return Err(exhausted);
            }
            out.push_str(&text);
            if index + 1 < list.items.len() && !empty {
                out.push(' ');
            }
        }
        Ok(out.into())
    }
}
