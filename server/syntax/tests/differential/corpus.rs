//! Real files: all `.nix` files below the folder that `NIX_CORPUS` names.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::compare::difference;

#[test]
fn trees_of_real_files() {
    let Some(folder) = std::env::var_os("NIX_CORPUS") else {
        println!("skipped: NIX_CORPUS names no folder of .nix files");
        return;
    };
    let mut files = Vec::new();
    collect(Path::new(&folder), &mut files);
    let texts = files.iter().filter_map(|file| Some((file, fs::read_to_string(file).ok()?)));
    let mut valid = 0;
    let mut different = Vec::new();
    for (file, text) in texts {
        valid += usize::from(rnix::Root::parse(&text).errors().is_empty());
        different.extend(difference(&text).map(|how| format!("{}: {how}", file.display())));
    }
    println!("{valid} of {} files are valid and were compared", files.len());
    assert!(different.is_empty(), "{} files differ:\n{}", different.len(), different.join("\n"));
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let is_link = entry.file_type().is_ok_and(|kind| kind.is_symlink());
        if path.is_dir() && !is_link {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "nix") {
            files.push(path);
        }
    }
}
