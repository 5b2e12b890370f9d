//! Does `descriptions.json` describe exactly what is in the catalogue?

use std::collections::BTreeSet;

use inventory::catalogue::{Descriptions, Facts, Service, ServiceDescription};

/// As much as a completion list shows beside a name.
const LONGEST: usize = 90;
/// Settings are described in a paragraph of their own, which is still to be a line.
const LONGEST_OF_SETTING: usize = 110;

/// A description, what it is of, and how long it may be.
struct Line<'d> {
    of: String,
    text: &'d str,
    longest: usize,
}

/// What is not described, what is described but is not there, and what is no short line.
pub(super) fn flaws(facts: &Facts, descriptions: &Descriptions) -> Vec<String> {
    let described = described(descriptions);
    let names: BTreeSet<_> = described.iter().map(|line| line.of.clone()).collect();
    let expected = expected(facts);
    let missing = expected.difference(&names).map(|name| format!("{name}: not described"));
    let left_over = names.difference(&expected).map(|name| format!("{name}: no such thing"));
    let no_line = described.iter().filter_map(|Line { of, text, longest }| {
        let fits = !text.is_empty() && text.len() <= *longest && !text.contains('\n');
        (!fits).then(|| format!("{of}: must be one line of 1 to {longest} bytes"))
    });
    missing.chain(left_over).chain(no_line).collect()
}

fn expected(facts: &Facts) -> BTreeSet<String> {
    let mut expected: BTreeSet<_> = facts.removed.iter().map(|name| of_removed(name)).collect();
    for (name, service) in &facts.services {
        expected.insert(name.to_string());
        expected.extend(service.roles.keys().map(|role| of_role(name, role)));
        expected.extend(expected_settings(name, service));
    }
    expected
}

/// The settings of a service, but for those that are not for users.
fn expected_settings(name: &str, service: &Service) -> Vec<String> {
    let options = service
        .roles
        .iter()
        .flat_map(|(role, definition)| definition.options.iter().map(move |option| (role, option)));
    let shown = options.filter(|(_, option)| !option.hidden);
    shown.map(|(role, option)| of_setting(name, role, &option.path.join("."))).collect()
}

fn described(descriptions: &Descriptions) -> Vec<Line<'_>> {
    let line = |of, text| Line { of, text, longest: LONGEST };
    let removed = descriptions.removed.iter();
    let mut lines: Vec<_> = removed.map(|(name, to)| line(of_removed(name), &to.note)).collect();
    for (name, words) in &descriptions.services {
        lines.push(line(name.to_string(), &words.description));
        lines.extend(words.roles.iter().map(|(role, text)| line(of_role(name, role), text)));
        lines.extend(described_settings(name, words));
    }
    lines
}

fn described_settings<'d>(name: &str, words: &'d ServiceDescription) -> Vec<Line<'d>> {
    let texts = words.settings.iter().flat_map(|(role, texts)| {
        texts.iter().map(move |(path, text)| (of_setting(name, role, path), text))
    });
    texts.map(|(of, text)| Line { of, text, longest: LONGEST_OF_SETTING }).collect()
}

fn of_removed(name: &str) -> String {
    format!("removed {name}")
}

fn of_role(service: &str, role: &str) -> String {
    format!("{service}, role {role}")
}

fn of_setting(service: &str, role: &str, path: &str) -> String {
    format!("{service}, role {role}, setting {path}")
}

#[cfg(test)]
mod tests {
    use inventory::catalogue::{Facts, Interface, OptionDef, RoleDef, Service};

    use super::flaws;

    fn option(path: [&str; 2], hidden: bool) -> OptionDef {
        let path = path.map(Into::into).to_vec();
        OptionDef { path, hidden, ..OptionDef::default() }
    }

    fn flaws_of(descriptions: &str) -> Vec<String> {
        let options = vec![option(["rsa", "enable"], false), option(["rsa", "old"], true)];
        let interface = Interface { options, ..Interface::default() };
        let server = RoleDef { interface, ..RoleDef::default() };
        let sshd = Service { roles: [("server".into(), server)].into(), ..Service::default() };
        let facts = Facts { services: [("sshd".into(), sshd)].into(), ..Facts::default() };
        flaws(&facts, &serde_json::from_str(descriptions).unwrap())
    }

    fn described(roles: &str, settings: &str) -> String {
        let service = format!(
            r#"{{ "description": "Runs SSH servers", "roles": {{ {roles} }}, "settings": {{ {settings} }} }}"#
        );
        format!(r#"{{ "removed": {{}}, "services": {{ "sshd": {service} }} }}"#)
    }

    fn role(name: &str, text: &str) -> String {
        described(&format!(r#""{name}": "{text}""#), ENABLE)
    }

    fn setting(role: &str, path: &str, text: &str) -> String {
        described(SERVER, &format!(r#""{role}": {{ "{path}": "{text}" }}"#))
    }

    const SERVER: &str = r#""server": "Machines that are logged in to""#;
    const ENABLE: &str = r#""server": { "rsa.enable": "Makes an RSA key." }"#;

    #[test]
    fn all_described_is_fine() {
        assert_eq!(flaws_of(&described(SERVER, ENABLE)), [""; 0]);
    }

    #[test]
    fn what_has_no_description_is_named() {
        assert_eq!(
            flaws_of(r#"{ "removed": {}, "services": {} }"#),
            [
                "sshd: not described",
                "sshd, role server: not described",
                "sshd, role server, setting rsa.enable: not described"
            ]
        );
    }

    #[test]
    fn a_description_of_nothing_is_named() {
        assert_eq!(
            flaws_of(&role("servr", "Machines that are logged in to")),
            ["sshd, role server: not described", "sshd, role servr: no such thing"]
        );
        assert_eq!(
            flaws_of(&setting("server", "rsa.enabled", "Makes an RSA key.")),
            [
                "sshd, role server, setting rsa.enable: not described",
                "sshd, role server, setting rsa.enabled: no such thing"
            ]
        );
    }

    #[test]
    fn a_setting_is_described_under_its_role() {
        assert_eq!(
            flaws_of(&setting("client", "rsa.enable", "Makes an RSA key.")),
            [
                "sshd, role server, setting rsa.enable: not described",
                "sshd, role client, setting rsa.enable: no such thing"
            ]
        );
    }

    #[test]
    fn a_description_is_one_short_line() {
        let flaw = ["sshd, role server: must be one line of 1 to 90 bytes"];
        assert_eq!(flaws_of(&role("server", "")), flaw);
        assert_eq!(flaws_of(&role("server", &"long ".repeat(19))), flaw);
        assert_eq!(flaws_of(&role("server", r"two\nlines")), flaw);
    }

    #[test]
    fn a_setting_may_have_a_longer_one() {
        assert_eq!(flaws_of(&setting("server", "rsa.enable", &"long ".repeat(22))), [""; 0]);
        assert_eq!(
            flaws_of(&setting("server", "rsa.enable", &"long ".repeat(23))),
            ["sshd, role server, setting rsa.enable: must be one line of 1 to 110 bytes"]
        );
    }
}
