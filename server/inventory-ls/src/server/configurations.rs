//! The configuration of each folder that is looked at: its file's settings under the client's.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use ide::Disk;
use serde_json::Value;

use crate::configuration::{self, Configuration, File, Settings};

/// The section of a client's settings that is ours.
pub(super) const SECTION: &str = "inventory-ls";

/// Sections of servers in whose place we may have been started: then they are not meant for us.
const NEIGHBOURS: [&str; 2] = ["nil", "nixd"];

/// All configurations. Files are read when they are first asked for, and again when told to.
pub(super) struct Configurations {
    disk: Arc<dyn Disk>,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// The folder that paths in the client's settings start from.
    folder: PathBuf,
    /// What the client said at the start.
    initial: Settings,
    /// What it said last.
    current: Settings,
    /// What it said last of folders of its workspace.
    of_folders: BTreeMap<PathBuf, Settings>,
    /// By folder.
    known: HashMap<PathBuf, Arc<Configured>>,
    /// The inputs that the analysis was told of, by the flake's folder.
    inputs: HashMap<PathBuf, BTreeMap<String, PathBuf>>,
    /// What is wrong with the client's settings, and was not told yet.
    news: Vec<String>,
    told: BTreeSet<String>,
}

/// What counts in a folder.
#[derive(Default)]
pub(super) struct Configured {
    pub(super) configuration: Configuration,
    pub(super) file: Option<File>,
}

impl Configurations {
    pub(super) fn new(disk: Arc<dyn Disk>) -> Configurations {
        Configurations { disk, state: Mutex::default() }
    }

    /// Takes the client's first settings; paths in them start from `folder`.
    pub(super) fn initialize(&self, folder: Option<&Path>, options: &Value) {
        let mut state = self.state();
        state.folder = folder.map(Path::to_owned).unwrap_or_default();
        state.initial = state.read(options, None, &*self.disk);
        state.known.clear();
    }

    /// Takes the client's new settings, in the place of those before: of a folder of its workspace,
    /// or those that count where it has none for the folder.
    pub(super) fn change(&self, folder: Option<&Path>, settings: &Value) {
        let mut state = self.state();
        let settings = state.read(settings, folder, &*self.disk);
        match folder {
            Some(folder) => {
                state.of_folders.insert(folder.to_owned(), settings);
            }
            None => state.current = settings,
        }
        state.known.clear();
    }

    /// Other folders than these are not the client's any more.
    pub(super) fn forget_folders_but(&self, folders: &[PathBuf]) {
        self.state().of_folders.retain(|folder, _| folders.contains(folder));
    }

    /// What counts where there are no files.
    pub(super) fn of_client(&self) -> Configuration {
        let state = self.state();
        Configuration::of(&state.folder, [&state.initial, &state.current])
    }

    /// Files may have changed: they are read anew when they are next asked for.
    pub(super) fn forget_files(&self) {
        self.state().known.clear();
    }

    /// Where the source of an input lies, of the flake in a folder.
    pub(super) fn input(&self, flake: &Path, name: &str) -> Option<PathBuf> {
        let inputs = self.inputs(flake);
        let input = inputs.get(name).cloned();
        // What was told first counts until it is asked whether it is another.
        self.state().inputs.entry(flake.to_owned()).or_insert(inputs);
        input
    }

    /// Where the sources of inputs lie now, if that is elsewhere than the analysis was told.
    pub(super) fn other_inputs(&self) -> Option<Vec<PathBuf>> {
        let told = self.state().inputs.clone();
        let now: HashMap<_, _> =
            told.keys().map(|flake| (flake.clone(), self.inputs(flake))).collect();
        if now == told {
            return None;
        }
        let folders = now.values().flat_map(BTreeMap::values).cloned().collect();
        self.state().inputs.extend(now);
        Some(folders)
    }

    fn inputs(&self, flake: &Path) -> BTreeMap<String, PathBuf> {
        self.of(&flake.join("flake.nix")).configuration.inputs.clone()
    }

    /// What counts for a file, by the folder that it is in: nothing has to be evaluated for that.
    pub(super) fn of(&self, file: &Path) -> Arc<Configured> {
        let folder = file.parent().unwrap_or(file);
        let mut state = self.state();
        if let Some(known) = state.known.get(folder) {
            return known.clone();
        }
        let root = configuration::root_of(&*self.disk, folder);
        let file = File::find(&*self.disk, folder, root);
        let base = file.as_ref().map_or(root, File::folder);
        let settings = file.iter().map(|file| &file.settings);
        let of_folder = state.of_folders.iter().filter(|(path, _)| folder.starts_with(path));
        let of_folder = of_folder.map(|(_, settings)| settings);
        let layers = settings.chain([&state.initial, &state.current]).chain(of_folder);
        let configured = Configured { configuration: Configuration::of(base, layers), file };
        let configured = Arc::new(configured);
        state.known.insert(folder.to_owned(), configured.clone());
        configured
    }

