//! A small clan to render in tests.

use std::path::Path;
use std::sync::Arc;

use ide::{AnalysisHost, Clan, MemoryDisk};

use super::collect;
use super::report::ClanReport;
use crate::cli::source::Sources;

/// Two machines, one of them only a folder, and a backup whose server is no machine.
const TEXT: &str = "{
  # The backup.
  inventory.machines.jon.tags = [ \"backup\" ];

  inventory.instances.bk.module = { name = \"borgbackup\"; input = \"core\"; };
  inventory.instances.bk.roles.client.tags = [ \"backup\" ];
  inventory.instances.bk.roles.client.machines = { jon = { }; sara = { }; };
  inventory.instances.bk.roles.server.machines.vault = { };
  inventory.instances.bk.roles.spare = { };
}
";

/// A clan, and the text that it was read from.
pub(super) struct Fixture {
    pub(super) clan: Arc<Clan>,
    text: String,
}

/// The clan.
pub(super) fn clan() -> Fixture {
    of_text(TEXT.to_owned())
}

/// The same, of which not everything could be followed.
pub(super) fn clan_with_gap() -> Fixture {
    let machine = "  inventory.machines.sara = fleet.sara;\n}\n";
    let text = TEXT.replace("{\n  #", "{ fleet, ... }: {\n  #");
    of_text(text.strip_suffix("}\n").unwrap_or_default().to_owned() + machine)
}

/// The same with an instance of a service that can't be told.
pub(super) fn clan_with_unknown_module() -> Fixture {
    let module = "module = { name = fleet.a; input = fleet.b; }";
    let text = TEXT.replace("module = { name = \"borgbackup\"; input = \"core\"; }", module);
    of_text(text.replace("{\n  #", "{ fleet, ... }: {\n  #"))
}

fn of_text(text: String) -> Fixture {
    let mut disk = MemoryDisk::default();
    disk.insert("/fleet/clan.nix", text.as_str());
    disk.insert_dir("/fleet/machines/sara");
    let clan = AnalysisHost::new(Arc::new(disk)).snapshot().clan(Path::new("/fleet")).unwrap();
    Fixture { clan, text }
}

/// The report of a clan in `/fleet`.
pub(super) fn report(fixture: &Fixture) -> ClanReport {
    let mut sources = Sources::default();
    for &file in &fixture.clan.files {
        sources.insert(file, "clan.nix", &fixture.text);
    }
    collect::report(&fixture.clan, &sources, &|path| match path.strip_prefix("/fleet") {
        Ok(below) if below.as_os_str().is_empty() => ".".to_owned(),
        Ok(below) => below.display().to_string(),
        Err(_) => path.display().to_string(),
    })
}
