//! Snapshots: who may stop waiting, and what others get then.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use ide::{AnalysisHost, Code, MemoryDisk, parse};

fn host(text: &str) -> AnalysisHost {
    let mut disk = MemoryDisk::default();
    disk.insert(PathBuf::from("/clan/clan.nix"), text);
    AnalysisHost::new(Arc::new(disk))
}

#[test]
fn what_one_breaks_off_another_works_out() {
    let slow = "let f = n: if n == 0 then [ ] else f (n - 1) ++ f (n - 1); in
        { inventory.machines.jon.tags = f 12; inventory.instances.a.module.name = \"sshd\"; }";
    let snapshot = host(slow).snapshot();
    let broken_off = snapshot.clone().until(|| true);
    assert!(broken_off.clan(Path::new("/clan")).is_none());
    let clan = snapshot.clan(Path::new("/clan")).unwrap();
    assert!(clan.machines.contains_key("jon") && clan.unknown.is_empty());
}

#[test]
fn clans_below_a_folder_without_one() {
    let mut disk = MemoryDisk::default();
    for site in ["berlin", "paris"] {
        let text = format!("{{ inventory.machines.{site} = {{ }}; }}");
        disk.insert(PathBuf::from(format!("/sites/{site}/clan.nix")), text);
    }
    let snapshot = AnalysisHost::new(Arc::new(disk)).snapshot();
    let clans = snapshot.clans(Path::new("/sites"));
    let machines = clans.iter().flat_map(|clan| clan.machines.keys());
    assert_eq!(machines.collect::<Vec<_>>(), ["berlin", "paris"]);
}

#[test]
fn a_file_is_missing_until_an_editor_holds_it() {
    let mut host = host("{ imports = [ ./new.nix ]; inventory.machines.jon = { }; }");
    let missing = |host: &AnalysisHost| {
        let snapshot = host.snapshot();
        let found = snapshot.diagnostics(snapshot.file(Path::new("/clan/clan.nix")));
        found.iter().any(|diagnostic| diagnostic.code == Code::MissingFile)
    };
    assert!(missing(&host));
    host.open(PathBuf::from("/clan/new.nix"), parse("{ }"));
    assert!(!missing(&host));
    host.close(Path::new("/clan/new.nix"));
    assert!(missing(&host));
}
