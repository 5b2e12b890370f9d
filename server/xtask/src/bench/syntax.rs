//! `cargo xtask bench syntax`: parsing, and edits, against rnix's own parser.

use std::error::Error;
use std::time::Duration;

use syntax::Parse;

use super::{
    clan::clan,
    edits::{Kind, kinds},
    timing::{median, shown, time, times},
};

/// Prints a table: a column for each number of machines, a row for what is measured.
///
/// # Errors
/// A clan is not correct Nix, or an edit's tree is not that of a parse.
pub(super) fn run(machines: &[usize]) -> Result<(), Box<dyn Error>> {
    let columns =
        machines.iter().map(|count| column(&clan(*count))).collect::<Result<Vec<_>, _>>()?;
    print!("{:<40}", "median ms (slowest)");
    machines.iter().for_each(|count| print!("{:>24}", format!("{count} machines")));
    println!();
    let rows = columns.first().map_or(0, Vec::len);
    for row in 0..rows {
        let cells: Vec<_> = columns.iter().filter_map(|column| column.get(row)).collect();
        print!("{:<40}", cells.first().map_or("", |cell| cell.name));
        cells.iter().for_each(|cell| print!("{:>24}", cell.shown));
        println!();
    }
    Ok(())
}

struct Cell {
    name: &'static str,
    shown: String,
}

fn column(text: &str) -> Result<Vec<Cell>, Box<dyn Error>> {
    let ours = median(times(|| syntax::parse(text)));
    let theirs = median(times(|| rnix::Root::parse(text)));
    let tokens = median(times(|| rnix::tokenize(text).count()));
    let parse = syntax::parse(text);
    if !parse.errors().is_empty() {
        return Err("the clan is not correct Nix".into());
    }
    let ratio = theirs.as_secs_f64() / ours.as_secs_f64();
    let mut cells = vec![
        Cell { name: "bytes", shown: text.len().to_string() },
        Cell { name: "rnix's tokenizer", shown: shown(tokens) },
        Cell { name: "rnix's parse", shown: shown(theirs) },
        Cell { name: "parse", shown: shown(ours) },
        Cell { name: "times as fast as rnix", shown: format!("{ratio:.2}") },
    ];
    for Kind { name, edits } in kinds(text) {
        let (typical, slowest) = latency(&parse, &edits)?;
        cells.push(Cell { name, shown: format!("{} ({})", shown(typical), shown(slowest)) });
    }
    Ok(cells)
}

/// The median time of an edit, and the slowest edit's.
fn latency(parse: &Parse, edits: &[syntax::TextEdit]) -> Result<(Duration, Duration), String> {
    let mut parse = parse.clone();
    let whole = parse.text();
    let begin = std::time::Instant::now();
    let mut each = vec![Vec::new(); edits.len()];
    for round in 0.. {
        if round >= 5 && begin.elapsed() > Duration::from_secs(1) {
            break;
        }
        for (edit, times) in edits.iter().zip(&mut each) {
            let (taken, edited) = time(|| parse.edit(edit));
            times.push(taken);
            parse = edited;
        }
    }
    if parse.text() != whole || !parse.errors().is_empty() {
        return Err("the edits do not lead back to where they began".to_owned());
    }
    let slowest = each.iter().map(|times| median(times.clone())).max().unwrap_or_default();
    Ok((median(each.concat()), slowest))
}
