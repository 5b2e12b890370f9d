//! `textDocument/definition`

use tower_lsp::ls_types::{GotoDefinitionResponse, Location, LocationLink, Position, Range};

use super::backend::Asked;

pub(super) fn definition(asked: &Asked, at: Position) -> Option<GotoDefinitionResponse> {
    let (analysis, place) = (&asked.snapshot.analysis, asked.place(at));
    let definition = analysis.definition(place).or_else(|| {
        // Where another server links paths, it also goes where they lead.
        asked.links_paths().then(|| analysis.path_definition(place))?
    })?;
    let targets = definition.targets.iter();
    let locations = targets.filter_map(|&target| asked.snapshot.location(target));
    if !asked.snapshot.client.definition_links {
        return Some(GotoDefinitionResponse::Array(locations.collect()));
    }
    // A link tells which text was asked about: an editor would take `a.b` for two words.
    let origin = asked.range(definition.range);
    let links = locations.map(|location| link(origin, location));
    Some(GotoDefinitionResponse::Link(links.collect()))
}

fn link(origin: Range, location: Location) -> LocationLink {
    LocationLink {
        origin_selection_range: Some(origin),
        target_uri: location.uri,
        target_range: location.range,
        target_selection_range: location.range,
    }
}
