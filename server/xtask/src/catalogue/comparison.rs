//! How what is read of clan-core's modules differs from what real evaluation says.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use inventory::catalogue::{Facts, OptionDef, RoleDef, Service};
use inventory::extract::Provided;
use smol_str::SmolStr;

use super::extraction;

/// So many of a hundred options must be as evaluation says.
const SHARE: usize = 99;

/// The differences, and how much was compared.
#[derive(Default)]
pub(super) struct Comparison {
    services: usize,
    roles: usize,
    /// Options that are there in any case, and how many of them are right.
    options: Count,
    /// Those that are there only when something else is.
    conditional: Count,
    differences: Vec<String>,
    /// Services, roles or constraints that differ, and options that are not there at all.
    wrong: usize,
    gaps: Vec<String>,
}

#[derive(Default, Clone, Copy)]
struct Count {
    all: usize,
    right: usize,
}

impl Comparison {
    pub(super) fn new(expected: &Facts, provided: &Provided) -> Comparison {
        let mut comparison =
            Comparison { gaps: extraction::gaps(provided), ..Comparison::default() };
        if expected.removed != provided.removed {
            let (expected, found) = (&expected.removed, &provided.removed);
            comparison.wrong(format!("removed: {found:?}, not {expected:?}"));
        }
        let names: BTreeSet<_> = expected.services.keys().chain(provided.services.keys()).collect();
        for name in names {
            match (expected.services.get(name), provided.services.get(name)) {
                (Some(expected), Some(found)) => {
                    comparison.services += 1;
                    comparison.service(name, expected, &extraction::brief(found));
                }
                (expected, _) => comparison.wrong(format!("{name}: {}", lacks(expected.is_some()))),
            }
        }
        comparison
    }

    /// Is it as good as we claim?
    pub(super) fn is_right(&self) -> bool {
        let share = |count: Count| count.right * 100 >= count.all * SHARE;
        self.wrong == 0 && self.gaps.is_empty() && share(self.options) && share(self.conditional)
    }

    fn service(&mut self, name: &str, expected: &Service, found: &Service) {
        let facts = |service: &Service| {
            (service.manifest_name.clone(), service.categories.clone(), service.constraints.clone())
        };
        if facts(expected) != facts(found) {
            self.wrong(format!("{name}: {:?}, not {:?}", facts(found), facts(expected)));
        }
        let names: BTreeSet<_> = expected.roles.keys().chain(found.roles.keys()).collect();
        for role in names {
            let at = format!("{name}, role {role}");
            match (expected.roles.get(role), found.roles.get(role)) {
                (Some(expected), Some(found)) => {
                    self.roles += 1;
                    self.role(&at, expected, found);
                }
                (expected, _) => self.wrong(format!("{at}: {}", lacks(expected.is_some()))),
            }
        }
    }

    fn role(&mut self, at: &str, expected: &RoleDef, found: &RoleDef) {
        if expected.freeform != found.freeform {
            self.wrong(format!("{at}: freeform is {}", found.freeform));
        }
        let (expected, mut found) = (by_path(expected), by_path(found));
        for (path, expected) in expected {
            let found = found.remove(path);
            let difference = difference(expected, found);
            let count =
                if expected.conditional { &mut self.conditional } else { &mut self.options };
            count.all += 1;
            count.right += usize::from(difference.is_none());
            let difference = difference.map(|it| format!("{at}: {}: {it}", path.join(".")));
            self.differences.extend(difference);
        }
        for path in found.keys() {
            self.wrong(format!("{at}: {}: {}", path.join("."), lacks(false)));
        }
    }

    fn wrong(&mut self, difference: String) {
        self.wrong += 1;
        self.differences.push(difference);
    }
}

fn by_path(role: &RoleDef) -> BTreeMap<&[SmolStr], &OptionDef> {
    role.options.iter().map(|option| (option.path.as_slice(), option)).collect()
}

fn lacks(is_expected: bool) -> &'static str {
    if is_expected { "lacks" } else { "should not be there" }
}

fn difference(expected: &OptionDef, found: Option<&OptionDef>) -> Option<String> {
    let Some(found) = found else { return Some(lacks(true).to_owned()) };
    let facts = |option: &OptionDef| {
        let OptionDef { ty, required, defaultless, default, conditional, .. } = option.clone();
        (ty, required, defaultless, default, conditional)
    };
    (facts(expected) != facts(found))
        .then(|| format!("{:?}, not {:?}", facts(found), facts(expected)))
}

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.gaps.iter().try_for_each(|gap| writeln!(f, "not told: {gap}"))?;
        self.differences.iter().try_for_each(|difference| writeln!(f, "{difference}"))?;
        writeln!(f, "{} services and {} roles compared", self.services, self.roles)?;
        let Count { all, right } = self.options;
        writeln!(f, "{right} of {all} options are the same")?;
        let Count { all, right } = self.conditional;
        writeln!(f, "{right} of {all} conditional options are the same")
    }
}

#[cfg(test)]
mod tests {
    use std::env;
    use std::path::PathBuf;

    use inventory::catalogue::{Facts, Interface, OptionDef, RoleDef, Service};
    use inventory::extract::Provided;

    use super::Comparison;

    /// Set, these are a checkout of clan-core and what evaluating it says, as JSON.
    const CHECKOUT: &str = "CLAN_CORE";
    const EVALUATION: &str = "CLAN_CORE_EVALUATION";

    #[test]
    fn clan_core_is_read_as_evaluation_says() {
        let path = |name: &str| env::var_os(name).map(PathBuf::from);
        let (Some(checkout), Some(evaluation)) = (path(CHECKOUT), path(EVALUATION)) else {
            eprintln!("skipped: {CHECKOUT} and {EVALUATION} are not both set");
            return;
        };
        super::super::compare(&checkout, &evaluation).unwrap();
    }

    fn service(options: &[(&str, &str)]) -> Service {
        let options = options.iter().map(|&(name, ty)| OptionDef {
            path: vec![name.into()],
            ty: ty.into(),
            ..OptionDef::default()
        });
        let interface = Interface { options: options.collect(), ..Interface::default() };
        let role = RoleDef { interface, ..RoleDef::default() };
        Service { roles: [("r".into(), role)].into(), ..Service::default() }
    }

    fn compared(expected: &Service, found: &Service) -> String {
        let services = [("s".into(), expected.clone())].into();
        let facts = Facts { services, ..Facts::default() };
        let services = [("s".into(), found.clone().into())].into();
        let provided = Provided { services, ..Provided::default() };
        let comparison = Comparison::new(&facts, &provided);
        assert_eq!(comparison.is_right(), expected == found);
        comparison.differences.join("\n")
    }

    #[test]
    fn what_is_the_same_is_right() {
        let it = service(&[("a", "string")]);
        assert_eq!(compared(&it, &it), "");
    }

    #[test]
    fn each_difference_is_told() {
        let expected = service(&[("a", "string"), ("b", "boolean")]);
        let found = service(&[("a", "boolean"), ("c", "boolean")]);
        let differences = compared(&expected, &found);
        assert_eq!(
            differences,
            r#"s, role r: a: ("boolean", false, false, None, false), not ("string", false, false, None, false)
s, role r: b: lacks
s, role r: c: should not be there"#
        );
        let gone = Service::default();
        assert_eq!(compared(&expected, &gone), "s, role r: lacks");
    }
}
