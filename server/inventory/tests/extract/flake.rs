//! The services that flakes give.

use std::path::Path;

use inventory::extract::{Provided, provided_by_flake};

use crate::support::Memory;

fn provided(flake: &str) -> Provided {
    let service = r#"{ manifest.name = "sync"; roles.peer = { }; roles.relay = { }; }"#;
    let files = [("/f/flake.nix", flake), ("/f/sync.nix", service)];
    provided_by_flake(&Memory::new(&files), Path::new("/f"), Path::new("/f"))
}

/// The services with their roles, `…` if there may be more.
#[track_caller]
fn check(flake: &str, expected: &str) {
    let provided = provided(flake);
    let services = provided.services.iter().map(|(name, service)| {
        let roles: Vec<&str> = service.roles.keys().map(AsRef::as_ref).collect();
        format!("{name}: {}", roles.join(" "))
    });
    let open = (!provided.gaps.is_empty()).then(|| "…".to_owned());
    assert_eq!(services.chain(open).collect::<Vec<_>>().join("; "), expected);
}

#[test]
fn a_flake_may_write_them_out() {
    check("{ outputs = { ... }: { clan.modules.sync = ./sync.nix; }; }", "sync: peer relay");
    check(
        "{ outputs = { self }: { clan.modules = { inherit (self.lib) sync; }; lib.sync = import ./sync.nix; }; }",
        "sync: peer relay",
    );
}

#[test]
fn flake_parts_may_make_them() {
    check(
        "{ inputs.flake-parts.url = \"github:hercules-ci/flake-parts\"; outputs = inputs: inputs.flake-parts.lib.mkFlake { inherit inputs; } { clan.modules.sync = ./sync.nix; }; }",
        "sync: peer relay",
    );
    check(
        "{ inputs.flake-parts.url = \"github:hercules-ci/flake-parts\"; outputs = inputs: inputs.flake-parts.lib.mkFlake { inherit inputs; } { flake.clan.modules.sync = ./sync.nix; }; }",
        "sync: peer relay",
    );
}

#[test]
fn clan_core_may_make_them() {
    check(
        "{ inputs.clan-core.url = \"clan-core\"; outputs = { clan-core, self, ... }: let clan = clan-core.lib.clan { inherit self; modules.sync = ./sync.nix; }; in { inherit (clan.config) nixosConfigurations; clan = clan.config; }; }",
        "sync: peer relay",
    );
}

#[test]
fn a_flake_reads_what_it_was_fetched_with() {
    let flake = "{ outputs = { ... }: { clan.modules.sync = ../sync.nix; }; }";
    let files =
        Memory::new(&[("/f/dir/flake.nix", flake), ("/f/sync.nix", "{ roles.peer = { }; }")]);
    let roles = |tree: &str| {
        let provided = provided_by_flake(&files, Path::new(tree), Path::new("/f/dir"));
        provided.services["sync"].roles.len()
    };
    assert_eq!((roles("/f"), roles("/f/dir")), (1, 0));
}

#[test]
fn a_flake_may_have_none() {
    check("{ outputs = { ... }: { packages = { }; }; }", "");
}

#[test]
fn what_is_not_followed_may_be_any() {
    check("{ outputs = inputs: inputs.other.lib.magic { }; }", "…");
    check(
        "{ outputs = inputs: { clan.modules = inputs.other.clan.modules // { sync = ./sync.nix; }; }; }",
        "sync: peer relay; …",
    );
    check("{", "…");
}

#[test]
fn services_that_are_only_refused_are_told_apart() {
    let flake = r#"{ outputs = { ... }: { clan = {
        modules = { sync = ./sync.nix; dns = throw "moved"; };
        deprecatedModules = [ "dns" ];
    }; }; }"#;
    check(flake, "sync: peer relay");
    assert!(provided(flake).removed.contains("dns"));
}