    /// What is wrong with the client's settings; each mistake is news once.
    pub(super) fn news(&self) -> Option<String> {
        let mut state = self.state();
        let State { news, told, .. } = &mut *state;
        let news: Vec<_> = news.drain(..).filter(|mistake| told.insert(mistake.clone())).collect();
        let message = format!("In the settings of inventory-ls: {}", news.join("; "));
        (!news.is_empty()).then_some(message)
    }

    /// A panic while it was held left it whole: each change is an assignment.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// Paths start from the folder that the settings are of.
    fn read(&mut self, settings: &Value, folder: Option<&Path>, disk: &dyn Disk) -> Settings {
        let (mut settings, mut problems) = Settings::from_json(section(settings));
        problems.extend(settings.find_inputs(folder.unwrap_or(&self.folder), disk));
        self.news.extend(problems.into_iter().map(|problem| problem.message));
        settings
    }
}

/// Our part of a client's settings, which may be all of them.
fn section(settings: &Value) -> &Value {
    match settings.get(SECTION) {
        Some(section) => section,
        None if NEIGHBOURS.iter().any(|name| settings.get(name).is_some()) => &Value::Null,
        None => settings,
    }
}

#[cfg(test)]
mod tests {
    use ide::{Code, Diagnostic, MemoryDisk, Severity, TextRange};
    use serde_json::json;

    use super::*;

    fn configurations() -> Configurations {
        let mut disk = MemoryDisk::default();
        disk.insert("/fleet/inventory-ls.toml", "diagnostics.unknown-tag = \"error\"");
        Configurations::new(Arc::new(disk))
    }

    /// As how grave an unknown tag is told.
    fn severity(configurations: &Configurations) -> Option<Severity> {
        let configured = configurations.of(Path::new("/fleet/clan.nix"));
        let diagnostic = Diagnostic {
            code: Code::UnknownTag,
            severity: Severity::Warning,
            range: TextRange::default(),
            message: String::new(),
            related: Vec::new(),
            misspelt: None,
        };
        let told = configured.configuration.judge(Path::new("/fleet/clan.nix"), vec![diagnostic]);
        told.first().map(|diagnostic| diagnostic.severity)
    }

    #[test]
    fn a_client_is_stronger_than_a_file() {
        let configurations = configurations();
        assert_eq!(severity(&configurations), Some(Severity::Error));
        let hint = json!({ "diagnostics": { "unknown-tag": "hint" } });
        configurations.initialize(None, &hint);
        assert_eq!(severity(&configurations), Some(Severity::Hint));
        let off = json!({ "inventory-ls": { "diagnostics": { "unknown-tag": "off" } } });
        configurations.change(None, &off);
        assert_eq!(severity(&configurations), None);
        configurations.change(None, &Value::Null);
        assert_eq!(severity(&configurations), Some(Severity::Hint));
    }

    #[test]
    fn a_mistake_of_the_client_is_told_once() {
        let configurations = configurations();
        let wrong = json!({ "colour": true, "inputs": { "core": "nowhere" } });
        configurations.initialize(Some(Path::new("/fleet")), &wrong);
        let expected = "In the settings of inventory-ls: `colour`: no such setting; \
                        `inputs.core`: there is no folder `/fleet/nowhere`";
        assert_eq!(configurations.news().as_deref(), Some(expected));
        configurations.change(None, &wrong);
        assert_eq!(configurations.news(), None);
        // One mistake more is told alone.
        configurations.change(None, &json!({ "colour": true, "size": 1 }));
        let expected = "In the settings of inventory-ls: `size`: no such setting";
        assert_eq!(configurations.news().as_deref(), Some(expected));
    }

    #[test]
    fn settings_of_a_folder_count_for_it() {
        let configurations = configurations();
        let hint = json!({ "diagnostics": { "unknown-tag": "hint" } });
        configurations.change(Some(Path::new("/other")), &hint);
        assert_eq!(severity(&configurations), Some(Severity::Error));
        configurations.change(Some(Path::new("/fleet")), &hint);
        assert_eq!(severity(&configurations), Some(Severity::Hint));
    }

    #[test]
    fn what_is_for_others_is_no_mistake() {
        let configurations = configurations();
        configurations.change(None, &json!({ "nil": { "formatting": { "command": ["nixfmt"] } } }));
        assert_eq!(configurations.news(), None);
    }
}
