//! Does `descriptions.json` describe exactly what is in the catalogue?

use std::collections::BTreeSet;

use inventory::catalogue::{Descriptions, Facts};

/// As much as a completion list shows beside a name.
const LONGEST: usize = 90;

/// What is not described, what is described but is not there, and what is no short line.
pub(super) fn flaws(facts: &Facts, descriptions: &Descriptions) -> Vec<String> {
    let described = described(descriptions);
    let names: BTreeSet<_> = described.iter().map(|(name, _)| name.clone()).collect();
    let expected = expected(facts);
    let missing = expected.difference(&names).map(|name| format!("{name}: not described"));
    let left_over = names.difference(&expected).map(|name| format!("{name}: no such thing"));
    let no_line = described.iter().filter_map(|(name, text)| {
        let fits = !text.is_empty() && text.len() <= LONGEST && !text.contains('\n');
        (!fits).then(|| format!("{name}: must be one line of 1 to {LONGEST} bytes"))
    });
    missing.chain(left_over).chain(no_line).collect()
}

fn expected(facts: &Facts) -> BTreeSet<String> {
    let removed = facts.removed.iter().map(|name| format!("removed {name}"));
    let services = facts.services.iter().flat_map(|(name, service)| {
        let roles = service.roles.keys().map(move |role| format!("{name}, role {role}"));
        [name.to_string()].into_iter().chain(roles)
    });
    removed.chain(services).collect()
}

fn described(descriptions: &Descriptions) -> Vec<(String, &str)> {
    let removed = descriptions.removed.iter();
    let removed = removed.map(|(name, to)| (format!("removed {name}"), to.note.as_str()));
    let services = descriptions.services.iter().flat_map(|(name, words)| {
        let roles = words.roles.iter();
        let roles = roles.map(move |(role, text)| (format!("{name}, role {role}"), text.as_str()));
        [(name.to_string(), words.description.as_str())].into_iter().chain(roles)
    });
    removed.chain(services).collect()
}

#[cfg(test)]
mod tests {
    use inventory::catalogue::{Facts, RoleDef, Service};

    use super::flaws;

    fn flaws_of(descriptions: &str) -> Vec<String> {
        let roles = [("server".into(), RoleDef::default())].into();
        let sshd = Service { roles, ..Service::default() };
        let facts = Facts { services: [("sshd".into(), sshd)].into(), ..Facts::default() };
        flaws(&facts, &serde_json::from_str(descriptions).unwrap())
    }

    fn sshd(role: &str, text: &str) -> String {
        let service = format!(
            r#"{{ "description": "Runs SSH servers", "roles": {{ "{role}": "{text}" }} }}"#
        );
        format!(r#"{{ "removed": {{}}, "services": {{ "sshd": {service} }} }}"#)
    }

    #[test]
    fn all_described_is_fine() {
        assert_eq!(flaws_of(&sshd("server", "Machines that are logged in to")), [""; 0]);
    }

    #[test]
    fn a_service_without_description_is_named() {
        assert_eq!(
            flaws_of(r#"{ "removed": {}, "services": {} }"#),
            ["sshd: not described", "sshd, role server: not described"]
        );
    }

    #[test]
    fn a_description_of_nothing_is_named() {
        assert_eq!(
            flaws_of(&sshd("servr", "Machines that are logged in to")),
            ["sshd, role server: not described", "sshd, role servr: no such thing"]
        );
    }

    #[test]
    fn a_description_is_one_short_line() {
        let flaw = ["sshd, role server: must be one line of 1 to 90 bytes"];
        assert_eq!(flaws_of(&sshd("server", "")), flaw);
        assert_eq!(flaws_of(&sshd("server", &"long ".repeat(19))), flaw);
        assert_eq!(flaws_of(&sshd("server", r"two\nlines")), flaw);
    }
}
