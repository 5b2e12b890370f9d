//! `--machine`, `--instance` and `--tag`: the part of a report that concerns them.

use std::collections::BTreeSet;

use super::report::{ClanReport, Reason};
use crate::cli::Failure;

/// What the report is narrowed to; each that is given narrows it further.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Narrowing<'a> {
    pub(super) machine: Option<&'a str>,
    pub(super) instance: Option<&'a str>,
    pub(super) tag: Option<&'a str>,
}

/// Leaves what concerns the wanted names, and the clans that know them.
///
/// # Errors
/// No clan knows the wanted names; the message speaks of the first.
pub(super) fn narrow_all(
    clans: Vec<ClanReport>,
    wanted: Narrowing<'_>,
) -> Result<Vec<ClanReport>, Failure> {
    let mut failure = None;
    let mut kept = Vec::with_capacity(clans.len());
    for mut clan in clans {
        match narrow(&mut clan, wanted) {
            Ok(()) => kept.push(clan),
            Err(error) => failure = failure.or(Some(error)),
        }
    }
    match failure {
        Some(failure) if kept.is_empty() => Err(failure),
        _ => Ok(kept),
    }
}

/// Leaves what concerns the wanted names.
///
/// # Errors
/// A wanted name is not in the report; the message proposes near ones.
fn narrow(clan: &mut ClanReport, wanted: Narrowing<'_>) -> Result<(), Failure> {
    // All are looked up before anything is taken away.
    let machines = clan.machines.keys().chain(members(clan)).map(String::as_str).collect();
    require("machine", wanted.machine, &machines)?;
    let instances = clan.instances.keys().map(String::as_str).collect();
    require("instance", wanted.instance, &instances)?;
    require("tag", wanted.tag, &clan.tags.keys().map(String::as_str).collect())?;
    if let Some(instance) = wanted.instance {
        keep_instance(clan, instance);
    }
    if let Some(tag) = wanted.tag {
        keep_tag(clan, tag);
    }
    if let Some(machine) = wanted.machine {
        keep_machine(clan, machine);
    }
    Ok(())
}

/// The members of all roles, machines or not.
fn members(clan: &ClanReport) -> impl Iterator<Item = &String> {
    let roles = clan.instances.values().flat_map(|instance| instance.roles.values());
    roles.flat_map(|role| role.machines.keys())
}

/// One instance, empty roles included, and the machines that it reaches.
fn keep_instance(clan: &mut ClanReport, wanted: &str) {
    clan.instances.retain(|name, _| name == wanted);
    let members: BTreeSet<_> = members(clan).cloned().collect();
    keep_machines(clan, |name| members.contains(name));
}

/// One tag, the machines that carry it, and who is a member of what because of it.
fn keep_tag(clan: &mut ClanReport, wanted: &str) {
    clan.tags.retain(|name, _| name == wanted);
    let carries = |name: &String| clan.tags.values().any(|carriers| carriers.contains(name));
    clan.machines.retain(|name, _| carries(name));
    keep_reasons(clan, |_, reason| matches!(reason, Reason::Tag { name, .. } if name == wanted));
}

/// One machine, its tags, and the roles that it has.
fn keep_machine(clan: &mut ClanReport, wanted: &str) {
    keep_machines(clan, |name| name == wanted);
    keep_reasons(clan, |member, _| member == wanted);
}

/// Some machines, and the tags that they carry.
fn keep_machines(clan: &mut ClanReport, wanted: impl Fn(&str) -> bool) {
    clan.machines.retain(|name, _| wanted(name));
    clan.tags.retain(|_, machines| {
        machines.retain(|name| wanted(name));
        !machines.is_empty()
    });
}

/// Some reasons of membership, and the members, roles and instances that have any.
fn keep_reasons(clan: &mut ClanReport, wanted: impl Fn(&str, &Reason) -> bool) {
    clan.instances.retain(|_, instance| {
        instance.roles.retain(|_, role| {
            role.machines.retain(|member, reasons| {
                reasons.retain(|reason| wanted(member, reason));
                !reasons.is_empty()
            });
            !role.machines.is_empty()
        });
        !instance.roles.is_empty()
    });
}

