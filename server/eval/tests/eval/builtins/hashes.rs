//! Hashes; the expected ones are Nix's.

use crate::builtins::{check, unknown};

#[test]
fn of_a_text() {
    check("hashString \"md5\" \"abc\"", "\"900150983cd24fb0d6963f7d28e17f72\"");
    check("hashString \"sha1\" \"abc\"", "\"a9993e364706816aba3e25717850c26c9cd0d89d\"");
    check(
        "hashString \"sha256\" \"abc\"",
        "\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"",
    );
    check("substring 0 16 (hashString \"sha512\" \"abc\")", "\"ddaf35a193617aba\"");
    unknown(&[
        "hashString \"sha3\" \"abc\"",
        "hashString \"md5\" nope.x",
        "hashString \"md5\" ./a",
    ]);
}

#[test]
fn in_other_forms() {
    let to = |hash: &str, format: &str| {
        format!(
            "convertHash {{ hash = \"{hash}\"; hashAlgo = \"sha1\"; toHashFormat = \"{format}\"; }}"
        )
    };
    let forms = [
        ("base16", "a9993e364706816aba3e25717850c26c9cd0d89d"),
        ("nix32", "kpcd173cq987hw957sx6m0868wv3x6d9"),
        ("base64", "qZk+NkcGgWq6PiVxeFDCbJzQ2J0="),
        ("sri", "sha1-qZk+NkcGgWq6PiVxeFDCbJzQ2J0="),
    ];
    for (_, from) in forms {
        for (format, expected) in forms {
            check(&to(from, format), &format!("{expected:?}"));
        }
    }
    unknown(&[
        &to("a9", "base16"),
        &to("sha256-qZk+NkcGgWq6PiVxeFDCbJzQ2J0=", "base16"),
        &to("a9993e364706816aba3e25717850c26c9cd0d89d", "roman"),
        "convertHash nope.x",
    ]);
}

#[test]
fn a_placeholder() {
    check("placeholder \"out\"", "\"/1rz4g4znpzjwh1xymhjpm42vipw92pr73vdgl6xs1hycac8kf2n9\"");
    unknown(&["placeholder nope.x"]);
}
