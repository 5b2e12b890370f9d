//! `lib.strings`. Nix counts bytes; a piece of a character is not a string here, and unknown.

mod convert;
pub(super) mod escape;
mod join;
mod measure;
mod names;
mod part;
mod shell;

use std::sync::Arc;

use smol_str::SmolStr;

use crate::evaluator::Evaluator;
use crate::library::{Passes, Section};
use crate::native::{Answer, Call};
use crate::value::{List, ThunkId, Unknown, Value};

pub(super) use convert::string_like;
pub(super) use names::{store_path, version_components};

pub(super) static SECTION: Section = Section {
    name: "strings",
    functions: &[
        convert::FUNCTIONS,
        escape::FUNCTIONS,
        join::FUNCTIONS,
        measure::FUNCTIONS,
        names::FUNCTIONS,
        part::FUNCTIONS,
        shell::FUNCTIONS,
    ],
    builtins: &[
        "appendContext",
        "compareVersions",
        "concatStringsSep",
        "elem",
        "elemAt",
        "filter",
        "fromJSON",
        "genList",
        "head",
        "isAttrs",
        "isInt",
        "isList",
        "isPath",
        "isString",
        "match",
        "parseDrvName",
        "readFile",
        "replaceStrings",
        "split",
        "stringLength",
        "substring",
        "tail",
        "toJSON",
        "typeOf",
        "unsafeDiscardStringContext",
    ],
    values,
    passes: Passes::AllBut(&[
        "charToInt",
        "commonPrefixLength",
        "commonSuffixLength",
        "escapeC",
        "escapeNixIdentifier",
        "escapeNixString",
        "floatToString",
        "isConvertibleWithToString",
        "isPath",
        "levenshtein",
        "levenshteinAtMost",
        "normalizePath",
        "replicate",
        "sanitizeDerivationName",
        "storeDir",
    ]),
};

fn values(ev: &mut Evaluator<'_>) -> Vec<(&'static str, ThunkId)> {
    let mut letters = |letters: std::ops::RangeInclusive<char>| {
        let items = letters.map(|letter| {
            let letter = SmolStr::from(letter.encode_utf8(&mut [0; 4]) as &str);
            ev.ready(letter.into(), None)
        });
        let items = items.collect();
        ev.ready(List { items, open: None }.into(), None)
    };
    let (lower, upper) = (letters('a'..='z'), letters('A'..='Z'));
    let store = ev.ready(SmolStr::new_static("/nix/store").into(), None);
    vec![("lowerChars", lower), ("upperChars", upper), ("storeDir", store)]
}

impl Call<'_, '_> {
    /// An argument as `toString` has it.
    pub(super) fn shown(&mut self, number: usize) -> Result<SmolStr, Arc<Unknown>> {
        let thunk = self.thunk(number);
        self.show(thunk)
    }

    /// A value as `toString` has it.
    pub(super) fn show(&mut self, thunk: ThunkId) -> Result<SmolStr, Arc<Unknown>> {
        let value = self.force(thunk)?;
        match self.ev.text_of(value, self.at) {
            Value::String(text) => Ok(text),
            Value::Unknown(unknown) => Err(unknown),
            _ => Err(self.mismatch("a string")),
        }
    }

    /// A text that is part of the answer, of which steps are taken.
    pub(super) fn long(&mut self, text: impl Into<SmolStr>) -> Answer {
        let text = text.into();
        self.burn(text.len() / crate::operator::BYTES_A_STEP)?;
        Ok(Value::String(text))
    }

    /// A list of strings.
    pub(super) fn texts<S: Into<SmolStr>>(&mut self, texts: impl IntoIterator<Item = S>) -> Answer {
        let items = texts.into_iter().map(|text| self.text_of(text)).collect();
        self.burn(0)?;
        Ok(List { items, open: None }.into())
    }

    /// A string that no path stands for: the text of a path is where the store has it.
    pub(super) fn no_path(&mut self, number: usize) -> Result<SmolStr, Arc<Unknown>> {
        match self.value(number)? {
            Value::Path(_) => Err(self.unknown("where the store keeps a path is not known")),
            value => self.coerce(value),
        }
    }
}
