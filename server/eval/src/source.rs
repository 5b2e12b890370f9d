//! A file as evaluation sees it.

use std::path::Path;
use std::sync::Arc;

use syntax::{Parse, SyntaxError};

use crate::files::FileId;
use crate::hir::Hir;
use crate::json::lower_json;
use crate::lower::lower;

/// A file, read and lowered.
#[derive(Debug, Clone)]
pub struct Source {
    /// Its number.
    pub id: FileId,
    /// Its absolute, normal path.
    pub path: Arc<Path>,
    /// Its expressions.
    pub hir: Hir,
    /// For JSON: why it does not parse.
    pub json_error: Option<SyntaxError>,
}

impl Source {
    /// A Nix file.
    pub fn nix(id: FileId, path: Arc<Path>, parse: &Parse) -> Source {
        Source { id, path, hir: lower(&parse.syntax()), json_error: None }
    }

    /// A JSON file.
    pub fn json(id: FileId, path: Arc<Path>, text: &str) -> Source {
        let (hir, json_error) = lower_json(text);
        Source { id, path, hir, json_error }
    }
}
