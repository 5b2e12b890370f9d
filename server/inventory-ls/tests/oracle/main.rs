//! What the real clan-core says of small clans, beside what the binary says.
//!
//! `cases.json` was recorded once by evaluating each clan with clan-core: its `files` (null: an empty
//! folder), `real` (the machines, tags and members that came out), and the errors and warnings that
//! `check` is to `expect`, or `mayAlso` give.

#![cfg(test)]

mod case;
mod check;
mod show;

use case::Case;

/// Runs a judge over all cases and reports every objection at once.
#[track_caller]
fn judge_all(judge: impl Fn(&Case) -> Vec<String>) {
    let cases = case::all();
    let mut report = String::new();
    for case in &cases {
        for objection in judge(case) {
            report += &format!("{}: {objection}\n", case.name);
        }
    }
    assert!(report.is_empty(), "\n{report}");
}

#[test]
fn check_reports_each_mistake_and_no_other() {
    judge_all(check::judge);
}

#[test]
fn show_names_the_members_that_clan_core_has() {
    judge_all(show::judge);
}

#[test]
fn show_never_names_a_member_that_clan_core_has_not() {
    judge_all(show::judge_certainty);
}
