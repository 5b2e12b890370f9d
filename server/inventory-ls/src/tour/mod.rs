//! `inventory-ls tour`: a first look, and a check of an installation.
//!
//! It starts this very program as an editor would, opens an example clan in it, and shows what an
//! editor shows. Every answer is the server's own; one that is not as it should be fails the tour.

mod example;
mod picture;

use std::fmt;
use std::io::{self, Write};
use std::process::ExitCode;

use serde_json::{Value, json};

use crate::lsp_client::LspClient;
use example::Example;

/// Shows everything. Exit code 0 when all answers were as they should be, 1 when one was not, 2
/// when the server could not be started.
pub(crate) fn run() -> ExitCode {
    let mut out = anstream::stdout().lock();
    match Tour::start().and_then(|mut tour| tour.all(&mut out)) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever closed the output has seen enough.
        Err(Failure::Io(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            match failure {
                Failure::Answer { .. } => ExitCode::FAILURE,
                Failure::Io(_) => ExitCode::from(2),
            }
        }
    }
}

/// Why a tour ends early.
enum Failure {
    /// The server could not be started or reached, or the output not written.
    Io(io::Error),
    /// It answered, but not as it should have.
    Answer { asked: &'static str, got: String },
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        Failure::Io(error)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Io(error) => write!(f, "the tour can't go on: {error}"),
            Failure::Answer { asked, got } => {
                write!(f, "{asked}: the server's answer is not the expected one: {got}")
            }
        }
    }
}

/// A server with the example open in it.
struct Tour {
    client: LspClient,
    example: Example,
    version: i64,
}

impl Tour {
    fn start() -> Result<Tour, Failure> {
        let example = Example::create()?;
        let mut client = LspClient::start(std::env::current_exe()?)?;
        let capabilities = json!({
            "general": { "positionEncodings": ["utf-8"] },
            "textDocument": { "hover": { "contentFormat": ["plaintext"] } },
        });
        client.initialize(example.folder(), &capabilities)?;
        client.open(&example.path(), &example.text)?;
        Ok(Tour { client, example, version: 1 })
    }

    fn all(&mut self, out: &mut impl Write) -> Result<(), Failure> {
        picture::title(out, "Opened in an editor, a clan shows its mistakes at once:")?;
        self.mistakes(out)?;
        picture::title(out, "Hovering over the tag `backup` tells whom it stands for:")?;
        self.hover(out)?;
        picture::title(out, "Typing `roles.` offers what the service has:")?;
        self.completion(out)?;
        picture::title(out, "With the three names corrected, nothing is wrong any more:")?;
        self.correction(out)?;
        picture::closing(out)?;
        Ok(())
    }

    fn mistakes(&mut self, out: &mut impl Write) -> Result<(), Failure> {
        let diagnostics = self.diagnostics()?;
        picture::source(out, &self.example.text, &diagnostics)?;
        let codes: Vec<&str> = diagnostics.iter().filter_map(code).collect();
        let as_expected = codes == ["unknown-role", "unknown-tag", "tag-used-as-machine"];
        expect("the diagnostics of the example", as_expected, &json!(codes))
    }

    fn hover(&mut self, out: &mut impl Write) -> Result<(), Failure> {
        let at = self.example.position("roles.client.tags = [ \"", "backup");
        let hover = self.client.ask_at("textDocument/hover", &self.example.path(), at)?;
        let text = hover.pointer("/contents/value").and_then(Value::as_str).unwrap_or_default();
        picture::popup(out, &text.lines().collect::<Vec<_>>())?;
        let as_expected = text.contains("\njon ") && text.contains("\nsara ");
        expect("the hover of a tag", as_expected, &hover)
    }

    fn completion(&mut self, out: &mut impl Write) -> Result<(), Failure> {
        let (line, _) = self.example.position("roles.servr", "");
        let begun = "      roles.";
        self.edit(((line, 0), (line, 0)), &format!("{begun}\n"))?;
        let column = u32::try_from(begun.len()).unwrap_or_default();
        let path = self.example.path();
        let items = self.client.ask_at("textDocument/completion", &path, (line, column))?;
        self.edit(((line, 0), (line + 1, 0)), "")?;
        let text = |item: &Value, key| item.get(key).and_then(Value::as_str).map(str::to_owned);
        let rows: Vec<(String, String)> = items
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|item| Some((text(item, "label")?, text(item, "detail")?)))
            .collect();
        picture::list(out, begun.trim_start(), &rows)?;
        let mut labels: Vec<&str> = rows.iter().map(|(label, _)| label.as_str()).collect();
        labels.sort_unstable();
        expect("the completion of a role", labels == ["client", "server"], &items)
    }

    fn correction(&mut self, out: &mut impl Write) -> Result<(), Failure> {
        let corrections = [
            ("roles.", "servr", "server"),
            ("roles.server.tags = [ \"", "laptops", "laptop"),
            ("roles.client.", "machines.all", "tags.all"),
        ];
        for (before, wrong, right) in corrections {
            let start = self.example.position(before, wrong);
            let length = u32::try_from(wrong.len()).unwrap_or_default();
            self.edit((start, (start.0, start.1 + length)), right)?;
            picture::correction(out, wrong, right)?;
        }
        let diagnostics = self.diagnostics()?;
        expect(
            "the diagnostics of the corrected example",
            diagnostics.is_empty(),
            &json!(diagnostics),
        )
    }

    /// The errors and warnings; hints are drawn faintly by editors, and not at all here.
    fn diagnostics(&mut self) -> Result<Vec<Value>, Failure> {
        let mut told = self.client.diagnostics(&self.example.path(), self.version)?;
        told.retain(|it| it.get("severity").and_then(Value::as_u64) <= Some(2));
        Ok(told)
    }

    fn edit(&mut self, range: ((u32, u32), (u32, u32)), text: &str) -> Result<(), Failure> {
        self.version += 1;
        self.example.edit(range, text);
        Ok(self.client.edit(&self.example.path(), self.version, range, text)?)
    }
}

fn code(diagnostic: &Value) -> Option<&str> {
    diagnostic.get("code")?.as_str()
}

fn expect(asked: &'static str, as_expected: bool, got: &Value) -> Result<(), Failure> {
    if as_expected { Ok(()) } else { Err(Failure::Answer { asked, got: got.to_string() }) }
}
