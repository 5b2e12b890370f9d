//! Texts to lower, and edits of them.

use proptest::prelude::*;
use syntax::{TextEdit, TextRange, TextSize};

/// A set as people write them, with many bindings or few.
pub(crate) fn set() -> impl Strategy<Value = String> {
    let leaf = prop::sample::select(vec![
        "1",
        "\"a\"",
        "\"a ${b}\"",
        "x",
        "true",
        "./a",
        "<a>",
        "[ ]",
        "[ \"laptop\" \"berlin\" ]",
        "{ }",
        "''\n  a\n  b\n''",
        "(",
        "a.b or c",
        "null",
    ]);
    leaf.prop_map(str::to_owned).prop_recursive(5, 200, 8, |value| {
        prop_oneof![
            6 => bindings(value.clone()).prop_map(|text| format!("{{\n{text}}}")),
            1 => bindings(value.clone()).prop_map(|text| format!("rec {{ {text} }}")),
            1 => (bindings(value.clone()), value.clone())
                .prop_map(|(text, body)| format!("let {text} in {body}")),
            1 => value.clone().prop_map(|body| format!("{{ a, b ? x, ... }}@true: {body}")),
            1 => value.clone().prop_map(|body| format!("x: with a; {body}")),
            1 => (value.clone(), value.clone()).prop_map(|(a, b)| format!("({a} // {b})")),
            1 => prop::collection::vec(value, 0..4).prop_map(|it| format!("[ {} ]", it.join(" "))),
        ]
    })
}

fn bindings(value: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    let name = prop::sample::select(vec![
        "a", "b", "c", "jon", "sara", "tags", "\"a\"", "\"a b\"", "x", "${x}", "\"${x}\"", "true",
    ]);
    let path = prop::collection::vec(name, 1..4).prop_map(|names| names.join("."));
    let binding = prop_oneof![
        10 => (path, value).prop_map(|(path, value)| format!("  {path} = {value};\n")),
        1 => prop::sample::select(vec![
            "inherit a b;\n", "inherit (x) a;\n", "# a comment\n", "\n", "tags\n", "jon.tags = \n", "}\n",
            "a.b = { c = 1; };\n",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(binding, 0..12).prop_map(|bindings| bindings.concat())
}

/// A change of a text: where, as a share of its length, how many bytes go, and what comes.
pub(crate) type Change = (f64, usize, &'static str);

pub(crate) fn change() -> impl Strategy<Value = Change> {
    let inserts = vec![
        "",
        "a",
        "8",
        " ",
        "\n",
        ";",
        "=",
        "{",
        "}",
        "\"",
        "a = 1;",
        "a.b = { c = 2; };",
        "rec ",
        "inherit a;",
        "jon.tags = [ \"laptop\" \"berlin\" \"office\" \"infra\" ];\n",
        "# x\n",
        ".",
        "''",
    ];
    (0.0..1.0, prop_oneof![3 => Just(0usize), 1 => 1..40usize], prop::sample::select(inserts))
}

/// The edit that a change is in a text.
pub(crate) fn edit(text: &str, (place, length, insert): Change) -> TextEdit {
    let at = |offset: usize| text.floor_char_boundary(offset.min(text.len()));
    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let start = at((text.len() as f64 * place) as usize);
    let size = |offset: usize| TextSize::new(u32::try_from(offset).unwrap_or_default());
    let delete = TextRange::new(size(start), size(at(start + length)));
    TextEdit { delete, insert: insert.to_owned() }
}

/// A clan with so many machines, each in one of several styles.
pub(crate) fn clan(machines: usize) -> String {
    let machine = |number: usize| match number % 4 {
        0 => format!("    m{number} = {{ tags = [ \"laptop\" \"berlin\" ]; }}; # tags\n"),
        1 => format!("    m{number}.tags = [ \"x\" ];\n    m{number}.deploy.targetHost = \"a\";\n"),
        2 => format!("    m{number} = {{\n      description = \"{}\";\n    }};\n", "a".repeat(60)),
        _ => format!("    m{number} = {{ }};\n"),
    };
    let machines: String = (0..machines).map(machine).collect();
    format!(
        "{{ lib, ... }}: {{\n  meta.name = \"a\";\n  inventory.machines = {{\n{machines}  }};\n  \
         inventory.instances.a = {{ roles.server.machines.m1 = {{ }}; module.name = \"borgbackup\"; }};\n}}"
    )
}
