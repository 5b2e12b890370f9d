//! `workspace/configuration`: the client's settings, and telling it what is wrong in them.

use std::path::PathBuf;
use std::sync::Arc;

use tower_lsp::Client;
use tower_lsp::ls_types::{ConfigurationItem, MessageType, Registration, Uri};

use super::configurations::SECTION;
use super::world::World;

/// Asks the client for its settings, if it can be asked, and tells what is wrong in those that it
/// gave by any way.
pub(super) async fn fetch(client: Client, world: Arc<World>) {
    if world.client().is_some_and(|facts| facts.has_settings) {
        let (folders, items): (Vec<_>, Vec<_>) = questions(world.folders()).into_iter().unzip();
        match client.configuration(items).await {
            // Null is what a client answers that has its settings elsewhere, and pushes them.
            Ok(sections) => {
                let answers = folders.iter().zip(&sections);
                answers.filter(|(_, settings)| !settings.is_null()).for_each(
                    |(folder, settings)| {
                        world.configure(folder.as_deref(), settings);
                    },
                );
            }
            Err(error) => tracing::warn!("the client does not tell its settings: {error}"),
        }
    }
    if let Some(news) = world.configurations.news() {
        client.show_message(MessageType::WARNING, news).await;
    }
}

/// What is asked: the settings of the whole and, where there are several folders, those of each.
fn questions(folders: Vec<PathBuf>) -> Vec<(Option<PathBuf>, ConfigurationItem)> {
    let item = |scope_uri| ConfigurationItem { scope_uri, section: Some(SECTION.to_owned()) };
    let mut questions = vec![(None, item(None))];
    if folders.len() > 1 {
        questions.extend(folders.into_iter().map(|folder| {
            let uri = Uri::from_file_path(&folder);
            (Some(folder), item(uri))
        }));
    }
    questions
}

/// What the client has to know to tell of changes.
pub(super) fn registration() -> Registration {
    Registration {
        id: "settings".to_owned(),
        method: "workspace/didChangeConfiguration".to_owned(),
        register_options: Some(serde_json::json!({ "section": SECTION })),
    }
}
