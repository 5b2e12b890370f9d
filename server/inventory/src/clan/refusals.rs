//! What Nix would refuse in the clan's own text.

use std::path::PathBuf;

use eval::FileRange;
use smol_str::SmolStr;

/// The mistakes that are met on the way to what the clan comes to.
#[derive(Debug, Clone, Default)]
pub struct Refusals {
    /// Path literals that lead to nothing, each once.
    pub files: Vec<MissingFile>,
    /// Functions of modules that name their arguments and take no others.
    pub closed_functions: Vec<FileRange>,
    /// Uses of arguments that nobody gives, with their names.
    pub arguments: Vec<(SmolStr, FileRange)>,
    /// Uses of the machines' tags for tags that are computed.
    pub circles: Vec<FileRange>,
}

/// A path literal that leads to nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingFile {
    /// The literal.
    pub at: FileRange,
    /// What is not there: where the literal leads to, or the `default.nix` of that folder.
    pub path: PathBuf,
    /// Who would read it.
    pub reader: Reader,
}

/// Who reads a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reader {
    /// Whoever asks for anything of the clan.
    Clan,
    /// A service of the clan's own, of this name.
    Service(SmolStr),
    /// The machines of a role, when they are built.
    Machines,
}
