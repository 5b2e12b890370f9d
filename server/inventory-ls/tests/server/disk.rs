//! Files and folders that are not what a clan is made of.

use std::path::Path;

use serde_json::json;

use crate::{Session, uri};

/// A clan that imports `other.nix`, which `make` puts into the folder, has a module that does not
/// exist. Is that told? Not if the import can't be followed: it may say more of the instance.
#[track_caller]
fn imports(told: bool, make: impl Fn(&Path)) {
    let clan = "{ imports = [ ./other.nix ]; inventory.instances.nope = { }; meta.name = \"x\"; }";
    let mut session = Session::open("{ }");
    make(&session.folder.path().join("other.nix"));
    session.change(2, &[json!({ "text": clan })]);
    let expected = if told { vec!["0:49-53 unknown-module"] } else { Vec::new() };
    // That the file itself is missing may be told beside.
    let mut told = session.diagnostics(2);
    told.retain(|it| !it.ends_with("missing-file"));
    assert_eq!(told, expected);
    session.assert_well(3);
}

#[test]
fn a_file_that_is_not_utf_8() {
    imports(false, |path| std::fs::write(path, b"{ a = \"\xff\"; }").unwrap());
}

#[test]
fn a_file_that_is_not_there_or_a_folder() {
    imports(false, |_| {});
    imports(false, |path| std::fs::create_dir(path).unwrap());
    imports(false, |path| std::fs::create_dir_all(path.join("default.nix")).unwrap());
}

#[test]
fn imports_in_a_circle() {
    imports(true, |path| {
        std::fs::write(path, "{ imports = [ ./clan.nix ./other.nix ]; }").unwrap();
    });
    imports(false, |path| std::fs::write(path, "import ./other.nix").unwrap());
    imports(false, |path| {
        std::fs::write(path, "import ./third.nix").unwrap();
        std::fs::write(path.with_file_name("third.nix"), "import ./other.nix").unwrap();
    });
}

#[test]
fn imports_without_end() {
    imports(false, |path| std::fs::write(path, "let f = _: { imports = [ f f ]; }; in f").unwrap());
}

#[test]
fn a_file_in_a_folder_that_is_new() {
    let clan = "{ imports = [ ./parts ]; inventory.instances.nope = { }; meta.name = \"x\"; }";
    let mut session = Session::open(clan);
    assert_eq!(session.diagnostics(1), ["0:14-21 missing-file"]);

    let file = session.folder.path().canonicalize().unwrap().join("parts/default.nix");
    std::fs::create_dir(file.parent().unwrap()).unwrap();
    std::fs::write(&file, "{ }").unwrap();
    // Of the folder itself, which is no Nix file, nobody tells.
    let changes = json!({ "changes": [{ "uri": uri(&file), "type": 1 }] });
    session.client.notify("workspace/didChangeWatchedFiles", changes).unwrap();
    session.client.edit(&session.clan, 2, ((0, 0), (0, 0)), " ").unwrap();
    assert_eq!(session.diagnostics(2), ["0:46-50 unknown-module"]);
}

#[test]
fn a_folder_that_is_gone_takes_its_files_with_it() {
    let clan = "{ imports = [ ./parts ]; inventory.instances.nope = { }; meta.name = \"x\"; }";
    let mut session = Session::open("{ }");
    let folder = session.folder.path().canonicalize().unwrap().join("parts");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("default.nix"), "{ }").unwrap();
    session.change(2, &[json!({ "text": clan })]);
    assert_eq!(session.diagnostics(2), ["0:45-49 unknown-module"]);
    std::fs::remove_dir_all(&folder).unwrap();
    let changes = json!({ "changes": [{ "uri": uri(&folder), "type": 3 }] });
    session.client.notify("workspace/didChangeWatchedFiles", changes).unwrap();
    assert_eq!(session.diagnostics(2), ["0:14-21 missing-file"]);
}

#[cfg(unix)]
mod unix {
    use std::fs::Permissions;
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::path::Path;
    use std::process::Command;

    use super::imports;

    #[test]
    fn a_link_to_itself() {
        imports(false, |path| symlink("other.nix", path).unwrap());
        imports(false, |path| {
            symlink("third.nix", path).unwrap();
            symlink("other.nix", path.with_file_name("third.nix")).unwrap();
        });
    }

    #[test]
    fn a_folder_that_holds_itself() {
        imports(false, |path| {
            symlink(".", path.with_file_name("self")).unwrap();
            std::fs::write(path, "{ imports = [ ./self/other.nix ]; }").unwrap();
        });
    }

    #[test]
    fn a_pipe_that_nobody_writes_to() {
        imports(false, |path| {
            assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
        });
        imports(false, |path| std::fs::write(path, "import /dev/zero").unwrap());
    }

    #[test]
    fn a_file_that_may_not_be_read() {
        let forbid = |path: &Path| {
            std::fs::write(path, "{ }").unwrap();
            std::fs::set_permissions(path, Permissions::from_mode(0o000)).unwrap();
        };
        // Nothing is forbidden to root.
        let file = tempfile::NamedTempFile::new().unwrap();
        forbid(file.path());
        imports(std::fs::read(file.path()).is_ok(), forbid);
    }
}
