//! `workspace/configuration`: the client's settings, and telling it what is wrong in them.

use std::sync::Arc;

use tower_lsp::Client;
use tower_lsp::ls_types::{ConfigurationItem, MessageType, Registration};

use super::configurations::SECTION;
use super::world::World;

/// Asks the client for its settings, if it can be asked, and tells what is wrong in those that it
/// gave by any way.
pub(super) async fn fetch(client: Client, world: Arc<World>) {
    if world.client().is_some_and(|facts| facts.has_settings) {
        let item = ConfigurationItem { scope_uri: None, section: Some(SECTION.to_owned()) };
        match client.configuration(vec![item]).await {
            // Null is what a client answers that has its settings elsewhere, and pushes them.
            Ok(sections) => sections.iter().filter(|it| !it.is_null()).for_each(|settings| {
                world.configure(settings);
            }),
            Err(error) => tracing::warn!("the client does not tell its settings: {error}"),
        }
    }
    if let Some(news) = world.configurations.news() {
        client.show_message(MessageType::WARNING, news).await;
    }
}

/// What the client has to know to tell of changes.
pub(super) fn registration() -> Registration {
    Registration {
        id: "settings".to_owned(),
        method: "workspace/didChangeConfiguration".to_owned(),
        register_options: Some(serde_json::json!({ "section": SECTION })),
    }
}
