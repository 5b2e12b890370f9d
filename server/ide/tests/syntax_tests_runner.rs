//! The runner of `syntax-tests` must itself be able to fail.

#[path = "syntax_tests/runner/mod.rs"]
mod runner;

use std::path::Path;

use runner::{Case, Verdict};

/// A clan of one file; panics when its comments can't be made out.
fn case(text: &str) -> Case {
    folder(&[("clan.nix", text)])
}

/// The name of the clan stands beside what is shown.
const NAMED: (&str, &str) = ("inventory.json", r#"{ "meta": { "name": "example" } }"#);

fn folder(files: &[(&str, &str)]) -> Case {
    let mut case = Case::default();
    let has_json = files.iter().any(|(name, _)| name.starts_with(NAMED.0));
    for (name, text) in files.iter().chain((!has_json).then_some(&NAMED)) {
        let added = case.add_file(name, Path::new(name), text);
        assert!(added.is_ok(), "{name}: {added:?}");
    }
    case
}

fn report(text: &str) -> String {
    Verdict::of(&case(text)).report()
}

/// The clan's file as an update leaves it; empty when there is nothing to write.
fn rewritten(text: &str) -> String {
    let case = case(text);
    Verdict::of(&case).rewritten().pop().map(|(_, text)| text).unwrap_or_default()
}

/// What is said of a text whose comments can't be made out.
fn mistakes(text: &str) -> Vec<String> {
    let mistakes = Case::default().add_file("clan.nix", Path::new("clan.nix"), text);
    let mistakes = mistakes.err().into_iter().flatten();
    mistakes.map(|mistake| format!("{}: {}", mistake.line, mistake.message)).collect()
}

#[test]
fn a_clan_without_mistakes_needs_no_expectation() {
    assert_eq!(report("{\n  inventory.machines.jon = { };\n}\n"), "");
}

#[test]
fn a_diagnostic_that_does_not_come_is_reported_at_its_line() {
    let text = "\
{
  inventory.machines.jon = { };
  #                  ^^^ error[unknown-role]: no such role
}
";
    assert_eq!(
        report(text),
        "\
clan.nix:2
              inventory.machines.jon = { };
  expected    #                  ^^^ error[unknown-role]: no such role
  got       nothing

"
    );
}

#[test]
fn a_diagnostic_that_nobody_expects_is_reported() {
    let report = report("{\n  inventory.machines.jon { };\n}\n");
    assert!(report.contains("expected  nothing\n"), "{report}");
    assert!(report.contains(" error[syntax]: "), "{report}");
}

#[test]
fn another_message_or_another_range_is_reported() {
    let right = rewritten("{\n  inventory.machines.jon { };\n}\n");
    assert_eq!(report(&right), "");
    assert!(!report(&right.replace("error[syntax]: ", "error[syntax]: not ")).is_empty());
    assert!(!report(&right.replace("^ error", "^^ error")).is_empty());
    assert!(!report(&right.replace("error[", "warning[")).is_empty());
}

#[test]
fn an_expectation_does_not_hide_the_line_break_it_stands_behind() {
    let right = rewritten("{\n  inventory.machines.jon { };\n}\n");
    assert!(right.ends_with("\n}\n"), "{right}");
    assert_eq!(right.lines().count(), 5, "{right}");
}

#[test]
fn a_wrong_hover_is_reported_and_mended() {
    let text = "\
{
  inventory.machines.jon = { };
  #                  ^^^ hover: nobody
}
";
    assert!(report(text).contains("hover: nobody"), "{}", report(text));
    assert_eq!(report(&rewritten(text)), "");
}

#[test]
fn a_wrong_definition_is_reported_and_mended() {
    let text = "\
{
  inventory.machines.jon = { };
  machines.jon = { };
  #        ^ definition: clan.nix:9:9
}
";
    assert!(report(text).contains("definition: clan.nix:9:9"), "{}", report(text));
    let right = rewritten(text);
    assert!(right.contains("  #        ^^^ definition: clan.nix:2:22 clan.nix:3:12\n"), "{right}");
}

#[test]
fn a_wrong_outline_is_reported_and_mended() {
    let text = "\
{ inventory.machines.jon.tags = [ \"x\" ]; }
# symbols:
# | machines 1:13-1:41
# |   machine sara 1:22-1:41
";
    assert!(report(text).contains("machine sara"), "{}", report(text));
    let right = text.replace("sara", "jon (x)");
    assert_eq!(rewritten(text), right);
    assert_eq!(report(&right), "");
}

#[test]
fn a_completion_of_several_lines_is_told_whole() {
    let text = "\
{ inventory.instances.x }
#                      ^ complete sshd => nothing
";
    let right = rewritten(text);
    assert!(right.contains("=> { inventory.instances.${1:sshd} = {\n# |   module."), "{right}");
    assert_eq!(report(&right), "");
    assert!(!report(&right.replace("roles.server", "roles.servant")).is_empty());
}

#[test]
fn a_wrong_completion_is_reported_and_mended() {
    let text = "\
{
  inventory.machines.jon = { };
  inventory.instances.sshd.roles.server.machines.
  #                                              ^ complete: nobody
  #                                              ^ complete jon => nothing
  inventory.instances.sshd.module.name = \"sshd\";
}
";
    let report_before = report(text);
    assert!(report_before.contains("complete: nobody"), "{report_before}");
    assert!(report_before.contains("complete jon => nothing"), "{report_before}");
    let right = rewritten(text);
    assert!(right.contains("^ complete: jon\n"), "{right}");
    assert!(
        right.contains("^ complete jon => inventory.instances.sshd.roles.server.machines.jon\n"),
        "{right}"
    );
}

