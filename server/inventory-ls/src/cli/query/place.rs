//! `FILE:LINE:COLUMN`.

use std::path::PathBuf;
use std::str::FromStr;

use ide::{FileId, FilePosition};

use crate::cli::Failure;
use crate::cli::source::{Position, Source};

/// A place as a user writes it. Lines and columns count from 1, columns in Unicode scalars.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub(super) file: PathBuf,
    line: u32,
    column: u32,
}

impl FromStr for Place {
    type Err = String;

    fn from_str(text: &str) -> Result<Place, String> {
        let mut parts = text.rsplitn(3, ':');
        let column = parts.next().and_then(counted);
        let line = parts.next().and_then(counted);
        match (parts.next(), line, column) {
            (Some(file), Some(line), Some(column)) if !file.is_empty() => {
                Ok(Place { file: file.into(), line, column })
            }
            _ => {
                Err("a place is FILE:LINE:COLUMN, such as clan.nix:3:7, counted from 1".to_owned())
            }
        }
    }
}

/// A number from 1.
fn counted(text: &str) -> Option<u32> {
    text.parse().ok().filter(|&number| number > 0)
}

impl Place {
    /// The place in the file's text.
    ///
    /// # Errors
    /// The text has no such place; the message says how far it goes.
    pub(super) fn find(&self, source: &Source, file: FileId) -> Result<FilePosition, Failure> {
        let Place { line, column, .. } = *self;
        if let Some(offset) = source.offset(Position { line, column }) {
            return Ok(FilePosition { file, offset });
        }
        let path = source.path();
        Err(Failure::new(match source.line(line) {
            None => format!("`{path}` has {} lines: there is no line {line}", source.line_count()),
            Some(text) => format!(
                "line {line} of `{path}` ends at column {}: there is no column {column}",
                text.chars().count() + 1
            ),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_may_hold_colons() {
        let place: Place = "C:/a:b.nix:12:3".parse().unwrap();
        assert_eq!(place, Place { file: "C:/a:b.nix".into(), line: 12, column: 3 });
    }

    #[test]
    fn what_is_no_place_is_refused() {
        for text in
            ["", "clan.nix", "clan.nix:3", "3:4", ":3:4", "a:0:1", "a:1:0", "a:1:x", "a:-1:1"]
        {
            assert!(text.parse::<Place>().is_err(), "{text}");
        }
    }

    #[track_caller]
    fn finds(text: &str, place: &str, expected: Result<u32, &str>) {
        let source = Source::new("clan.nix".to_owned(), text.to_owned());
        let found = place.parse::<Place>().unwrap().find(&source, FileId(0));
        let found = found.map(|at| u32::from(at.offset)).map_err(|failure| failure.to_string());
        assert_eq!(found, expected.map_err(str::to_owned));
    }

    #[test]
    fn columns_count_scalars_up_to_the_lines_end() {
        let text = "a\r\né🦀b\n";
        finds(text, "f:1:2", Ok(1));
        finds(text, "f:2:3", Ok(9));
        finds(text, "f:2:4", Ok(10));
        finds(text, "f:3:1", Ok(11));
        let behind = "line 1 of `clan.nix` ends at column 2: there is no column 3";
        finds(text, "f:1:3", Err(behind));
        finds(text, "f:4:1", Err("`clan.nix` has 3 lines: there is no line 4"));
        finds("", "f:1:1", Ok(0));
    }
}
