//! Input that is none: one line says what is wrong, and nothing panics.

use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::fleet::Fleet;

const CLAN: &str =
    "{ inventory.machines.jon = { }; imports = [ ./other.nix ]; meta.name = \"x\"; }";

/// Each command answers with exit code 2 and one line that has these words.
#[track_caller]
fn refused(fleet: &Fleet, path: &str, words: &[&str]) {
    for command in ["check", "show"] {
        let answer = fleet.run(&[command, path]);
        answer.assert_failed(words);
        assert_eq!(answer.stderr.lines().count(), 1, "{answer:?}");
        assert!(answer.stderr.starts_with("error: "), "{answer:?}");
    }
}

/// A clan whose import can't be followed is shown as far as it is known.
#[track_caller]
fn shown_in_part(fleet: &Fleet, why: &str) {
    let answer = fleet.run(&["show"]);
    assert_eq!(answer.code, Some(0), "{answer:?}");
    for words in ["1 machine, perhaps more", "jon", why] {
        assert!(answer.stdout.contains(words), "no `{words}` in {answer:?}");
    }
    assert_eq!(fleet.run(&["check"]).code, Some(0));
}

#[test]
fn a_path_that_leads_nowhere() {
    let fleet = Fleet::new(&[("empty/", ""), ("clan.nix/inner/", "")]);
    refused(&fleet, "absent", &["cannot read `absent`: No such file"]);
    refused(&fleet, "empty", &["no clan in `empty`", "name the folder that holds it"]);
    refused(&fleet, ".", &["cannot read `./clan.nix`: it is a folder"]);
    refused(&fleet, "clan.nix", &["no clan in `clan.nix`"]);
}

#[test]
fn a_file_that_is_not_utf_8() {
    let fleet = Fleet::new(&[]);
    std::fs::write(fleet.join("clan.nix"), b"\xff").unwrap();
    refused(&fleet, ".", &["cannot read `./clan.nix`: the file is not UTF-8"]);
    refused(&fleet, "clan.nix", &["cannot read `clan.nix`: the file is not UTF-8"]);

    let fleet = Fleet::new(&[("clan.nix", CLAN)]);
    std::fs::write(fleet.join("other.nix"), b"\xff").unwrap();
    shown_in_part(&fleet, "other.nix` can't be read: the file is not UTF-8");
}

#[test]
fn a_file_that_is_too_large() {
    let fleet = Fleet::new(&[]);
    let file = std::fs::File::create(fleet.join("clan.nix")).unwrap();
    file.set_len(30 * 1024 * 1024).unwrap();
    refused(&fleet, ".", &["cannot read `./clan.nix`: the file is larger than"]);
}

#[test]
fn imports_in_a_circle() {
    for other in ["import ./third.nix", "import ./other.nix"] {
        let files = [("clan.nix", CLAN), ("other.nix", other), ("third.nix", "import ./other.nix")];
        shown_in_part(&Fleet::new(&files), "this value depends on itself");
    }
    let fleet = Fleet::new(&[("clan.nix", CLAN), ("other.nix", "{ imports = [ ./clan.nix ]; }")]);
    let answer = fleet.run(&["show"]);
    assert!(answer.stdout.contains("1 machine\n"), "{answer:?}");
}

#[test]
fn imports_without_end() {
    let fleet = Fleet::new(&[
        ("clan.nix", CLAN),
        ("other.nix", "let f = n: { imports = [ (f (n + 1)) (f (n + 2)) ]; }; in f 0"),
    ]);
    let started = Instant::now();
    shown_in_part(&fleet, "imports nest too deep");
    assert!(started.elapsed() < Duration::from_secs(20), "{:?}", started.elapsed());
}

#[test]
fn a_hundred_thousand_levels() {
    for (open, close) in [("[", "]"), ("{ a = ", "; }"), ("(", ")"), ("\"${", "}\""), ("x: ", "")] {
        let text = open.repeat(100_000) + "1" + &close.repeat(100_000);
        let answer = Fleet::new(&[("clan.nix", &text)]).run(&["check"]);
        assert_eq!(answer.code, Some(1), "{open}");
        assert!(answer.stdout.starts_with("error[syntax]: nested too deeply"), "{open}");
    }
}

#[test]
fn a_reader_that_leaves_early() {
    let machines: String =
        (0..5_000).map(|n| format!("inventory.machines.m{n} = {{ }}; ")).collect();
    let fleet = Fleet::new(&[("clan.nix", &format!("{{ {machines} }}"))]);
    for arguments in [&["show"][..], &["show", "--format", "json"], &["parse", "clan.nix"]] {
        let mut command = fleet.command(arguments);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut first = [0];
        std::io::Read::read_exact(child.stdout.as_mut().unwrap(), &mut first).unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
    }
}

#[cfg(unix)]
mod unix {
    use std::fs::Permissions;
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::process::Command;

    use super::{CLAN, refused, shown_in_part};
    use crate::fleet::Fleet;

    #[test]
    fn links_in_a_circle() {
        let fleet = Fleet::new(&[("folder/", "")]);
        symlink("clan.nix", fleet.join("clan.nix")).unwrap();
        symlink("b", fleet.join("a")).unwrap();
        symlink("a", fleet.join("b")).unwrap();
        refused(&fleet, ".", &["cannot read `./clan.nix`: Too many levels of symbolic links"]);
        refused(&fleet, "clan.nix", &["cannot read `clan.nix`: Too many levels"]);
        refused(&fleet, "a", &["cannot read `a`: Too many levels"]);

        let fleet = Fleet::new(&[("clan.nix", CLAN)]);
        symlink("other.nix", fleet.join("other.nix")).unwrap();
        shown_in_part(&fleet, "other.nix` can't be read: Too many levels");
    }

    #[test]
    fn a_pipe_that_nobody_writes_to() {
        let fleet = Fleet::new(&[("clan.nix", CLAN)]);
        let pipe = |name| Command::new("mkfifo").arg(fleet.join(name)).status().unwrap();
        assert!(pipe("other.nix").success());
        shown_in_part(&fleet, "other.nix` can't be read: it is no regular file");
        std::fs::remove_file(fleet.join("clan.nix")).unwrap();
        assert!(pipe("clan.nix").success());
        refused(&fleet, ".", &["cannot read `./clan.nix`: it is no regular file"]);
    }

    #[test]
    fn a_file_that_may_not_be_read() {
        let fleet = Fleet::new(&[("clan.nix", CLAN)]);
        std::fs::set_permissions(fleet.join("clan.nix"), Permissions::from_mode(0o000)).unwrap();
        // Nothing is forbidden to root.
        if std::fs::read(fleet.join("clan.nix")).is_err() {
            refused(&fleet, ".", &["cannot read `./clan.nix`: Permission denied"]);
        }
    }

    #[test]
    fn a_small_stack() {
        let deep = "[".repeat(100_000);
        let fleet = Fleet::new(&[("clan.nix", &deep)]);
        let mut shell = Command::new("sh");
        let command = "ulimit -s 256; exec \"$0\" check";
        let check = shell.args(["-c", command, env!("CARGO_BIN_EXE_inventory-ls")]);
        let output = check.current_dir(fleet.path()).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{output:?}");
    }
}
