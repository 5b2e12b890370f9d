//! `lib.types`. What is expected here is what the real functions come to.

use crate::library::support::check;

#[test]
fn descriptions_of_single_types() {
    check(
        r#"with lib.types; map (type: type.description) [ str nonEmptyStr singleLineStr lines commas envVar (strMatching "[a-z]+") (separatedString "; ") (passwdEntry str) ]"#,
        r#"[ "string" "non-empty string" "(optionally newline-terminated) single-line string" "strings concatenated with \"\\n\"" "strings concatenated with \",\"" "strings concatenated with \":\"" "string matching the pattern [a-z]+" "strings concatenated with \"; \"" "string, not containing newlines or colons" ]"#,
    );
    check(
        "with lib.types; map (type: type.description) [ bool boolByOr int float number port ints.positive ints.unsigned ints.u8 ints.u32 ints.s16 (ints.between 1 9) ]",
        r#"[ "boolean" "boolean (merged using or)" "signed integer" "floating point number" "signed integer or floating point number" "16 bit unsigned integer; between 0 and 65535 (both inclusive)" "positive integer, meaning >0" "unsigned integer, meaning >=0" "8 bit unsigned integer; between 0 and 255 (both inclusive)" "32 bit unsigned integer; between 0 and 4294967295 (both inclusive)" "16 bit signed integer; between -32768 and 32767 (both inclusive)" "integer between 1 and 9 (both inclusive)" ]"#,
    );
    check(
        "with lib.types; map (type: type.description) [ numbers.positive numbers.nonnegative (numbers.between 0 1.5) ]",
        r#"[ "positive integer or floating point number, meaning >0" "nonnegative integer or floating point number, meaning >=0" "integer or floating point number between 0 and 1.5 (both inclusive)" ]"#,
    );
    check(
        "with lib.types; map (type: type.description) [ path pathInStore externalPath (pathWith { absolute = false; }) package pkgs ]",
        r#"[ "absolute path" "path in the Nix store" "absolute path not in the Nix store" "relative path" "package" "Nixpkgs package set" ]"#,
    );
    check(
        "with lib.types; map (type: type.description) [ anything raw unspecified attrs optionType deferredModule luaInline json toml ]",
        r#"[ "anything" "raw value" "unspecified value" "attribute set" "optionType" "module" "inline lua" "JSON value" "TOML value" ]"#,
    );
    check(
        r#"with lib.types; map (type: type.description) [ (enum [ ]) (enum [ "a" ]) (enum [ "a" 1 true null ]) ]"#,
        r#"[ "impossible (empty enum)" "value \"a\" (singular enum)" "one of \"a\", 1, true, <null>" ]"#,
    );
}

#[test]
fn descriptions_of_composed_types() {
    check(
        "with lib.types; map (type: type.description) [ (listOf str) (listOf (nullOr str)) (attrsOf (listOf int)) (lazyAttrsOf attrs) ]",
        r#"[ "list of string" "list of (null or string)" "attribute set of list of signed integer" "lazy attribute set of (attribute set)" ]"#,
    );
    check(
        "with lib.types; map (type: type.description) [ (nullOr str) (nullOr (listOf str)) (nullOr (enum [ 1 2 ])) (nullOr ints.positive) (nullOr attrs) ]",
        r#"[ "null or string" "null or (list of string)" "null or one of 1, 2" "null or (positive integer, meaning >0)" "null or (attribute set)" ]"#,
    );
    check(
        "with lib.types; map (type: type.description) [ (either str int) (either (listOf str) (attrsOf str)) (either ints.positive str) (oneOf [ int bool str ]) ]",
        r#"[ "string or signed integer" "(list of string) or attribute set of string" "positive integer, meaning >0, or string" "signed integer or boolean or string" ]"#,
    );
    check(
        "with lib.types; map (type: type.description) [ (functionTo str) (nonEmptyListOf str) (coercedTo str lib.toInt int) (uniq (listOf str)) (addCheck int (x: x > 1)) ]",
        r#"[ "function that evaluates to a(n) string" "non-empty (list of string)" "signed integer or string convertible to it" "list of string" "signed integer" ]"#,
    );
    check(
        "with lib.types; map (type: type.description) [ (attrTag { jon = lib.mkOption { type = str; }; a-b = lib.mkOption { type = int; }; }) (attrListOf str) (loaOf str) ]",
        r#"[ "attribute-tagged union with choices: a-b, jon" "attribute list of string" "attribute set of string" ]"#,
    );
}

#[test]
fn descriptions_of_submodules() {
    check(
        "with lib.types; map (type: type.description) [ (submodule { }) (attrsOf (submodule { })) (nullOr (submodule { })) ]",
        r#"[ "submodule" "attribute set of (submodule)" "null or (submodule)" ]"#,
    );
    check(
        "with lib.types; map (type: type.description) [ (submodule { freeformType = attrsOf str; }) (submodule ({ lib, ... }: { config._module.freeformType = lib.types.attrs; })) ]",
        r#"[ "open submodule of attribute set of string" "open submodule of (attribute set)" ]"#,
    );
    check(
        "with lib.types; (submodule { imports = [ { freeformType = str; } ]; }).description",
        r#""open submodule of string""#,
    );
    check(
        r#"with lib.types; (submoduleWith { modules = [ ]; description = "machine"; }).description"#,
        r#""machine""#,
    );
}