#[test]
fn a_wrong_action_is_reported_and_mended() {
    let text = "\
{
  inventory.machines.jon { };
  #                   ^ actions:
  #                   ^ action: Insert `=`
  # | + nothing
  #                   ^ action: Insert a joke
}
";
    assert!(report(text).contains("# | + nothing"), "{}", report(text));
    let right = rewritten(text);
    let titles = "^ actions:\n  # | Insert `=` (quickfix, preferred, safe)\n";
    assert!(right.contains(titles), "{right}");
    let lines = "  # | -   inventory.machines.jon { };\n  # | +   inventory.machines.jon = { };\n";
    assert!(right.contains(lines), "{right}");
    assert!(right.contains("Insert a joke\n  # | (absent)\n"), "{right}");
    assert_eq!(report(&right), "");
}

#[test]
fn a_wrong_membership_is_reported_and_mended() {
    let text = "\
# show: machines = sara
{ inventory.machines.jon = { }; }
# show: i.r = jon (machine)
";
    let right = "\
# show: machines = jon
{ inventory.machines.jon = { }; }
# show: i.r = (absent)
";
    assert!(report(text).contains("expected  # show: machines = sara"), "{}", report(text));
    assert_eq!(rewritten(text), right);
    assert_eq!(report(right), "");
}

#[test]
fn a_misspelt_kind_is_a_mistake_of_the_case() {
    let text = "{ }\n# <- hoover: x\n#^ eror[syntax]: x\n#^ look here\n";
    let found = mistakes(text);
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(found[0].starts_with("2: `hoover` is no kind of expectation"), "{found:?}");
}

#[test]
fn carets_must_point_at_something() {
    assert_eq!(mistakes("#^ hover: x\n")[0], "1: there is no line above that it could point at");
    assert_eq!(
        mistakes("{ }\n#   ^ hover: x\n")[0],
        "2: the carets begin beyond the end of the line above"
    );
    assert_eq!(mistakes("{ }\n# ^^ hover: x\n")[0], "2: the carets reach beyond the line above");
    assert!(mistakes("{ }\n#  ^ complete: x\n").is_empty(), "the line's end is a place");
}

#[test]
fn ordinary_comments_are_part_of_the_text() {
    let text = "# a comment\n# | a table |\n{ } # ^ hover: not at the start of the line\n";
    assert!(mistakes(text).is_empty());
    assert_eq!(report(text), "");
}

#[test]
fn columns_count_characters() {
    let text = "\
{
  inventory.machines.\"jörg\" = { }; inventory.machines.jo { };
}
";
    let right = "\
{
  inventory.machines.\"jörg\" = { }; inventory.machines.jo { };
  #                                                   ^^ error[syntax]: missing `=` after `inventory.machines.jo`
  # | fix => inventory.machines.\"jörg\" = { }; inventory.machines.jo = { };
}
";
    assert_eq!(rewritten(text), right);
}

#[test]
fn a_place_that_spans_lines_is_told_by_its_end() {
    let expecting = |place: &str| mistakes(&format!("{{\n# <- {place} hover: x\n  a = 1;\n}}\n"));
    assert!(expecting("..+1:9").is_empty(), "the end of the next line");
    assert!(expecting("..+2:2").is_empty(), "the end of the text, but for its line break");
    assert_eq!(expecting("..+1:10"), ["2: `..+1:10` is no place: write `..+LINES:COLUMN`"]);
    assert_eq!(expecting("..+0"), ["2: `..+0` is no place: write `..+LINES:COLUMN`"]);
}

#[test]
fn a_file_without_comments_is_told_how_it_could_have_them() {
    let json =
        "{ \"instances\": { \"sshd\": { \"roles\": { \"server\": { \"tags\": [\"x\"] } } } } }\n";
    let clan = "{ meta.name = \"example\"; inventory.machines.jon = { }; }\n";
    let case = folder(&[("clan.nix", clan), ("inventory.json", json)]);
    let verdict = Verdict::of(&case);
    assert!(
        verdict.report().ends_with("(to expect it, keep the file as `inventory.json.expect`)\n\n"),
        "{}",
        verdict.report()
    );
    assert!(verdict.rewritten().is_empty());
}

#[test]
fn json_is_kept_under_a_name_of_its_own() {
    let case = folder(&[
        ("clan.nix", "{ }\n# show: machines = jon\n"),
        (
            "inventory.json.expect",
            "{ \"machines\": { \"jon\": {} } }\n#               ^ hover: x\n",
        ),
    ]);
    let report = Verdict::of(&case).report();
    assert!(!report.contains("show: machines"), "the JSON was read: {report}");
    assert!(report.contains("hover: x"), "{report}");
}

#[test]
fn a_folder_may_hold_nothing() {
    let mut case = case("{ }\n# show: machines = jon\n");
    case.add_folder(Path::new("machines/jon"));
    assert_eq!(Verdict::of(&case).report(), "");
}

#[test]
fn the_example_that_explains_it_is_true() {
    let readme = include_str!("../../../syntax-tests/README.md");
    let example = readme.split("```nix\n").nth(1).and_then(|rest| rest.split("```").next());
    assert_eq!(report(example.unwrap()), "");
}
