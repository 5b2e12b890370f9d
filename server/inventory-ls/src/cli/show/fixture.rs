//! A handmade clan to render in tests.

use std::path::PathBuf;

use ide::{
    By, Clan, FileId, FileRange, Gap, Instance, Machine, MachineClass, ModuleRef, Place, Reason,
    Role, Tag, TagSource, TextRange,
};

use super::collect;
use super::report::ClanReport;
use crate::cli::source::Sources;

/// Ten lines of ten bytes each, so that line numbers can be read off offsets.
const TEXT: &str = "123456789\n123456789\n123456789\n123456789\n123456789\n\
                    123456789\n123456789\n123456789\n123456789\n123456789\n";

/// Two machines, one of them only a folder, and a backup whose server is no machine.
pub(super) fn clan() -> Clan {
    let jon = machine(Place::Text(line(3)), &["backup", "all", "nixos"]);
    let mut sara = machine(Place::Folder(PathBuf::from("/fleet/machines/sara")), &["all"]);
    sara.class = None;
    sara.tags_open = true;
    let by_tag = |name: &str, at| Reason { by: By::Tag, name: name.into(), at: line(at) };
    let by_name = |name: &str, at| Reason { by: By::Machine, name: name.into(), at: line(at) };
    let client = role(vec![
        ("jon", vec![by_tag("backup", 6), by_name("jon", 7)]),
        ("sara", vec![by_name("sara", 7)]),
    ]);
    let server = role(vec![("vault", vec![by_name("vault", 8)])]);
    let roles = [("client", client), ("server", server), ("spare", Role::default())];
    let module = ModuleRef {
        name: Some("borgbackup".into()),
        name_at: None,
        input: Some(Some("core".into())),
    };
    let roles = roles.into_iter().map(|(name, role)| (name.into(), role)).collect();
    let instance = Instance { definitions: vec![line(5)], module, roles, ..Instance::default() };
    let tag = |machines: &[&str]| Tag { machines: machines.iter().map(|&it| it.into()).collect() };
    Clan {
        root: PathBuf::from("/fleet"),
        entry: PathBuf::from("/fleet/clan.nix"),
        files: vec![FileId(0)],
        machines: [("jon".into(), jon), ("sara".into(), sara)].into(),
        tags: [
            ("all".into(), tag(&["jon", "sara"])),
            ("backup".into(), tag(&["jon"])),
            ("darwin".into(), tag(&[])),
        ]
        .into(),
        instances: [("bk".into(), instance)].into(),
        ..Clan::default()
    }
}

/// The same, of which not everything could be followed.
pub(super) fn clan_with_gap() -> Clan {
    let mut clan = clan();
    let path = "inventory.machines.sara".to_owned();
    let why = "`inputs.fleet` is not here: its source was not found below this folder, and \
               nothing is fetched"
        .to_owned();
    clan.unknown.push(Gap { path, at: line(9), why });
    let roles = clan.instances.values_mut().flat_map(|instance| instance.roles.values_mut());
    roles.for_each(|role| role.open = true);
    clan.instances.values_mut().for_each(|instance| instance.roles_open = true);
    clan.machines_open = true;
    clan
}

/// The report of a clan in `/fleet`.
pub(super) fn report(clan: &Clan) -> ClanReport {
    let mut sources = Sources::default();
    sources.insert(FileId(0), "clan.nix", TEXT);
    collect::report(clan, &sources, &|path| match path.strip_prefix("/fleet") {
        Ok(below) if below.as_os_str().is_empty() => ".".to_owned(),
        Ok(below) => below.display().to_string(),
        Err(_) => path.display().to_string(),
    })
}

fn line(number: u32) -> FileRange {
    let start = (number - 1) * 10;
    FileRange { file: FileId(0), range: TextRange::at((start + 2).into(), 3.into()) }
}

fn machine(definition: Place, tags: &[&str]) -> Machine {
    Machine {
        class: Some(MachineClass::Nixos),
        tags: tags.iter().map(|&tag| (tag.into(), TagSource::BuiltIn)).collect(),
        definitions: vec![definition],
        ..Machine::default()
    }
}

fn role(members: Vec<(&str, Vec<Reason>)>) -> Role {
    let members = members.into_iter().map(|(name, reasons)| (name.into(), reasons)).collect();
    Role { members, ..Role::default() }
}
