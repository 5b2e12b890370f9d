//! `inventory-ls explain`.

use ide::Code;

use crate::fleet::Fleet;

#[test]
fn a_code_is_explained_by_its_page() {
    let fleet = Fleet::new(&[]);
    for code in Code::ALL {
        let answer = fleet.run(&["explain", code.as_str()]);
        assert_eq!((answer.code, answer.stdout.as_str()), (Some(0), code.page()));
    }
}

#[test]
fn without_a_code_all_are_listed() {
    let answer = Fleet::new(&[]).run(&["explain"]);
    assert_eq!(answer.code, Some(0), "{answer:?}");
    let lines: Vec<_> = answer.stdout.lines().collect();
    assert_eq!(lines.len(), Code::ALL.len());
    for (line, code) in lines.iter().zip(Code::ALL) {
        assert!(line.starts_with(code.as_str()) && line.ends_with(code.summary()), "{line}");
    }
}

#[test]
fn an_unknown_code_is_answered_with_the_nearest_and_the_list() {
    let answer = Fleet::new(&[]).run(&["explain", "unknown-rolle"]);
    answer.assert_failed(&[
        "error: no diagnostic has the code `unknown-rolle`: did you mean `unknown-role`",
        "\nunknown-machine ",
    ]);
}