/// The wanted name must be one of the known ones.
fn require(kind: &str, wanted: Option<&str>, known: &BTreeSet<&str>) -> Result<(), Failure> {
    let Some(wanted) = wanted.filter(|wanted| !known.contains(wanted)) else { return Ok(()) };
    let near = near(wanted, known);
    let advice = match (near.is_empty(), known.is_empty()) {
        (false, _) => format!("did you mean {}?", quoted(&near, " or ")),
        (true, false) => format!("there is {}", first_few(known)),
        (true, true) => "there is none at all".to_owned(),
    };
    Err(Failure::new(format!("no {kind} `{wanted}` is known here; {advice}")))
}

/// At most three names that `wanted` may have meant, the nearest first.
fn near<'a>(wanted: &str, known: &BTreeSet<&'a str>) -> Vec<&'a str> {
    let tolerated = (wanted.chars().count() / 3).max(1);
    let distances = known.iter().map(|name| (strsim::damerau_levenshtein(wanted, name), *name));
    let mut near: Vec<_> = distances
        .filter(|(distance, name)| *distance <= tolerated || name.contains(wanted))
        .collect();
    near.sort_unstable();
    near.truncate(3);
    near.into_iter().map(|(_, name)| name).collect()
}

fn first_few(known: &BTreeSet<&str>) -> String {
    let few: Vec<_> = known.iter().copied().take(8).collect();
    let more = known.len() - few.len();
    let few = quoted(&few, ", ");
    if more == 0 { few } else { format!("{few} and {more} more") }
}

fn quoted(names: &[&str], separator: &str) -> String {
    let names: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    names.join(separator)
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::{Narrowing, narrow};
    use crate::cli::show::fixture::{clan, report};

    /// Compares what is left, a set a line.
    fn leaves(wanted: Narrowing<'_>, expected: &Expect) {
        let mut clan = report(&clan());
        narrow(&mut clan, wanted).unwrap();
        let mut left = format!("machines {:?}\n", clan.machines.keys());
        left += &format!("tags {:?}\n", clan.tags);
        for (name, role) in clan.instances.values().flat_map(|instance| &instance.roles) {
            left += &format!("{name} {:?}\n", role.machines.keys());
        }
        expected.assert_eq(&left);
    }

    #[track_caller]
    fn refuses(wanted: Narrowing<'_>, message: &str) {
        let failure = narrow(&mut report(&clan()), wanted).unwrap_err();
        assert_eq!(failure.to_string(), message);
    }

    #[test]
    fn a_machine_keeps_its_tags_and_roles() {
        leaves(
            Narrowing { machine: Some("sara"), ..Narrowing::default() },
            &expect![[r#"
                machines ["sara"]
                tags {"all": {"sara"}, "nixos": {"sara"}}
                client ["sara"]
            "#]],
        );
    }

    #[test]
    fn a_member_that_is_no_machine_can_be_asked_for() {
        leaves(
            Narrowing { machine: Some("vault"), ..Narrowing::default() },
            &expect![[r#"
            machines []
            tags {}
            server ["vault"]
        "#]],
        );
    }

    #[test]
    fn an_instance_keeps_its_roles_and_their_machines() {
        leaves(
            Narrowing { instance: Some("bk"), ..Narrowing::default() },
            &expect![[r#"
                machines ["jon", "sara"]
                tags {"all": {"jon", "sara"}, "backup": {"jon"}, "nixos": {"jon", "sara"}}
                client ["jon", "sara"]
                server ["vault"]
                spare []
            "#]],
        );
    }

    #[test]
    fn a_tag_keeps_what_comes_from_it() {
        leaves(
            Narrowing { tag: Some("backup"), ..Narrowing::default() },
            &expect![[r#"
            machines ["jon"]
            tags {"backup": {"jon"}}
            client ["jon"]
        "#]],
        );
    }

    #[test]
    fn each_name_narrows_further() {
        let wanted = Narrowing { machine: Some("sara"), instance: None, tag: Some("backup") };
        leaves(
            wanted,
            &expect![[r#"
            machines []
            tags {}
        "#]],
        );
    }

    #[test]
    fn unknown_names_are_refused_with_near_ones() {
        let wanted = Narrowing { machine: Some("jhon"), ..Narrowing::default() };
        refuses(wanted, "no machine `jhon` is known here; did you mean `jon`?");
        let wanted = Narrowing { tag: Some("laptop"), ..Narrowing::default() };
        refuses(wanted, "no tag `laptop` is known here; there is `all`, `backup`, `nixos`");
        let wanted = Narrowing { instance: Some("backup"), ..Narrowing::default() };
        refuses(wanted, "no instance `backup` is known here; there is `bk`");
    }
}
