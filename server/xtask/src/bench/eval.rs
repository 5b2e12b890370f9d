//! `cargo xtask bench eval`: what a keystroke costs until the index is there, and what building all
//! of it anew costs.
//!
//! The steps are measured one by one: the tree's edit, lowering, evaluation to the names of machines
//! and instances, and the index with all the evaluation that it asks for; then all of it together.
//! Behind that stands what the analysis of an editor takes for the same keystroke, diagnostics
//! included.

mod world;

use std::error::Error;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use ide::{AnalysisHost, MemoryDisk};
use inventory::{Clan, Extent};
use syntax::{Parse, TextEdit, TextRange, TextSize};

use self::world::{World, outline};
use super::{
    clan::{clan, clan_in_files},
    timing::{median, shown, time},
};

/// So many characters are typed, and erased again.
const STROKES: usize = 20;
/// So often an evaluation is measured by itself.
const EVALUATIONS: usize = 10;
/// So often everything is built anew.
const REBUILDS: usize = 5;
/// The files of the clan that is spread over many.
const FILES: usize = 1_000;

/// Prints a table: a column for each number of machines, and one for the most of them over many
/// files; a row for what is measured.
///
/// # Errors
/// A clan is not what it should be.
pub(super) fn run(machines: &[usize]) -> Result<(), Box<dyn Error>> {
    let most = machines.iter().max().copied().unwrap_or_default();
    let mut columns = Vec::new();
    for &count in machines {
        let files = vec![("clan.nix".to_owned(), clan(count))];
        columns.push((format!("{count} machines"), column(&files)?));
    }
    columns.push((format!("in {FILES} files"), column(&clan_in_files(most, FILES))?));
    print!("{:<34}", "median ms");
    columns.iter().for_each(|(name, _)| print!("{name:>18}"));
    println!();
    let rows = columns.first().map_or(0, |(_, rows)| rows.len());
    for row in 0..rows {
        let cells: Vec<_> = columns.iter().filter_map(|(_, rows)| rows.get(row)).collect();
        print!("{:<34}", cells.first().map_or("", |(name, _)| name));
        cells.iter().for_each(|(_, shown)| print!("{shown:>18}"));
        println!();
    }
    Ok(())
}

type Row = (String, String);

/// Where characters are typed: what stands before them.
const PLACES: [(&str, &str); 2] =
    [("a tag", "tags = [ \"laptop"), ("a setting", "startAt = \"*-*-* ")];

fn column(files: &[(String, String)]) -> Result<Vec<Row>, Box<dyn Error>> {
    let anew = anew(files);
    let mut rows = Vec::new();
    for (what, before) in PLACES {
        let stroke = Stroke::find(files, before).ok_or("the clan lacks what is edited")?;
        let steps = stroke.steps(files)?;
        let ratio = anew.total().as_secs_f64() / steps.total().as_secs_f64();
        rows.extend(steps.rows(&format!("{what}: ")));
        rows.push((format!("{what}: times as fast as anew"), format!("{ratio:.1}")));
        let analysis = stroke.analysis(files)?;
        rows.push((format!("{what}: with diagnostics"), shown(analysis)));
    }
    rows.extend(anew.rows("anew: "));
    Ok(rows)
}

/// What each step takes by itself, each time, and all together.
#[derive(Default)]
struct Steps {
    parse: Vec<Duration>,
    lower: Vec<Duration>,
    evaluate: Vec<Duration>,
    index: Vec<Duration>,
    all: Vec<Duration>,
}

impl Steps {
    /// What is left of the names is told by itself: what frees much memory slows down what comes
    /// next.
    fn evaluate(&mut self, world: &World) {
        self.evaluate = (0..EVALUATIONS).map(|_| time(|| outline(world)).0).collect();
    }

    fn total(&self) -> Duration {
        median(self.all.clone())
    }

    fn rows(&self, before: &str) -> Vec<Row> {
        let row = |name: &str, times: &[Duration]| {
            (format!("{before}{name}"), shown(median(times.to_owned())))
        };
        vec![
            row("tree", &self.parse),
            row("lower", &self.lower),
            row("evaluate to names", &self.evaluate),
            row("evaluate and index", &self.index),
            row("all", &self.all),
        ]
    }
}

