//! `explain`: the page of a diagnostic.

use ide::{Code, did_you_mean};

use super::layout::Rows;
use super::{Failure, Outcome, output};
use crate::args::ExplainArgs;

/// Prints the page of a code or, without one, what each is reported for.
///
/// # Errors
/// No diagnostic has the code, or the answer can't be written.
pub(crate) fn run(args: &ExplainArgs) -> Result<Outcome, Failure> {
    let page = match &args.code {
        None => list(),
        Some(name) => Code::named(name).ok_or_else(|| unknown(name))?.page().to_owned(),
    };
    output::answer(&page)?;
    Ok(Outcome::Clean)
}

/// A line for each code.
fn list() -> String {
    let mut rows = Rows::indented(0);
    for code in Code::ALL {
        rows.push([code.as_str(), code.summary()], []);
    }
    rows.render()
}

fn unknown(name: &str) -> Failure {
    let near = did_you_mean(name, Code::ALL.map(Code::as_str));
    let name = output::printable(name);
    Failure::new(format!("no diagnostic has the code `{name}`{near}\n\n{}", list().trim_end()))
}
