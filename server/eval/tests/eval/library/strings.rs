//! `lib.strings`. What is expected here is what the real functions come to.

use crate::library::support::check;

#[test]
fn joined_strings() {
    check(r#"lib.concatStrings [ "a" "b" ]"#, r#""ab""#);
    check(r#"lib.concatStringsSep "-" [ "a" "b" ]"#, r#""a-b""#);
    check("lib.concatMapStrings (number: toString number) [ 1 2 ]", r#""12""#);
    check(r#"lib.concatMapStringsSep "," (number: toString number) [ 1 2 ]"#, r#""1,2""#);
    check(
        r#"lib.concatImapStrings (number: name: "${toString number}${name}") [ "a" "b" ]"#,
        r#""1a2b""#,
    );
    check(
        r#"lib.concatImapStringsSep "," (number: name: "${toString number}${name}") [ "a" "b" ]"#,
        r#""1a,2b""#,
    );
    check(
        r#"lib.concatMapAttrsStringSep ";" (name: value: "${name}=${value}") { b = "1"; a = "2"; }"#,
        r#""a=2;b=1""#,
    );
    check(r#"lib.concatLines [ "a" "b" ]"#, r#""a\nb\n""#);
    check("lib.concatLines [ ]", r#""""#);
    check(r#"lib.intersperse "," [ "a" "b" "c" ]"#, r#"[ "a" "," "b" "," "c" ]"#);
    check(r#"lib.join "/" [ "a" "b" ]"#, r#""a/b""#);
    check(r#"lib.optionalString false (throw "nobody asks")"#, r#""""#);
    check(r#"lib.strings.replicate 3 "ab""#, r#""ababab""#);
    check(r#"lib.makeSearchPath "bin" [ "/a" null "/b" ]"#, r#""/a/bin:/b/bin""#);
}

#[test]
fn pieces_of_strings() {
    check(r#"lib.splitString "." "jon.example.org""#, r#"[ "jon" "example" "org" ]"#);
    check(r#"lib.splitString "." """#, r#"[ "" ]"#);
    check(r#"lib.splitString "" "ab""#, r#"[ "" "a" "b" "" ]"#);
    check(r#"lib.splitStringBy (before: now: now == "-") false "a-b-c""#, r#"[ "a" "b" "c" ]"#);
    check(r#"lib.splitStringBy (before: now: before == "a") true "ab-ac""#, r#"[ "a" "b-a" "c" ]"#);
    check(r#"lib.stringToCharacters "abc""#, r#"[ "a" "b" "c" ]"#);
    check(r#"lib.stringAsChars (c: if c == "a" then "4" else c) "banana""#, r#""b4n4n4""#);
    check(r#"lib.hasPrefix "nix" "nixos""#, "true");
    check(r#"lib.hasSuffix "os" "nixos""#, "true");
    check(r#"lib.hasInfix "xo" "nixos""#, "true");
    check(r#"lib.hasInfix "." "nixos""#, "false");
    check(r#"lib.removePrefix "tag:" "tag:all""#, r#""all""#);
    check(r#"lib.removeSuffix ".nix" "clan.nix""#, r#""clan""#);
    check(r#"lib.removeSuffix ".nix" "clan.json""#, r#""clan.json""#);
    check(r#"lib.trim "\t a b \n""#, r#""a b""#);
    check(r#"lib.trimWith { start = true; } " a ""#, r#""a ""#);
    check(r#"lib.strings.normalizePath "//a///b""#, r#""/a/b""#);
}

#[test]
fn escaped_strings() {
    check(r#"lib.escape [ "[" "]" ] "a[0]""#, r#""a\\[0\\]""#);
    check(r#"lib.strings.escapeC [ "-" ] "a-b""#, r#""a\\x2db""#);
    check(r#"lib.strings.escapeNixIdentifier "with""#, r#""\"with\"""#);
    check(r#"lib.strings.escapeNixIdentifier "a-b""#, r#""a-b""#);
    check(r#"lib.strings.escapeNixString "a\"$b""#, r#""\"a\\\"\\$b\"""#);
    check(r#"lib.escapeRegex "a.b*""#, r#""a\\.b\\*""#);
    check(r#"lib.escapeShellArg "it's""#, r#""'it'\\''s'""#);
    check(r#"lib.escapeShellArg "plain/path-1.0""#, r#""plain/path-1.0""#);
    check(r#"lib.escapeShellArgs [ "a b" 1 "" ]"#, r#""'a b' 1 ''""#);
    check(r#"lib.escapeURL "a b/c?d=ü""#, r#""a%20b%2Fc%3Fd%3Dü""#);
    check(
        r#"lib.escapeXML "<a b='c'>&\"</a>""#,
        r#""&lt;a b=&apos;c&apos;&gt;&amp;&quot;&lt;/a&gt;""#,
    );
    check(r#"lib.replaceString "a" "bb" "banana""#, r#""bbbnbbnbb""#);
    check(r#"lib.replaceString "" "." "ab""#, r#"".a.b.""#);
}

#[test]
fn letters_and_numbers() {
    check(r#"lib.toLower "NixOS Ä""#, r#""nixos Ä""#);
    check(r#"lib.toUpper "nixos ä""#, r#""NIXOS ä""#);
    check(r#"lib.toSentenceCase "nIXOS""#, r#""Nixos""#);
    check(r#"lib.toCamelCase "backup_server-role name""#, r#""backupServerRoleName""#);
    check(r#"lib.toCamelCase "someWord""#, r#""someWord""#);
    check(r#"lib.fixedWidthString 5 "." "ab""#, r#""...ab""#);
    check("lib.fixedWidthNumber 3 7", r#""007""#);
    check(r#"lib.toInt " 42 ""#, "42");
    check(r#"lib.toInt "-7""#, "-7");
    check(r#"lib.toIntBase10 "0042""#, "42");
    check(r#"lib.strings.charToInt "a""#, "97");
    check(r#"lib.isStringLike { outPath = "/a"; }"#, "true");
    check("lib.isStringLike 1", "false");
    check(r#"lib.strings.isConvertibleWithToString [ 1 null "a" ]"#, "true");
    check("lib.strings.isConvertibleWithToString [ { } ]", "false");
}

#[test]
fn near_strings() {
    check(r#"lib.strings.levenshtein "laptop" "lpatop""#, "2");
    check(r#"lib.strings.levenshteinAtMost 1 "tag" "tags""#, "true");
    check(r#"lib.strings.levenshteinAtMost 2 "server" "client""#, "false");
    check(r#"lib.strings.commonPrefixLength "server" "service""#, "4");
    check(r#"lib.strings.commonSuffixLength "laptop" "desktop""#, "3");
}

#[test]
fn names_and_versions() {
    check(r#"lib.getName "some-tool-1.2""#, r#""some-tool""#);
    check(r#"lib.getVersion "some-tool-1.2""#, r#""1.2""#);
    check(r#"lib.getName { pname = "tool"; }"#, r#""tool""#);
    check(r#"lib.getVersion { name = "tool-1.2"; }"#, r#""1.2""#);
    check(r#"lib.versionOlder "1.9" "1.10""#, "true");
    check(r#"lib.versionAtLeast "1.9" "1.10""#, "false");
    check(r#"lib.nameFromURL "https://example.org/a/tool_1.2.tar" "_""#, r#""tool""#);
    check(r#"lib.strings.sanitizeDerivationName ".a  b?c""#, r#""a-b?c""#);
    check(r#"lib.strings.sanitizeDerivationName """#, r#""unknown""#);
    check(r#"lib.isStorePath "/nix/store/a""#, "true");
    check(r#"lib.isStorePath "/etc/a""#, "false");
}

#[test]
fn words_for_shells_and_builders() {
    check(r#"lib.toShellVar "name" "a b""#, r#""name='a b'""#);
    check(
        r#"lib.toShellVars { list = [ 1 "a b" ]; set.a = "b c"; }"#,
        r#""declare -a list=(1 'a b')\ndeclare -A set=([a]='b c')""#,
    );
    check(r#"lib.isValidPosixName "a_1""#, "true");
    check(r#"lib.isValidPosixName "1a""#, "false");
    check(r#"lib.enableFeature true "x""#, r#""--enable-x""#);
    check(r#"lib.enableFeatureAs true "x" "y""#, r#""--enable-x=y""#);
    check(r#"lib.withFeature false "x""#, r#""--without-x""#);
    check(r#"lib.withFeatureAs false "x" (throw "nobody asks")"#, r#""--without-x""#);
    check(r#"lib.cmakeBool "X" true"#, r#""-DX:BOOL=TRUE""#);
    check(r#"lib.cmakeFeature "X" "y""#, r#""-DX:STRING=y""#);
    check(r#"lib.mesonEnable "x" false"#, r#""-Dx=disabled""#);
    check(r#"lib.mesonBool "x" false"#, r#""-Dx=false""#);
    check(r#"lib.mesonOption "x" "y""#, r#""-Dx=y""#);
}