fn index(world: &World, previous: Option<Arc<Clan>>) -> Arc<Clan> {
    Arc::new(inventory::build(world, Path::new("/clan.nix"), Extent::Whole, previous))
}

/// Everything from the texts, again and again.
fn anew(files: &[(String, String)]) -> Steps {
    let mut steps = Steps::default();
    for _ in 0..REBUILDS {
        let (took, parsed) = time(|| World::parse(files));
        steps.parse.push(took);
        let (took, world) = time(|| World::lower(&parsed));
        steps.lower.push(took);
        if steps.evaluate.is_empty() {
            steps.evaluate(&world);
        }
        steps.index.push(time(|| index(&world, None)).0);
        drop(world);
        steps.all.push(time(|| index(&World::lower(&World::parse(files)), None)).0);
    }
    steps
}

/// A character that is typed and erased, again and again.
struct Stroke {
    file: String,
    at: TextSize,
}

impl Stroke {
    fn find(files: &[(String, String)], before: &str) -> Option<Stroke> {
        // The tag is that of the machine which benches edit, if the file has it.
        let place = |text: &str| {
            let machine = text.find("bench-machine = {").unwrap_or_default();
            let at = text.get(machine..)?.find(before).or_else(|| text.find(before));
            at.map(|at| machine + at + before.len())
        };
        let preferred = files
            .iter()
            .find(|(_, text)| text.contains("bench-machine = {") && text.contains(before));
        let file = preferred.or_else(|| files.iter().find(|(_, text)| text.contains(before)))?;
        let at = u32::try_from(place(&file.1)?).ok()?;
        Some(Stroke { file: file.0.clone(), at: TextSize::new(at) })
    }

    fn edits(&self) -> impl Iterator<Item = TextEdit> {
        let typed = TextEdit { delete: TextRange::empty(self.at), insert: "8".to_owned() };
        let erased =
            TextEdit { delete: TextRange::at(self.at, TextSize::new(1)), insert: String::new() };
        [typed, erased].into_iter().cycle().take(2 * STROKES)
    }

    /// Each step of each keystroke.
    fn steps(&self, files: &[(String, String)]) -> Result<Steps, Box<dyn Error>> {
        let mut world = World::lower(&World::parse(files));
        let mut parse = self.parse_of(files)?;
        world.edit(&self.file, &parse);
        let mut steps = Steps::default();
        for edit in self.edits() {
            let (took, edited) = time(|| parse.edit(&edit));
            steps.parse.push(took);
            steps.lower.push(time(|| world.edit(&self.file, &edited)).0);
            parse = edited;
        }
        steps.evaluate(&world);
        let mut clan = index(&world, None);
        for edit in self.edits() {
            let (took, (edited, index)) = time(|| {
                let edited = parse.edit(&edit);
                world.edit(&self.file, &edited);
                let (took, index) = time(|| index(&world, Some(clan.clone())));
                (edited, (took, index))
            });
            steps.all.push(took);
            steps.index.push(index.0);
            (parse, clan) = (edited, index.1);
        }
        Ok(steps)
    }

    /// What the analysis takes from the edit to the clan, with the diagnostics of all its files.
    fn analysis(&self, files: &[(String, String)]) -> Result<Duration, Box<dyn Error>> {
        let mut disk = MemoryDisk::default();
        files.iter().for_each(|(name, text)| disk.insert(format!("/{name}"), text.clone()));
        let mut host = AnalysisHost::new(Arc::new(disk));
        let path = Path::new("/").join(&self.file);
        let mut parse = self.parse_of(files)?;
        host.open(path.clone(), parse.clone());
        host.snapshot().clan(&path).ok_or("there is no clan")?;
        let mut times = Vec::new();
        for edit in self.edits() {
            let (took, edited) = time(|| {
                let edited = parse.edit(&edit);
                host.open(path.clone(), edited.clone());
                host.snapshot().clan(&path);
                edited
            });
            times.push(took);
            parse = edited;
        }
        Ok(median(times))
    }

    fn parse_of(&self, files: &[(String, String)]) -> Result<Parse, Box<dyn Error>> {
        let file = files.iter().find(|(name, _)| *name == self.file);
        Ok(syntax::parse(&file.ok_or("the file is gone")?.1))
    }
}
