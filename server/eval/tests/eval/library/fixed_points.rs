//! `lib.fixedPoints`, and the library itself as a set that can be extended. What is expected here is what the real functions come to.

use crate::library::support::check;

#[test]
fn sets_that_see_themselves() {
    check("lib.fix (self: { a = 1; b = self.a + 1; })", "{ a = 1; b = 2; }");
    check("(lib.fix' (self: { a = 1; b = self.a + 1; })).b", "2");
    check("lib.converge (x: x / 2) 9", "0");
}

#[test]
fn overlays() {
    check(
        "lib.fix (lib.extends (final: prev: { a = prev.a + 1; c = final.b; }) (final: { a = 1; b = final.a; }))",
        "{ b = 2; a = 2; c = 2; }",
    );
    check(
        "lib.composeExtensions (final: prev: { a = prev.a + 1; }) (final: prev: { b = prev.a; c = final.z; }) { z = 0; } { a = 1; }",
        "{ a = 2; b = 2; c = 0; }",
    );
    check(
        "lib.composeManyExtensions [ (final: prev: { a = 2; }) (final: prev: { b = prev.a; }) ] { } { a = 1; }",
        "{ a = 2; b = 2; }",
    );
    check("lib.composeManyExtensions [ ] { } { a = 1; }", "{  }");
    check("lib.toExtension { a = 1; } { } { }", "{ a = 1; }");
    check("lib.toExtension (prev: { a = prev.b; }) { } { b = 2; }", "{ a = 2; }");
    check("lib.toExtension (final: prev: { a = final.b; }) { b = 3; } { }", "{ a = 3; }");
}

#[test]
fn extensible_sets() {
    check(
        "((lib.makeExtensible (self: { a = 1; b = self.a; })).extend (final: prev: { a = prev.a + 1; })).b",
        "2",
    );
    check(
        "(((lib.makeExtensible (self: { a = 1; })).extend (final: prev: { b = final.a; })).extend (final: prev: { a = 5; })).b",
        "5",
    );
    check(
        r#"((lib.makeExtensibleWithCustomName "more" (self: { a = 1; })).more (final: prev: { b = prev.a; })).b"#,
        "1",
    );
}

#[test]
fn the_library_extended() {
    check("(lib.extend (final: prev: { twice = x: final.id x + prev.id x; })).twice 2", "4");
    check(
        "((lib.extend (final: prev: { a = 1; })).extend (final: prev: { b = prev.a + 1; })).b",
        "2",
    );
    check(r#"(lib.extend (final: prev: { a = 1; })).toUpper "a""#, r#""A""#);
}
