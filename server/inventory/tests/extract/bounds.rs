//! Modules without end, or out of proportion.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use expect_test::expect;

use crate::support::{check, role, service};

#[test]
fn a_type_that_contains_itself_is_read_once() {
    check(
        r#"let node = lib.types.submodule { options = {
               name = lib.mkOption { type = lib.types.str; };
               children = lib.mkOption { type = lib.types.attrsOf node; default = { }; };
             }; };
           in { options.tree = lib.mkOption { type = node; }; }"#,
        &expect![[r#"
              tree: submodule, required
              tree.children: attribute set of (submodule) = { }
              tree.name: string, required
              tree.children.<name>.…: the type contains itself
        "#]],
    );
}

#[test]
fn a_type_that_is_made_for_ever_ends_somewhere() {
    let role = role(
        r#"let node = n: lib.types.submodule { options."n${toString n}" = lib.mkOption { type = node (n + 1); }; };
           in { options.tree = lib.mkOption { type = node 0; }; }"#,
    );
    assert_eq!(role.options.len(), 9);
    assert_eq!(role.gaps.last().map(|gap| &*gap.why), Some("submodules nest too deep"));
}

#[test]
fn a_tree_that_branches_for_ever_has_so_many_options() {
    let role = role(
        r#"let node = lib.genAttrs [ "a" "b" "c" ] (_: lib.mkOption { type = lib.types.submodule { options = node; }; });
           in { options = node; }"#,
    );
    assert!(role.options.len() <= 2_000);
    assert!(!role.gaps.is_empty());
}

#[test]
fn sets_without_end_end_somewhere() {
    let role = role("let set = { inherit set; }; in { options = set; }");
    assert_eq!(role.gaps.first().map(|gap| &*gap.why), Some("the options nest too deep"));
}

#[test]
fn a_module_that_loops_is_given_up() {
    for module in [
        "{ roles.a.interface = let f = n: f (n + 1); in f 0; }",
        "{ roles = let f = n: f (n + 1); in f 0; }",
        "let f = n: f (n + 1); in f 0",
        "{ imports = [ ./module.nix ]; roles.a = { }; }",
        "let m = { ... }: { imports = [ (x: m x) (x: m x) ]; }; in m",
        "{ config, ... }: config",
        "{ roles.a.interface = { config, ... }: { options = config; }; }",
    ] {
        let begin = Instant::now();
        let service = service(&[("/module.nix", module)]);
        assert!(begin.elapsed() < Duration::from_secs(5), "{module}");
        let mut gaps = service.roles.values().flat_map(|role| &role.gaps).chain(&service.gaps);
        assert!(module.contains("./module.nix") || gaps.next().is_some(), "{module}");
    }
}

#[test]
fn a_module_of_five_megabytes_is_read() {
    let mut module = "{ lib, ... }: { roles.a.interface.options = {\n".to_owned();
    let mut number = 0;
    while module.len() < 5_000_000 {
        let _ = writeln!(
            module,
            "option-{number} = lib.mkOption {{ type = lib.types.str; default = \"{number}\"; }};"
        );
        number += 1;
    }
    module.push_str("}; }");
    let service = service(&[("/module.nix", &module)]);
    let role = service.roles.get("a").unwrap();
    assert_eq!(role.options.len(), 2_000);
    assert_eq!(role.gaps.first().map(|gap| &*gap.why), Some("there are too many options"));
}
