//! The features that are on: announced at the start and, where the client can be told later,
//! registered and unregistered as the settings change.
//!
//! Everything is read off the capabilities as they are announced when all features are on: a feature
//! is announced by the field that is named for it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use serde_json::{Map, Value, json};
use tower_lsp::Client;
use tower_lsp::ls_types::{ClientCapabilities, Registration, ServerCapabilities, Unregistration};

use super::world::World;
use crate::configuration::FEATURES;

/// What was announced.
#[derive(Default)]
pub(super) struct Features(OnceLock<Announced>);

struct Announced {
    /// How each feature is announced that the server has.
    offered: BTreeMap<&'static str, Value>,
    /// Those that were on at the start.
    from_start: BTreeSet<&'static str>,
    /// Those that the client can be told of later.
    registrable: BTreeSet<&'static str>,
}

impl Features {
    /// Leaves only what is enabled in what is to be announced.
    pub(super) fn announce(
        &self,
        capabilities: &mut ServerCapabilities,
        client: &ClientCapabilities,
        enables: impl Fn(&str) -> bool,
    ) {
        let mut fields = to_fields(capabilities);
        let client = to_fields(client);
        let (mut offered, mut from_start) = (BTreeMap::new(), BTreeSet::new());
        for feature in FEATURES {
            let field = Names::of(feature).field;
            let Some(provider) = fields.get(&field).cloned() else { continue };
            offered.insert(feature, provider);
            if enables(feature) {
                from_start.insert(feature);
            } else {
                fields.remove(&field);
            }
        }
        let registrable = FEATURES.into_iter().filter(|it| Names::of(it).is_registrable(&client));
        let registrable = registrable.collect();
        self.0.get_or_init(|| Announced { offered, from_start, registrable });
        match serde_json::from_value(Value::Object(fields)) {
            Ok(enabled) => *capabilities = enabled,
            Err(error) => tracing::error!("features that are off are announced: {error}"),
        }
    }

    /// Tells the client of features that are turned on or off, until the server ends.
    pub(super) async fn follow(self: Arc<Features>, client: Client, world: Arc<World>) {
        let mut registered = BTreeSet::new();
        loop {
            let Some(announced) = self.0.get() else { return };
            world.trace.configure(world.configured_trace());
            let wanted = announced.to_register(|feature| world.enables(feature));
            let new: Vec<_> = wanted.difference(&registered).copied().collect();
            let gone: Vec<_> = registered.difference(&wanted).copied().collect();
            let told = announced.tell(&client, &new, &gone).await;
            if let Err(error) = told {
                tracing::warn!("the client does not take what is turned on or off: {error}");
            }
            registered = wanted;
            world.configured.notified().await;
        }
    }
}

