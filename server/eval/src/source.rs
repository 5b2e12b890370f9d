//! A file as evaluation sees it.

use std::path::Path;
use std::sync::Arc;

use syntax::{Parse, SyntaxError};

use crate::files::FileId;
use crate::json::lower_json;
use crate::lower::lower;
use crate::part::Part;
use crate::value::Origin;

/// A file, read and lowered.
#[derive(Debug, Clone)]
pub struct Source {
    /// Its number.
    pub id: FileId,
    /// Its absolute, normal path.
    pub path: Arc<Path>,
    /// Its expressions.
    pub part: Arc<Part>,
    /// For JSON: why it does not parse.
    pub json_error: Option<SyntaxError>,
}

impl Source {
    /// A Nix file.
    pub fn nix(id: FileId, path: Arc<Path>, parse: &Parse) -> Source {
        Source { id, path, part: lower(parse.green(), None), json_error: None }
    }

    /// The same Nix file after an edit: the same as [`Self::nix`] gives, but all parts that the edit
    /// left alone are those of this version. The version itself is not held on to.
    pub fn edited(&self, parse: &Parse) -> Source {
        let part = lower(parse.green(), Some(&self.part));
        Source { id: self.id, path: self.path.clone(), part, json_error: None }
    }

    /// A JSON file.
    pub fn json(id: FileId, path: Arc<Path>, text: &str) -> Source {
        let (part, json_error) = lower_json(text);
        Source { id, path, part, json_error }
    }

    /// Where the expression stands that the file is.
    pub fn origin(&self) -> Origin {
        Origin { file: self.id, range: self.part.range }
    }
}
