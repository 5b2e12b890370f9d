//! `lib.path`. What is expected here is what the real functions come to.

use crate::library::support::check;

#[test]
fn true_paths() {
    check("lib.path.hasPrefix /a /a/b", "true");
    check("lib.path.hasPrefix /a /ab", "false");
    check("lib.path.removePrefix /a /a/b/c", r#""./b/c""#);
    check("lib.path.removePrefix /a /a", r#""./.""#);
    check(r#"toString (lib.path.append /a "./b//c")"#, r#""/a/b/c""#);
    check("(lib.path.splitRoot /a/b).subpath", r#""./a/b""#);
    check("lib.path.hasStorePathPrefix /a", "false");
}

#[test]
fn paths_below_a_folder() {
    check(r#"lib.path.subpath.isValid "a/b""#, "true");
    check(r#"lib.path.subpath.isValid "/a""#, "false");
    check(r#"lib.path.subpath.isValid "a/../b""#, "false");
    check("lib.path.subpath.isValid 1", "false");
    check(r#"lib.path.subpath.join [ "a" "./b/" "c//d" ]"#, r#""./a/b/c/d""#);
    check("lib.path.subpath.join [ ]", r#""./.""#);
    check(r#"lib.path.subpath.normalise "./a/./b/.""#, r#""./a/b""#);
    check(r#"lib.path.subpath.components "a//b""#, r#"[ "a" "b" ]"#);
}
