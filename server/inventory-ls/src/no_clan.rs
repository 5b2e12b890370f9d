//! What to say where no clan is.

use std::fmt::Display;

/// Nothing was found in a folder, or in several, as they are to be shown.
pub(crate) fn in_folder(shown: impl Display) -> String {
    format!(
        "no clan in {shown}: no clan.nix stands there or below, and no flake.nix that defines a clan"
    )
}

/// A file is read by none.
pub(crate) fn of_file(shown: impl Display) -> String {
    format!("`{shown}` belongs to no clan")
}
