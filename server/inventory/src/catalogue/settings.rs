//! Finding options by the names that lead to them.

use smol_str::SmolStr;

use super::{Interface, OptionDef, SettingsGap};

/// Stands in paths for any key of an `attrsOf`.
pub const ANY_NAME: &str = "<name>";
/// Stands in paths for any item of a `listOf`, as in nixpkgs' documentation.
pub const ANY_ITEM: &str = "*";

/// What an interface has at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SettingAt<'r> {
    /// An option. There may be others below it.
    Option(&'r OptionDef),
    /// A set that holds options; also an entry of an `attrsOf` or an item of a list.
    Group,
    /// Nothing that is declared, but something may be there: in a value of any form, where other
    /// settings are allowed, or where not all is known.
    Open,
    /// Certainly nothing.
    Absent,
}

impl Interface {
    /// What there is at a path of the names that a user writes.
    pub fn setting(&self, path: &[impl AsRef<str>]) -> SettingAt<'_> {
        if let Some(option) = self.option(path) {
            return SettingAt::Option(option);
        }
        if path.is_empty() || self.holds_options(path) {
            return SettingAt::Group;
        }
        let begins = |known: &[SmolStr]| {
            path.get(..known.len()).is_some_and(|beginning| leads_to(known, beginning))
        };
        if self.gaps.iter().any(|gap| begins(&gap.path)) {
            return SettingAt::Open;
        }
        for length in (0..path.len()).rev() {
            let around = path.get(..length).unwrap_or_default();
            if length == 0 || self.holds_options(around) {
                let is_open = self.allows_others(around);
                return if is_open { SettingAt::Open } else { SettingAt::Absent };
            }
            if self.option(around).is_some() {
                return SettingAt::Open;
            }
        }
        SettingAt::Absent
    }

    /// The names that are known below a path, each with its option if it is one, by name.
    pub fn settings_below(&self, path: &[impl AsRef<str>]) -> Vec<(&SmolStr, Option<&OptionDef>)> {
        let mut names: Vec<(&SmolStr, Option<&OptionDef>)> = Vec::new();
        for option in self.options.iter().filter(|option| is_below(option, path)) {
            let Some(name) = option.path.get(path.len()) else { continue };
            let whole = (option.path.len() == path.len() + 1).then_some(option);
            match names.iter_mut().find(|(known, _)| *known == name) {
                Some((_, known)) => *known = known.or(whole),
                None => names.push((name, whole)),
            }
        }
        names
    }

    /// The part that stands at a path of declared names.
    #[must_use]
    pub fn below(&self, path: &[&str]) -> Interface {
        let rest = |known: &[SmolStr]| {
            let (beginning, rest) = known.split_at_checked(path.len())?;
            beginning.iter().eq(path).then(|| rest.to_vec())
        };
        let options = self.options.iter().filter_map(|option| {
            let path = rest(&option.path).filter(|path| !path.is_empty())?;
            Some(OptionDef { path, ..option.clone() })
        });
        let gaps = self
            .gaps
            .iter()
            .filter_map(|gap| Some(SettingsGap { path: rest(&gap.path)?, ..gap.clone() }));
        let freeform_below: Vec<_> =
            self.freeform_below.iter().filter_map(|path| rest(path)).collect();
        Interface {
            freeform: freeform_below.iter().any(Vec::is_empty),
            options: options.collect(),
            freeform_below: freeform_below.into_iter().filter(|path| !path.is_empty()).collect(),
            gaps: gaps.collect(),
        }
    }

    /// May a set hold settings that no option declares, as far as its type says?
    pub fn allows_others(&self, path: &[impl AsRef<str>]) -> bool {
        if path.is_empty() {
            return self.freeform;
        }
        self.freeform_below.iter().any(|known| leads_to(known, path))
    }

    fn option(&self, path: &[impl AsRef<str>]) -> Option<&OptionDef> {
        let spelled = |option: &&OptionDef| {
            option.path.iter().map(SmolStr::as_str).eq(path.iter().map(AsRef::as_ref))
        };
        let of_any = || self.options.iter().find(|option| leads_to(&option.path, path));
        self.options.iter().find(spelled).or_else(of_any)
    }

    fn holds_options(&self, path: &[impl AsRef<str>]) -> bool {
        self.options.iter().any(|option| is_below(option, path))
    }
}

fn is_below(option: &OptionDef, path: &[impl AsRef<str>]) -> bool {
    option.path.len() > path.len()
        && option.path.get(..path.len()).is_some_and(|beginning| leads_to(beginning, path))
}

/// Is a path as users write it one that a declared path stands for?
fn leads_to(declared: &[SmolStr], path: &[impl AsRef<str>]) -> bool {
    let stands_for = |(declared, name): (&SmolStr, &str)| {
        declared == name || declared == ANY_NAME || declared == ANY_ITEM
    };
    declared.len() == path.len()
        && declared.iter().zip(path.iter().map(AsRef::as_ref)).all(stands_for)
}
