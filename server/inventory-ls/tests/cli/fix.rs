//! `inventory-ls check --fix` and `--diff`.

use std::fs;

use crate::fleet::Fleet;

const CLAN: &str = r#"{
  meta.name = "t";
  imports = [ ./more.nix ];
  inventory.machines.jon.tags = [ "laptop" ];
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.servr.machines.laptop = { };
    roles.client.machines.jno = { }
  };
}
"#;

const MORE: &str = "{\r\n  inventory.instances.bk.roles.client = {\r\n    \
                    machines = { all = { }; jon = { }; };\r\n  };\r\n}\r\n";

fn fleet() -> Fleet {
    Fleet::new(&[("clan.nix", CLAN), ("more.nix", MORE)])
}

fn text(fleet: &Fleet, file: &str) -> String {
    fs::read_to_string(fleet.join(file)).unwrap()
}

#[test]
fn what_is_beyond_doubt_is_fixed() {
    let fleet = fleet();
    let answer = fleet.run(&["check", "--fix"]);
    let expected = CLAN
        .replace("servr.machines.laptop", "server.tags.laptop")
        .replace("jno = { }", "jno = { };");
    assert_eq!(text(&fleet, "clan.nix"), expected);
    // Which machine was meant is a guess: it is told, with what is left.
    assert_eq!(answer.code, Some(0), "{answer:?}");
    assert!(answer.stdout.contains("warning[unknown-machine]"), "{answer:?}");
    assert!(!answer.stdout.contains("error["), "{answer:?}");
    let first = "fixed[unknown-role]: clan.nix:7:11: Change to `server`\n";
    assert!(answer.stderr.contains(first), "{answer:?}");
    assert!(answer.stderr.ends_with("checked 2 files: 1 warning\n"), "{answer:?}");
    assert_eq!(fleet.run(&["check", "--fix", "--quiet"]).stderr, "");
}

#[test]
fn lines_end_as_before() {
    let fleet = fleet();
    fleet.run(&["check", "--fix"]);
    let expected = MORE.replace(
        "machines = { all = { }; jon = { }; };\r\n",
        "machines = { jon = { }; };\r\n    tags.all = { };\r\n",
    );
    assert_eq!(text(&fleet, "more.nix"), expected);
}

#[test]
fn a_code_narrows_what_is_fixed() {
    let fleet = fleet();
    fleet.run(&["check", "--fix", "--code", "unknown-role"]);
    assert_eq!(text(&fleet, "clan.nix"), CLAN.replace("servr", "server"));
    assert_eq!(text(&fleet, "more.nix"), MORE);
}

#[test]
fn what_is_turned_off_is_not_fixed() {
    let fleet = fleet();
    fs::write(
        fleet.join("inventory-ls.toml"),
        "exclude = [\"more.nix\"]\ndiagnostics.unknown-role = \"off\"\n",
    )
    .unwrap();
    fleet.run(&["check", "--fix"]);
    assert!(text(&fleet, "clan.nix").contains("servr.tags.laptop"));
    assert_eq!(text(&fleet, "more.nix"), MORE);
}

#[test]
fn a_diff_writes_nothing() {
    let fleet = fleet();
    let answer = fleet.run(&["check", "--diff"]);
    let expected = "\
--- a/clan.nix
+++ b/clan.nix
@@ -4,7 +4,7 @@
   inventory.machines.jon.tags = [ \"laptop\" ];
   inventory.instances.bk = {
     module.name = \"borgbackup\";
-    roles.servr.machines.laptop = { };
-    roles.client.machines.jno = { }
+    roles.server.tags.laptop = { };
+    roles.client.machines.jno = { };
   };
 }
--- a/more.nix
+++ b/more.nix
";
    assert!(answer.stdout.starts_with(expected), "{answer:?}");
    assert_eq!(answer.stderr, "");
    // What is wrong is wrong still.
    assert_eq!(answer.code, Some(1));
    assert_eq!((text(&fleet, "clan.nix"), text(&fleet, "more.nix")), (CLAN.into(), MORE.into()));
}

#[test]
fn a_diff_of_a_sound_clan_is_empty() {
    let fleet = Fleet::new(&[("clan.nix", "{ meta.name = \"t\"; }\n")]);
    let answer = fleet.run(&["check", "--diff"]);
    assert_eq!((answer.code, answer.stdout.as_str()), (Some(0), ""), "{answer:?}");
}

#[test]
fn a_file_of_no_clan_is_fixed_alone() {
    let fleet = Fleet::new(&[("lone.nix", "{ a = 1 }\n")]);
    let answer = fleet.run(&["check", "lone.nix", "--fix"]);
    assert_eq!(answer.code, Some(0), "{answer:?}");
    assert_eq!(text(&fleet, "lone.nix"), "{ a = 1; }\n");
}

#[test]
#[cfg(unix)]
fn links_and_permissions_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let fleet = Fleet::new(&[("kept/real.nix", "{ meta.name = \"t\" }\n")]);
    let real = fleet.join("kept/real.nix");
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
    symlink(&real, fleet.join("clan.nix")).unwrap();
    fleet.run(&["check", "--fix"]);
    assert_eq!(fs::read_to_string(&real).unwrap(), "{ meta.name = \"t\"; }\n");
    assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
    assert!(fs::symlink_metadata(fleet.join("clan.nix")).unwrap().is_symlink());
    assert_eq!(fs::read_dir(fleet.join("kept")).unwrap().count(), 1);
}

#[test]
#[cfg(unix)]
fn what_may_not_be_written_stays() {
    use std::os::unix::fs::PermissionsExt;
    let fleet = fleet();
    fs::set_permissions(fleet.join("more.nix"), fs::Permissions::from_mode(0o444)).unwrap();
    fleet.run(&["check", "--fix"]).assert_failed(&["cannot write `more.nix`", "read-only"]);
    assert_eq!((text(&fleet, "clan.nix"), text(&fleet, "more.nix")), (CLAN.into(), MORE.into()));
}
