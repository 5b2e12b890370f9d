//! The newcomer's first look.

use std::process::Command;

#[test]
fn the_tour_shows_mistakes_hover_completion_and_their_end() {
    let tour = Command::new(env!("CARGO_BIN_EXE_inventory-ls")).arg("tour").output().unwrap();
    let shown = String::from_utf8(tour.stdout).unwrap();
    assert!(tour.status.success(), "{}\n{shown}", String::from_utf8_lossy(&tour.stderr));
    for line in [
        "     │             ~~~~~",
        "     │             `borgbackup` has no role `servr`: did you mean `server`?",
        "     │ jon      clan.nix:6         │",
        "           ▏ client  2 machines: Machines whose state is backed up",
    ] {
        assert!(shown.lines().any(|shown| shown == line), "{line:?} is not in\n{shown}");
    }
    assert!(!shown.contains('\u{1b}'), "no colours where no terminal is");
}
