//! Texts to be edited.

use std::{
    fs,
    path::{Path, PathBuf},
};

use proptest::prelude::*;

/// The Nix files of the syntax-tests.
pub(crate) fn files() -> Vec<String> {
    let mut files = Vec::new();
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../syntax-tests");
    collect(&tests, &mut files);
    files.sort();
    assert!(files.len() > 50, "no syntax-tests in {}", tests.display());
    files.iter().map(|file| fs::read_to_string(file).unwrap()).collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "nix") {
            files.push(path);
        }
    }
}

fn name() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["a", "b", "c-d", "x'", "or", "\"q\"", "tags", "__curPos"])
}

fn gap() -> impl Strategy<Value = &'static str> {
    let gaps = [" ", " ", " ", "\n", "\n    ", "\n  # c\n  ", " /* c */ ", "\r\n", "  "];
    prop::sample::select(gaps.to_vec())
}

/// An expression in the style of inventories: sets in sets, lists, strings, some functions.
pub(crate) fn program() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        3 => name().prop_map(|name| name.replace('"', "")),
        2 => Just("\"s t\"".to_owned()),
        1 => Just("\"\"".to_owned()),
        1 => Just("''\n  t\n  u\n''".to_owned()),
        1 => Just("1".to_owned()),
        1 => Just("2.5e3".to_owned()),
        1 => Just("./p/q".to_owned()),
        1 => Just("http://u.v".to_owned()),
        1 => Just("{ }".to_owned()),
    ];
    leaf.prop_recursive(5, 48, 5, |inner| {
        let e = || inner.clone();
        let binding = (name(), prop::option::of(name()), gap(), e(), gap()).prop_map(
            |(name, second, gap, value, end)| {
                let second = second.map(|second| format!(".{second}")).unwrap_or_default();
                format!("{name}{second} ={gap}({value});{end}")
            },
        );
        let inherit = (name(), gap()).prop_map(|(name, gap)| format!("inherit{gap}{name};{gap}"));
        let entry = prop_oneof![5 => binding, 1 => inherit];
        let entries = prop::collection::vec(entry, 0..5);
        let entries = entries.prop_map(|entries| entries.concat()).boxed();
        prop_oneof![
            6 => (gap(), entries.clone()).prop_map(|(gap, entries)| format!("{{{gap}{entries}}}")),
            1 => (gap(), entries.clone()).prop_map(|(gap, it)| format!("rec {{{gap}{it}}}")),
            1 => (gap(), entries, e()).prop_map(|(gap, it, e)| format!("let{gap}{it} in {e}")),
            2 => (prop::collection::vec(leaf_item(), 0..4), gap())
                .prop_map(|(items, gap)| format!("[{gap}{} ]", items.join(gap))),
            1 => (e(), e()).prop_map(|(a, b)| format!("\"x${{{a}}}/${{{b}}}y\"")),
            1 => e().prop_map(|a| format!("{{ a, b ? {a}, ... }}@c: ({a})")),
            1 => (e(), e()).prop_map(|(a, b)| format!("with {a}; ({b}).c or ({a})")),
            1 => (e(), e()).prop_map(|(a, b)| format!("if ({a}) == 1 then {b} else x: {a}")),
            1 => (e(), e()).prop_map(|(a, b)| format!("f ({a}) // {b}")),
        ]
    })
}

fn leaf_item() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["\"a\"", "b", "(f x)", "./c", "{ d = 1; }", "[ ]", "''e''"])
}

/// A clan's inventory, indented as people do it (and now and then not).
pub(crate) fn inventory() -> impl Strategy<Value = String> {
    let name = || prop::sample::select(vec!["jon", "sara", "\"web 1\"", "vault", "x-\u{e9}"]);
    let tag = prop::sample::select(vec!["\"all\"", "\"backup\"", "\"\"", "(f \"a\")", "x"]);
    let tags = prop::collection::vec(tag, 0..4).boxed();
    let inline = tags.clone().prop_map(|tags| format!("[ {} ]", tags.join(" ")));
    let lines = tags.prop_map(|tags| format!("[\n        {}\n      ]", tags.join("\n        ")));
    let script = Just("''\n        one \"two\" ${x}\n      ''".to_owned());
    let setting = (prop::sample::select(vec!["tags", "a.b", "description"]), {
        prop_oneof![4 => inline, 2 => lines, 1 => script, 1 => Just("\"text; }\"".to_owned())]
    });
    let setting = setting.prop_map(|(name, value)| format!("      {name} = {value};\n"));
    let settings = prop::collection::vec(setting, 0..4).prop_map(|settings| settings.concat());
    let member = prop_oneof![
        8 => (name(), settings.clone()).prop_map(|(name, it)| format!("    {name} = {{\n{it}    }};\n")),
        3 => name().prop_map(|name| format!("    {name}.tags = [ \"all\" ];\n")),
        1 => name().prop_map(|name| format!("    # {name}'s\n\n")),
        1 => name().prop_map(|name| format!("  {name} = {{\n   a = 1; }};\n")),
        1 => settings.prop_map(|it| format!("    f = mkIf x (y: {{\n{it}    }});\n")),
    ];
    let members = || prop::collection::vec(member.clone(), 0..6).prop_map(|all| all.concat());
    let head = prop::sample::select(vec!["", "{ lib, ... }:\n", "let\n  x = { };\nin\n"]);
    (head, members(), members()).prop_map(|(head, machines, instances)| {
        format!(
            "{head}{{\n  meta.name = \"c\";\n  inventory.machines = {{\n{machines}  }};\n\n  \
             inventory.instances = {{\n{instances}  }};\n}}\n"
        )
    })
}