impl Announced {
    /// What is on now, and was off at the start.
    fn to_register(&self, enables: impl Fn(&str) -> bool) -> BTreeSet<&'static str> {
        let late = self.offered.keys().filter(|it| !self.from_start.contains(*it));
        let late = late.filter(|it| self.registrable.contains(*it) && enables(it));
        late.copied().collect()
    }

    async fn tell(
        &self,
        client: &Client,
        new: &[&'static str],
        gone: &[&'static str],
    ) -> tower_lsp::jsonrpc::Result<()> {
        if !new.is_empty() {
            let registrations = new.iter().filter_map(|feature| self.registration(feature));
            client.register_capability(registrations.collect()).await?;
        }
        if !gone.is_empty() {
            let gone = gone.iter().map(|feature| Unregistration {
                id: id(feature),
                method: Names::of(feature).method,
            });
            client.unregister_capability(gone.collect()).await?;
        }
        Ok(())
    }

    fn registration(&self, feature: &str) -> Option<Registration> {
        let mut options = match self.offered.get(feature)? {
            Value::Object(options) => options.clone(),
            _ => Map::new(),
        };
        let names = Names::of(feature);
        if names.is_about_documents() {
            // Of the documents that the client opens with this server.
            options.insert("documentSelector".to_owned(), Value::Null);
        }
        Some(Registration {
            id: id(feature),
            method: names.method,
            register_options: Some(Value::Object(options)),
        })
    }
}

fn id(feature: &str) -> String {
    format!("feature/{feature}")
}

/// What a feature is called in the protocol.
struct Names {
    method: String,
    /// Among the server's capabilities.
    field: String,
    /// Among the client's.
    client: [String; 2],
}

impl Names {
    fn of(feature: &str) -> Names {
        let name = camel_case(feature);
        let (method, field) = match feature {
            "call_hierarchy" => ("textDocument/prepareCallHierarchy".to_owned(), name.clone()),
            "formatting" => (format!("textDocument/{name}"), "documentFormatting".to_owned()),
            "symbol" => ("workspace/symbol".to_owned(), "workspaceSymbol".to_owned()),
            _ => (format!("textDocument/{name}"), name.clone()),
        };
        let part = if feature == "symbol" { "workspace" } else { "textDocument" };
        Names { method, field: format!("{field}Provider"), client: [part.to_owned(), name] }
    }

    fn is_about_documents(&self) -> bool {
        self.method.starts_with("textDocument/")
    }

    fn is_registrable(&self, client: &Map<String, Value>) -> bool {
        let [part, name] = &self.client;
        let capability = client.get(part).and_then(|part| part.get(name));
        capability.and_then(|it| it.get("dynamicRegistration")) == Some(&json!(true))
    }
}

fn camel_case(feature: &str) -> String {
    let mut words = feature.split('_');
    let mut name = words.next().unwrap_or_default().to_owned();
    for word in words {
        let (initial, rest) = word.split_at_checked(1).unwrap_or((word, ""));
        name.push_str(&initial.to_uppercase());
        name.push_str(rest);
    }
    name
}

fn to_fields(value: &impl serde::Serialize) -> Map<String, Value> {
    match serde_json::to_value(value) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{capabilities, client_facts::ClientFacts};
    use super::*;

    fn announced(enables: impl Fn(&str) -> bool) -> (Value, Announced) {
        let features = Features::default();
        let mut capabilities = capabilities::announce(ClientFacts::default()).capabilities;
        let dynamic = json!({ "textDocument": { "hover": { "dynamicRegistration": true } } });
        let client = serde_json::from_value(dynamic).unwrap();
        features.announce(&mut capabilities, &client, enables);
        (serde_json::to_value(capabilities).unwrap(), features.0.into_inner().unwrap())
    }

    #[test]
    fn what_is_on_is_announced_as_it_is() {
        let all = capabilities::announce(ClientFacts::default()).capabilities;
        let (announced, features) = announced(|_| true);
        assert_eq!(announced, serde_json::to_value(all).unwrap());
        // Else a name is not the protocol's.
        assert!(features.offered.contains_key("hover"));
        let known: Vec<_> = FEATURES.iter().map(|it| Names::of(it).field).collect();
        // Commands go with what offers them.
        let fields = announced.as_object().unwrap().keys();
        for field in fields.filter(|it| *it != "executeCommandProvider") {
            assert!(!field.ends_with("Provider") || known.contains(field), "{field}");
        }
    }

    #[test]
    fn what_is_turned_on_later_is_registered_where_the_client_can() {
        let (off, features) = announced(|feature| !["hover", "definition"].contains(&feature));
        assert_eq!(
            (&off["hoverProvider"], &off["definitionProvider"]),
            (&json!(null), &json!(null))
        );
        assert_eq!(off["documentSymbolProvider"], true);
        assert_eq!(features.to_register(|_| true), BTreeSet::from(["hover"]));
        assert_eq!(features.to_register(|feature| feature != "hover"), BTreeSet::new());
    }

    #[test]
    fn names_are_the_protocols() {
        let names = Names::of("folding_range");
        assert_eq!(
            (&*names.method, &*names.field),
            ("textDocument/foldingRange", "foldingRangeProvider")
        );
        assert_eq!(Names::of("symbol").field, "workspaceSymbolProvider");
        assert_eq!(Names::of("formatting").field, "documentFormattingProvider");
    }
}
