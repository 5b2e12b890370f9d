//! What is shown beside texts and what would change without one: whatever is typed, and held to what
//! the clan comes to.

#![cfg(test)]

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use ide::{
    Analysis, AnalysisHost, DifferenceKind, FileId, FilePosition, FileRange, Lot, MemoryDisk,
    Place, TextRange, TextSize,
};

const CLAN: &str = r#"{
  meta.name = "shown";
  inventory.machines = {
    jon.tags = [ "laptop" "backup" "é" ];
    sara.tags = [ "laptop" ];
    vault = { tags = [ "backup" ]; machineClass = "darwin"; };
    ada = { };
  };
  inventory.tags = {
    lab = [ "ada" "vault" ];
    backup = [ "ada" ];
  };
  inventory.instances = {
    bk = {
      module.name = "borgbackup";
      roles.client.tags = [ "backup" "laptop" "lab" ];
      roles.server.machines.vault.settings.directory = "/srv";
    };
    sshd.roles.server = { tags.all = { }; tags.lab = { }; };
    wifi.roles.default.tags = [ "laptop" ];
  };
}
"#;

fn world(text: &str) -> (Analysis, FileId) {
    let mut disk = MemoryDisk::default();
    disk.insert("/clan/clan.nix", text);
    let analysis = AnalysisHost::new(Arc::new(disk)).snapshot();
    let file = analysis.file(Path::new("/clan/clan.nix"));
    (analysis, file)
}

fn size(offset: usize) -> TextSize {
    TextSize::try_from(offset).unwrap()
}

/// Who is in which role: machines that are there.
fn members(analysis: &Analysis) -> BTreeSet<(String, String, String)> {
    let clan = analysis.clan(Path::new("/clan")).unwrap();
    let mut members = BTreeSet::new();
    for (name, instance) in &clan.instances {
        for (role, it) in &instance.roles {
            let all = clan.members(instance, it).into_keys();
            let there = all.filter(|machine| clan.machines.contains_key(machine));
            members.extend(there.map(|it| (it.to_string(), name.to_string(), role.to_string())));
        }
    }
    members
}

/// Where the strings of lists begin and end.
fn items(text: &str) -> Vec<(usize, usize)> {
    let quotes: Vec<usize> = text.match_indices('"').map(|(at, _)| at).collect();
    let strings = quotes.chunks(2).map(|pair| (pair[0], pair[1] + 1));
    let is_value = |start: usize| text.get(..start).unwrap().ends_with("= ");
    strings.filter(|&(start, _)| !is_value(start)).collect()
}

#[test]
fn a_preview_tells_what_taking_the_text_out_does() {
    let (analysis, file) = world(CLAN);
    let before = members(&analysis);
    let items = items(CLAN);
    assert_eq!(items.len(), 12);
    for (start, end) in items {
        let name = CLAN.get(start..end).unwrap();
        let mut without = CLAN.to_owned();
        without.replace_range(start..end, "");
        let after = members(&world(&without).0);
        let preview = analysis.preview(FilePosition { file, offset: size(start + 1) }).unwrap();
        let told = |kind: DifferenceKind| -> BTreeSet<_> {
            let of_kind = preview.differences.iter().filter(|it| it.kind == kind);
            let roles = of_kind.filter_map(|it| match &it.what {
                Some(Lot::Role { instance, role, .. }) => {
                    Some((it.machine.to_string(), instance.to_string(), role.to_string()))
                }
                _ => None,
            });
            roles.collect()
        };
        let lost: BTreeSet<_> = before.difference(&after).cloned().collect();
        let gained: BTreeSet<_> = after.difference(&before).cloned().collect();
        assert_eq!(told(DifferenceKind::Loses), lost, "without {name} at {start}");
        assert_eq!(told(DifferenceKind::Gains), gained, "without {name} at {start}");
        assert!(!preview.open, "without {name} at {start}");
    }
}

#[test]
fn hints_of_a_range_are_those_in_it() {
    let (analysis, file) = world(CLAN);
    let whole = TextRange::up_to(TextSize::of(CLAN));
    let all = analysis.inlay_hints(FileRange { file, range: whole });
    assert_eq!(all.len(), 8);
    let mut by_line = Vec::new();
    let mut start = 0;
    for line in CLAN.split_inclusive('\n') {
        let range = TextRange::at(size(start), TextSize::of(line));
        by_line.extend(analysis.inlay_hints(FileRange { file, range }));
        start += line.len();
    }
    assert_eq!(by_line, all);
}

#[test]
fn all_of_it_holds_in_text_that_is_being_typed() {
    for end in (0..CLAN.len()).filter(|&it| CLAN.is_char_boundary(it)).step_by(3) {
        for typed in ["", "x.", " = [ \"", "\"", "} {"] {
            let mut text = CLAN.to_owned();
            text.insert_str(end, &format!("{typed}\n"));
            let (analysis, file) = world(&text);
            let whole = TextRange::up_to(TextSize::of(text.as_str()));
            let hints = analysis.inlay_hints(FileRange { file, range: whole });
            assert!(hints.iter().all(|hint| text.is_char_boundary(hint.at.into())), "{text}");
            assert!(hints.is_sorted_by_key(|hint| hint.at), "{text}");
            assert!(hints.iter().all(|hint| hint.label.iter().all(|it| !it.text.is_empty())));
            for range in analysis.code_lenses(file) {
                assert!(analysis.code_lens(FileRange { file, range }).is_some(), "{text}");
            }
            let at = FilePosition { file, offset: size(end + typed.len()) };
            let preview = analysis.preview(at);
            assert!(preview.is_none() || analysis.preview_title(at).is_some(), "{text}");
            analysis.hover(at);
            assert_eq!(members_by_number(&analysis, &text), members(&analysis), "{text}");
        }
    }
}

/// The same as [`members`], as a fleet has it. Whoever carries a tag carries it in both directions, and
/// every binding holds its name.
fn members_by_number(analysis: &Analysis, text: &str) -> BTreeSet<(String, String, String)> {
    let fleet = analysis.fleet(&analysis.clan(Path::new("/clan")).unwrap());
    let (mut members, mut tagged) = (BTreeSet::new(), BTreeSet::new());
    let name = |machine: u32| fleet.machines[machine as usize].name.to_string();
    for instance in &fleet.instances {
        for role in &instance.roles {
            let member = |&it: &u32| (name(it), instance.name.to_string(), role.name.to_string());
            members.extend(role.members.iter().map(member));
        }
    }
    for (tag, number) in fleet.tags.iter().zip(0..) {
        tagged.extend(tag.machines.iter().map(|&machine| (machine, number)));
    }
    let machines = (0..).zip(&fleet.machines);
    let carried = machines.flat_map(|(number, it)| it.tags.iter().map(move |tag| (number, tag.0)));
    assert_eq!(carried.collect::<BTreeSet<_>>(), tagged, "{text}");

    let roles = fleet.instances.iter().flat_map(|it| &it.roles).flat_map(|role| &role.at);
    let things = fleet.machines.iter().flat_map(|it| &it.at);
    for at in roles.chain(things).chain(fleet.instances.iter().flat_map(|it| &it.at)) {
        let (Place::Text(name), Place::Text(whole)) = (&at.name, &at.whole) else { continue };
        assert!(whole.range.contains_range(name.range), "{text}");
        assert!(text.get(std::ops::Range::from(whole.range)).is_some(), "{text}");
    }
    members
}
