//! What expressions of each type can look like.
//!
//! `@int` is any expression of that type, `@same` one of the whole's type, `@other` one of a type
//! that is the same throughout the template; in `@x:int:bool` the name `x` is in scope, an integer.

use super::Type;

pub(super) fn literals(kind: Type) -> &'static [&'static str] {
    match kind {
        Type::Int => &["0", "1", "2", "3", "7", "(-1)", "12", "100"],
        Type::Bool => &["true", "false"],
        Type::Text => &TEXTS,
        Type::Ints => &["[ ]", "[ 1 ]", "[ 3 1 2 ]", "[ 1 1 ]", "[ (-1) 5 ]"],
        Type::Texts => {
            &["[ ]", "[ \"a\" ]", "[ \"b\" \"a\" \"b\" ]", "[ \"\" \"c\" ]", "[ \"ab\" \"a\" ]"]
        }
        Type::Set => &[
            "{ }",
            "{ a = 1; }",
            "{ a = 1; b = 2; }",
            "{ c = 3; a = 0; }",
            "{ \"z y\" = 4; }",
            "(builtins.fromJSON ''{\"a\": 1, \"b\": -0, \"a\": 3}'')",
            "(fromTOML ''a = 1\nb = 0x10'')",
        ],
    }
}

const TEXTS: [&str; 21] = [
    "\"\"",
    "\"a\"",
    "\"b\"",
    "\"ab\"",
    "\"aab\"",
    "\"a-b\"",
    "\"a/b\"",
    "\"/a/b/\"",
    "\"a.b.c\"",
    "\"é\"",
    "\"1.2\"",
    "\"foo-1.2\"",
    "\"\\n\"",
    "\"\\\"q\\\"\"",
    "\"\\${a}\"",
    "\"$$\"",
    "''\n  x\n    y\n''",
    "''a ''$ b''",
    "\"\\\\\"",
    "\"\\ta\\r\"",
    "\"z y\"",
];

/// Constructs that give any type.
pub(super) const ANY: [&str; 16] = [
    "(if @bool then @same else @same)",
    "(let x = @other; in @x:other:same)",
    "(let y = @other; in @y:other:same)",
    "((x: @x:other:same) @other)",
    "(with { w = @other; }; @w:other:same)",
    "(({ a, b ? @int, ... }: @a:int:same) (@set // { a = 1; }))",
    "(({ a, b ? @int, ... }: @b:int:same) (@set // { a = 1; b = 5; }))",
    "(assert true; @same)",
    "(let t = builtins.tryEval @same; in if t.success then t.value else @same)",
    "(builtins.seq @other @same)",
    "(builtins.deepSeq @other @same)",
    "{ x.n = @same; q = 1; }.x.n",
    "(rec { x = @other; r = @same; inherit (self) s; self.s = r; }).s",
    "(builtins.elemAt [ @same @same ] 1)",
    "(builtins.fromJSON (builtins.toJSON @same))",
    "({ k = @same; }.k.m or @same)",
];

pub(super) fn of(kind: Type) -> &'static [&'static str] {
    match kind {
        Type::Int => &INTS,
        Type::Bool => &BOOLS,
        Type::Text => &STRINGS,
        Type::Ints => &LISTS,
        Type::Texts => &TEXT_LISTS,
        Type::Set => &SETS,
    }
}

const INTS: [&str; 18] = [
    "(@int + @int)",
    "(@int - @int)",
    "(@int * @int)",
    "(@int / 3)",
    "(builtins.div 7 @int)",
    "(builtins.bitXor (builtins.bitAnd @int @int) (builtins.bitOr @int @int))",
    "(builtins.length @ints)",
    "(builtins.length @texts)",
    "(builtins.stringLength @text)",
    "(builtins.foldl' (s: i: s * 2 - i) @int @ints)",
    "(builtins.compareVersions @version @version)",
    "(builtins.ceil (1.5 + @int))",
    "(builtins.floor (-0.1 * @int))",
    "(@set.a or @int)",
    "(@set.\"z y\" or @int)",
    "(builtins.head (@ints ++ [ 9 ]))",
    "(-@int)",
    "(builtins.elemAt (@ints ++ [ 7 8 ]) 1)",
];

const BOOLS: [&str; 24] = [
    "(!@bool)",
    "(@bool && @bool)",
    "(@bool || @bool)",
    "(@bool -> @bool)",
    "(@other == @other)",
    "(@other != @other)",
    "(@int == @other)",
    "(@int < @int)",
    "(@text < @text)",
    "(@text >= @text)",
    "(@ints <= @ints)",
    "(@texts > @texts)",
    "(builtins.lessThan @int @int)",
    "(builtins.any (x: @x:int:bool) @ints)",
    "(builtins.all (x: @x:int:bool) @ints)",
    "(builtins.elem @int @ints)",
    "(builtins.elem @text @texts)",
    "(@set ? a)",
    "(@set ? c.d)",
    "(@set ? ${@text})",
    "(builtins.hasAttr @text @set)",
    "(builtins.isInt @other)",
    "(builtins.isList @other && !builtins.isFunction @other)",
    "(builtins.tryEval @other).success",
];

