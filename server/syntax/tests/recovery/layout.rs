//! What a person sees at a glance: which quote is missing, and which brace.

use crate::told::{bindings, errors, fixed};

const FLEET: &str = r#"{ inputs, ... }:
{
  meta.name = "example";
  inventory.machines = {
    jon = {
      tags = [ "laptop" "backup" ];
    };
    sara.tags = [ "laptop" ];
  };
  inventory.instances = {
    nightly = {
      module = { name = "borgbackup"; input = "clan-core"; };
      roles.client.tags = [ "backup" ];
      roles.server.machines."vault" = { };
      roles.server.extraModules = [
        {
          services.borg.enable = true;
        }
        { services.ntp.enable = false; }
      ];
    };
    text = ''
      one "two"
    '';
  };
  checks = { pkgs }: {
    a = pkgs.hello;
  };
}
"#;

/// The text without the token at `at`, and the leaves of `FLEET` that its line has no part in.
#[track_caller]
fn survives_without(token: &str, at: usize) {
    let (before, behind) = FLEET.split_at(at);
    let text = before.to_owned() + behind.strip_prefix(token).unwrap();
    let line = before.matches('\n').count() + 1;
    let told = errors(&text);
    assert_eq!(told.len(), 1, "line {line} without `{token}`: {told:#?}");
    let kept = bindings(&text);
    let row = FLEET.lines().nth(line - 1).unwrap();
    for leaf in bindings(FLEET) {
        let value = leaf.split_once('=').unwrap().1;
        assert!(
            row.contains(value) || value.contains('\n') || kept.contains(&leaf),
            "line {line} without `{token}` loses {leaf}: {kept:#?}"
        );
    }
}

#[test]
fn each_brace_and_bracket_can_go() {
    for token in ["{", "}", "[", "]"] {
        for (at, _) in FLEET.match_indices(token) {
            survives_without(token, at);
        }
    }
}

#[test]
fn each_closing_quote_can_go() {
    let code = FLEET.split("''").next().unwrap();
    for (at, _) in code.match_indices('"').skip(1).step_by(2) {
        survives_without("\"", at);
    }
}

#[test]
fn a_string_that_spans_lines_stays_one() {
    let text = "{\n  a = \"one\n  b = 1; two\";\n  c = 1\n  d = 2;\n}\n";
    assert_eq!(errors(text), ["1: missing `;` after `1`"]);
    assert_eq!(bindings(text), ["a=\"one\n  b = 1; two\"", "c=1", "d=2"]);
}

#[test]
fn an_indented_string_ends_with_its_indentation() {
    let text = "{\n  a = ''\n    one\n\n    two\n  b = 1;\n  c = ''\n    x\n  '';\n}\n";
    assert_eq!(errors(text), ["'': this string is never closed: missing `''`"]);
    assert_eq!(bindings(text), ["a=''\n    one\n\n    two", "b=1", "c=''\n    x\n  ''"]);
}

#[test]
fn a_quote_is_missing_before_what_follows_a_value() {
    for (broken, mended) in [
        ("{ a = \"one; }", "{ a = \"one\"; }"),
        ("{ a = [ \"one \"two\" ]; }", "{ a = [ \"one\" \"two\" ]; }"),
        ("{ a = [ \"one ]; }", "{ a = [ \"one\" ]; }"),
        ("{ a.\"b = 1; }", "{ a.\"b\" = 1; }"),
        ("{ a = f \"one { }; }", "{ a = f \"one\" { }; }"),
        ("{ a = \"${b} two; }", "{ a = \"${b} two\"; }"),
    ] {
        assert_eq!(errors(broken).len(), 1, "{broken}: {:?}", errors(broken));
        assert_eq!(fixed(broken), mended);
    }
}

#[test]
fn odd_indentation_costs_nothing_where_brackets_pair() {
    let text = "{\n      a = {\n b = 1;\n            };\n   c = 2\n d = [\n\"x\"\n         ];\n}\n";
    assert_eq!(errors(text), ["2: missing `;` after `2`"]);
    assert_eq!(bindings(text).len(), 4);
}

#[test]
fn an_interpolation_may_outgrow_its_string() {
    let text = "''${''''\"\"}''}\n";
    assert!(!errors(text).is_empty());
}

#[test]
fn a_brace_too_many_is_told_where_it_stands() {
    assert_eq!(errors("{\n  a = 1;\n  }\n  b = 2;\n}\n"), ["}: unexpected `}`"]);
    assert_eq!(errors("{\n  a = {\n    b = 1;\n  };\n  };\n  c = 2;\n}\n").len(), 1);
    let kept = bindings("{\n  a = 1;\n  }\n  b = 2;\n}\n");
    assert_eq!(kept, ["a=1", "b=2"]);
}

#[test]
fn a_comment_without_its_end_is_told_at_its_beginning() {
    let never = "/*: this comment is never closed: missing `*/`";
    assert_eq!(errors("{ a = 1; } /* x"), [never]);
    assert_eq!(errors("{\n  a = 1;\n  /* x\n  b = 2;\n}\n"), [never]);
    assert_eq!(errors("{ a = 1; /* x /* y"), [never]);
}

/// An indented string's quote too many harms its own binding, not those behind it.
#[test]
fn an_indented_quote_too_many_harms_nothing_behind_it() {
    let text = "{\n  a = ''\n    x\n  '';\n  b = 1;\n  c = ''\n    y\n  '';\n  d = \"z\";\n}\n";
    for (at, _) in text.match_indices("''") {
        let (before, behind) = text.split_at(at);
        for text in
            [format!("{before}'' {behind}"), before.to_owned() + behind.trim_start_matches("''")]
        {
            let kept = bindings(&text);
            assert!(errors(&text).len() <= 2, "{text}: {:#?}", errors(&text));
            assert!(kept.iter().any(|binding| binding == "d=\"z\""), "{text}: {kept:#?}");
        }
    }
}
