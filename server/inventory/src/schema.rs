//! The options of a clan itself: what `clan.nix` may hold, as an interface like those of services.
//!
//! They are written down in `schema/clan.nix` and read once, on first use.

use std::path::Path;
use std::sync::{Arc, OnceLock};

use eval::{DirEntry, FileError, FileId, FileKind, Files, Source};

use rustc_hash::FxHashMap;
use smol_str::SmolStr;
use syntax::TextSize;

use crate::catalogue::{ANY_NAME, Interface, OptionDef};
use crate::extract;

const TEXT: &str = include_str!("schema/clan.nix");

/// The options of a clan, by path; those of one set in the order in which they are proposed.
pub fn schema() -> &'static Interface {
    static SCHEMA: OnceLock<Interface> = OnceLock::new();
    SCHEMA.get_or_init(read)
}

fn read() -> Interface {
    let path: Arc<Path> = Path::new("/clan.nix").into();
    let text = OnlyFile(Arc::new(Source::nix(FileId(0), path.clone(), &syntax::parse(TEXT))));
    let mut schema = extract::interface_of_file(&text, &path);
    put_in_order(&mut schema.options);
    // A list of tags has no options in it.
    schema.gaps.retain(|gap| gap.path.last().is_none_or(|name| name != "tags"));
    for option in &mut schema.options {
        // No user can go there.
        option.declared.clear();
        option.default = option.default.take().filter(|text| !text.is_empty());
    }
    schema
}

/// Each set's options as the text declares them.
fn put_in_order(options: &mut [OptionDef]) {
    let mut places: FxHashMap<Vec<SmolStr>, Option<TextSize>> = FxHashMap::default();
    for option in &*options {
        let place = option.declared.first().map(|at| at.range.start());
        for length in 1..=option.path.len() {
            let is_own = length == option.path.len();
            let known = places.entry(option.path.iter().take(length).cloned().collect());
            let known = known.or_insert(place);
            // A set that is no option stands where the first of its options does.
            if is_own {
                *known = place;
            }
        }
    }
    let place = |path: &[SmolStr]| places.get(path).copied().flatten();
    options.sort_by_cached_key(|option| {
        let beginnings = (1..=option.path.len()).filter_map(|length| option.path.get(..length));
        beginnings.map(place).collect::<Vec<_>>()
    });
}

/// A set of options in a clan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Level {
    /// `clan.nix` itself.
    Clan,
    /// `meta`
    Meta,
    /// `inventory`
    Inventory,
    /// `inventory.machines.<name>`
    Machine,
    /// `inventory.instances.<name>`
    Instance,
    /// `module` of an instance.
    Module,
    /// `roles.<name>` of an instance.
    Role,
    /// A machine or a tag of a role.
    Member,
}

impl Level {
    const ALL: [Level; 8] = [
        Level::Clan,
        Level::Meta,
        Level::Inventory,
        Level::Machine,
        Level::Instance,
        Level::Module,
        Level::Role,
        Level::Member,
    ];

    fn path(self) -> &'static [&'static str] {
        match self {
            Level::Clan => &[],
            Level::Meta => &["meta"],
            Level::Inventory => &["inventory"],
            Level::Machine => &["inventory", "machines", ANY_NAME],
            Level::Instance => &["inventory", "instances", ANY_NAME],
            Level::Module => &["inventory", "instances", ANY_NAME, "module"],
            Level::Role => &["inventory", "instances", ANY_NAME, "roles", ANY_NAME],
            Level::Member => {
                &["inventory", "instances", ANY_NAME, "roles", ANY_NAME, "machines", ANY_NAME]
            }
        }
    }

    /// Its options, the paths from there on.
    pub(crate) fn interface(self) -> &'static Interface {
        static LEVELS: [OnceLock<Interface>; Level::ALL.len()] =
            [const { OnceLock::new() }; Level::ALL.len()];
        let level = || schema().below(self.path());
        let known = Level::ALL.iter().zip(&LEVELS).find(|(it, _)| **it == self);
        known.map_or_else(schema, |(_, slot)| slot.get_or_init(level))
    }
}

/// The only file that there is.
struct OnlyFile(Arc<Source>);

impl Files for OnlyFile {
    fn source(&self, _: &Path) -> Result<Arc<Source>, FileError> {
        Ok(self.0.clone())
    }

    fn text(&self, _: &Path) -> Result<Arc<str>, FileError> {
        Err(FileError::NotFound)
    }

    fn read_dir(&self, _: &Path) -> Result<Vec<DirEntry>, FileError> {
        Err(FileError::NotFound)
    }

    fn kind(&self, _: &Path) -> Option<FileKind> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_it_is_unknown() {
        assert_eq!(schema().gaps, []);
        assert!(!schema().freeform);
        assert_eq!(schema().freeform_below, [["inventory", "tags"]]);
        let untold = schema().options.iter().filter(|option| option.ty.is_empty());
        assert_eq!(untold.count(), 0);
    }

    #[test]
    fn levels_begin_at_their_own_options() {
        let names = |level: Level| {
            let names = level.interface().settings_below(&[] as &[&str]).into_iter();
            names.map(|(name, _)| name.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(names(Level::Module), ["name", "input"]);
        assert_eq!(names(Level::Role), ["tags", "machines", "settings", "extraModules"]);
        assert_eq!(names(Level::Member), ["settings"]);
    }
}