const STRINGS: [&str; 27] = [
    "(@text + @text)",
    "\"p${@text}-${@text}q\"",
    "''\n  p\n    ${@text}\n q''",
    "(builtins.substring 1 2 @text)",
    "(builtins.substring 0 (-1) @text)",
    "(builtins.concatStringsSep @text @texts)",
    "(builtins.replaceStrings [ \"a\" ] [ @text ] @text)",
    "(builtins.replaceStrings [ \"ab\" \"a\" ] [ @text @text ] @text)",
    "(builtins.replaceStrings [ \"a\" \"\" ] [ @text @text ] @text)",
    "(toString @int)",
    "(toString @bool)",
    "(toString @texts)",
    "(toString [ @ints null [ ] @texts ])",
    "(toString (0.1 * @int))",
    "(toString { __toString = self: self.t; t = @text; })",
    "(builtins.toJSON @other)",
    "(builtins.toJSON [ @set @texts ])",
    "(builtins.hashString \"md5\" @text)",
    "(builtins.hashString \"sha1\" @text)",
    "(builtins.hashString \"sha256\" @text)",
    "(builtins.hashString \"sha512\" @text)",
    "(builtins.typeOf @other)",
    "(baseNameOf @text)",
    "(dirOf @text)",
    "(builtins.toJSON (builtins.match @pattern @text))",
    "(builtins.toJSON (builtins.split @pattern @text))",
    "(builtins.toJSON (builtins.parseDrvName @version))",
];

const LISTS: [&str; 16] = [
    "[ @int @int ]",
    "(@ints ++ @ints)",
    "(map (x: @x:int:int) @ints)",
    "(builtins.filter (x: @x:int:bool) @ints)",
    "(builtins.genList (x: @x:int:int) 3)",
    "(builtins.sort (x: y: x < y) @ints)",
    "(builtins.sort (x: y: x > y) @ints)",
    "(builtins.concatMap (x: @x:int:ints) @ints)",
    "(builtins.tail (@ints ++ [ 4 ]))",
    "(builtins.concatLists [ @ints @ints ])",
    "(builtins.attrValues @set)",
    "(builtins.catAttrs \"a\" [ @set @set ])",
    "(builtins.partition (x: @x:int:bool) @ints).right",
    "(builtins.partition (x: @x:int:bool) @ints).wrong",
    "(map (x: x.key) (builtins.genericClosure { startSet = map (key: { inherit key; }) @ints; \
     operator = x: if x.key > 3 || x.key < 0 then [ ] else [ { key = x.key + 2; } ]; }))",
    "(map builtins.stringLength @texts)",
];

const TEXT_LISTS: [&str; 9] = [
    "[ @text @text ]",
    "(map toString @ints)",
    "(builtins.attrNames @set)",
    "(builtins.splitVersion @version)",
    "(builtins.filter builtins.isString (builtins.split @pattern @text))",
    "(@texts ++ @texts)",
    "(builtins.sort builtins.lessThan @texts)",
    "(map (x: @x:text:text) @texts)",
    "(builtins.concatMap (x: @x:text:texts) @texts)",
];

const SETS: [&str; 16] = [
    "{ a = @int; b = @int; }",
    "{ \"z y\" = @int; }",
    "{ ${@text} = @int; }",
    "{ ${null} = @int; }",
    "(rec { b = @a:int:int; a = @int; })",
    "(@set // @set)",
    "(builtins.mapAttrs (n: x: @x:int:int) @set)",
    "(builtins.mapAttrs (n: x: @n:text:int) @set)",
    "(removeAttrs @set @texts)",
    "(builtins.intersectAttrs @set @set)",
    "(builtins.listToAttrs (map (name: { inherit name; value = @name:text:int; }) @texts))",
    "(builtins.mapAttrs (n: builtins.length) (builtins.groupBy (x: @x:int:text) @ints))",
    "(builtins.zipAttrsWith (n: v: builtins.length v) [ @set @set ])",
    "(let s = @set; in { inherit (s // { a = 1; }) a; })",
    "(builtins.mapAttrs (n: x: if x then 1 else 0) (builtins.functionArgs ({ a, b ? 1, ... }: @int)))",
    "(let a = @int; in { inherit a; b = @a:int:int; })",
];