#[test]
fn what_types_are_made_of() {
    check("with lib.types; (listOf str).nestedTypes.elemType.name", r#""str""#);
    check(
        "with lib.types; builtins.mapAttrs (name: type: type.name) (either str int).nestedTypes",
        r#"{ left = "str"; right = "int"; }"#,
    );
    check(
        "with lib.types; builtins.mapAttrs (name: type: type.name) (coercedTo str lib.toInt int).nestedTypes",
        r#"{ coercedType = "str"; finalType = "int"; }"#,
    );
    check("with lib.types; (enum [ 1 2 ]).functor.payload.values", "[ 1 2 ]");
    check(r#"with lib.types; (separatedString ",").functor.payload.sep"#, r#"",""#);
    check("with lib.types; (submodule { a = 1; }).getSubModules", "[ { a = 1; } ]");
    check(
        "with lib.types; (listOf (submodule [ { a = 1; } { b = 2; } ])).getSubModules",
        "[ { a = 1; } { b = 2; } ]",
    );
    check(
        r#"with lib.types; (submoduleWith { modules = [ { a = 1; } ]; class = "x"; specialArgs.b = 2; }).functor.payload"#,
        r#"{ class = "x"; description = null; modules = [ { a = 1; } ]; shorthandOnlyDefinesConfig = false; specialArgs = { b = 2; }; }"#,
    );
    check(
        "with lib.types; (submodule { freeformType = str; }).nestedTypes.freeformType.name",
        r#""str""#,
    );
    check("with lib.types; str.getSubModules", "null");
    check(
        "with lib.types; map (type: type.emptyValue) [ str (listOf str) (attrsOf str) (nullOr str) (uniq (listOf str)) ]",
        "[ {  } { value = [  ]; } { value = {  }; } { value = null; } { value = [  ]; } ]",
    );
}

#[test]
fn what_types_allow() {
    check(r#"with lib.types; map str.check [ "a" 1 ]"#, "[ true false ]");
    check(r#"with lib.types; map nonEmptyStr.check [ "a" " \n" ]"#, "[ true false ]");
    check(r#"with lib.types; map singleLineStr.check [ "a\n" "a\nb" ]"#, "[ true false ]");
    check(r#"with lib.types; map (strMatching "[a-z]+").check [ "ab" "a1" ]"#, "[ true false ]");
    check(r#"with lib.types; map port.check [ 80 65536 (-1) "80" ]"#, "[ true false false false ]");
    check("with lib.types; map ints.positive.check [ 1 0 ]", "[ true false ]");
    check(r#"with lib.types; map number.check [ 1 1.5 "1" ]"#, "[ true true false ]");
    check("with lib.types; map (numbers.between 0 1).check [ 0.5 2 ]", "[ true false ]");
    check(r#"with lib.types; map (enum [ "a" 1 ]).check [ "a" 1 2 ]"#, "[ true true false ]");
    check(r#"with lib.types; map (nullOr int).check [ null 1 "a" ]"#, "[ true true false ]");
    check(r#"with lib.types; map (either int str).check [ 1 "a" null ]"#, "[ true true false ]");
    check(r#"with lib.types; map (listOf str).check [ [ 1 ] "a" ]"#, "[ true false ]");
    check(r#"with lib.types; map (nonEmptyListOf str).check [ [ "a" ] [ ] ]"#, "[ true false ]");
    check("with lib.types; map (attrsOf str).check [ { a = 1; } [ ] ]", "[ true false ]");
    check(
        r#"with lib.types; map (coercedTo str lib.toInt int).check [ 1 "2" null ]"#,
        "[ true true false ]",
    );
    check(
        "with lib.types; map (attrTag { a = lib.mkOption { }; }).check [ { a = 1; } { b = 1; } { a = 1; b = 2; } ]",
        "[ true false false ]",
    );
    check(r#"with lib.types; map path.check [ "/a" "a" 1 ]"#, "[ true false false ]");
    check(
        r#"with lib.types; map package.check [ { type = "derivation"; } "/nix/store/a" "/a" ]"#,
        "[ true true false ]",
    );
    check(
        r#"with lib.types; map (submodule { }).check [ { } (x: x) "/a.nix" 1 ]"#,
        "[ true true true false ]",
    );
    check("with lib.types; map (functionTo str).check [ (x: x) 1 ]", "[ true false ]");
    check(
        r#"with lib.types; map (addCheck int (x: x > 1)).check [ 2 1 "a" ]"#,
        "[ true false false ]",
    );
    check("with lib.types; map anything.check [ 1 null ]", "[ true true ]");
}

#[test]
fn own_types() {
    check(
        r#"let type = lib.mkOptionType { name = "colour"; }; in [ type.name type.description type.descriptionClass (type.check 1) ]"#,
        r#"[ "colour" "colour" null true ]"#,
    );
    check(
        r#"let type = lib.mkOptionType { name = "colour"; description = "a colour"; check = lib.isString; }; in [ type.description (type.check 1) ]"#,
        r#"[ "a colour" false ]"#,
    );
    check("lib.isOptionType lib.types.str", "true");
    check(r#"lib.isType "if" (lib.mkIf true 1)"#, "true");
    check(r#"lib.setType "mine" { a = 1; }"#, r#"{ a = 1; _type = "mine"; }"#);
    check(
        r#"lib.types.optionDescriptionPhrase (class: class == "noun") lib.types.attrs"#,
        r#""(attribute set)""#,
    );
}
