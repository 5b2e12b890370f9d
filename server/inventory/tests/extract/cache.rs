//! What is kept of services that were read.

use std::path::Path;
use std::sync::Arc;

use eval::{FileId, Source};
use inventory::Service;
use inventory::extract::ServiceCache;

use crate::support::Shared;

const MODULE: &str = "/module.nix";

fn read(cache: &ServiceCache, files: &Shared) -> Arc<Service> {
    cache.service(files, Path::new("/"), Path::new(MODULE))
}

fn files() -> Shared {
    let mut files = Shared::default();
    files.put(MODULE, "{ manifest.name = \"a\"; imports = [ ./more.nix ]; }");
    files.put("/more.nix", "{ roles.r = { }; }");
    files.put("/other.nix", "{ }");
    files
}

#[test]
fn a_service_is_read_once() {
    let (cache, files) = (ServiceCache::default(), files());
    assert!(Arc::ptr_eq(&read(&cache, &files), &read(&cache, &files)));
}

#[test]
fn an_edit_elsewhere_changes_nothing() {
    let (cache, mut files) = (ServiceCache::default(), files());
    let before = read(&cache, &files);
    files.put("/other.nix", "{ x = 1; }");
    assert!(Arc::ptr_eq(&before, &read(&cache, &files)));
}

#[test]
fn an_edit_of_what_is_imported_counts() {
    let (cache, mut files) = (ServiceCache::default(), files());
    assert_eq!(read(&cache, &files).roles.len(), 1);
    files.put("/more.nix", "{ roles = { r = { }; s = { }; }; }");
    assert_eq!(read(&cache, &files).roles.len(), 2);
}

#[test]
fn a_file_that_was_not_there_counts_when_it_is() {
    let (cache, mut files) = (ServiceCache::default(), files());
    files.put(MODULE, "{ imports = [ ./gone.nix ]; }");
    assert_eq!(read(&cache, &files).gaps.len(), 1);
    files.put("/gone.nix", "{ manifest.name = \"b\"; }");
    assert_eq!(read(&cache, &files).manifest_name, "b");
}

#[test]
fn nothing_is_kept_of_what_nobody_waited_for() {
    let (cache, mut files) = (ServiceCache::default(), files());
    files.cancelled = true;
    let cancelled = read(&cache, &files);
    files.cancelled = false;
    assert!(!Arc::ptr_eq(&cancelled, &read(&cache, &files)));
}

#[test]
fn sources_are_told_apart_by_identity() {
    let source = || Source::nix(FileId(0), Arc::from(Path::new(MODULE)), &syntax::parse("{ }"));
    let (cache, mut files) = (ServiceCache::default(), Shared::default());
    files.sources.insert(MODULE.into(), Arc::new(source()));
    let before = read(&cache, &files);
    files.sources.insert(MODULE.into(), Arc::new(source()));
    assert!(!Arc::ptr_eq(&before, &read(&cache, &files)));
}
