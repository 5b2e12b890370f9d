//! A whole new instance: one proposal for each service, as a snippet that asks for the rest.

use inventory::{Clan, Provider, Usable};
use smol_str::SmolStr;

use super::snippet::{choice, literal};
use super::{CompletionKind, Insert, Proposal};
use crate::Analysis;
use crate::spelling::{as_key, as_string, free_name};
use crate::subject::is_built_in;

/// More tags or machines than these are not offered one by one: any can be typed.
const MOST: usize = 10;

/// An instance of each service in reach, those of this clan first.
pub(super) fn instances(analysis: &Analysis, clan: &Clan) -> Vec<Proposal> {
    let members = members(clan);
    let core = core_input(clan);
    let proposals = analysis.reach(clan).all().into_iter().map(|usable| {
        let Usable { name, provider, service } = usable;
        let input = match &provider {
            Provider::Own => Some("self"),
            Provider::ClanCore => core,
            Provider::Input(input) => Some(input.as_str()),
        };
        let mut roles: Vec<String> =
            service.roles.keys().map(|role| literal(&as_key(role))).collect();
        if roles.is_empty() {
            roles.push("${2:default}".to_owned());
        }
        let text = snippet(clan, (&name, input), &roles, &members);
        let about = service.description.trim().lines().next().unwrap_or_default();
        let detail = match about {
            "" => format!("a service of {}", service.source),
            about => about.to_owned(),
        };
        Proposal {
            insert: Insert::Snippet(text),
            detail: Some(detail),
            documentation: Some(format!("source: {}", service.source)),
            ..Proposal::name(name, CompletionKind::Instance)
        }
    });
    proposals.collect()
}

/// How this clan writes that a service is clan-core's: one that never names the input keeps to that,
/// for clan-core takes the two spellings for two services.
fn core_input(clan: &Clan) -> Option<&str> {
    let core = clan.core.input.as_deref().unwrap_or("clan-core");
    let mut inputs = clan.instances.values().filter_map(|it| it.module.input.as_ref());
    let unnamed = clan.instances.values().any(|it| it.module.input == Some(None));
    let named = inputs.any(|input| input.as_deref() == Some(core));
    (named || !unnamed).then_some(core)
}

/// The text of an instance; a role is given as text of a snippet.
fn snippet(
    clan: &Clan,
    (service, input): (&SmolStr, Option<&str>),
    roles: &[String],
    members: &str,
) -> String {
    let name = literal(&as_key(&free_name(service, |name| clan.instances.contains_key(name))));
    let mut text = format!("${{1:{name}}} = {{\n");
    text += &format!("  module.name = {};\n", literal(&as_string(service)));
    if let Some(input) = input {
        text += &format!("  module.input = {};\n", literal(&as_string(input)));
    }
    // The numbers are the order in which the cursor visits: a role's own name takes one.
    let mut stop = 2;
    for role in roles {
        stop += usize::from(role.starts_with("${"));
        text += &format!("  roles.{role}.${{{stop}{members}}};\n");
        stop += 1;
    }
    text + "};$0"
}

/// What a role can be given to: the rest of a placeholder that offers each.
fn members(clan: &Clan) -> String {
    let tags = clan.tag_names();
    let carried = |own: bool| {
        let tags = tags.iter().filter(move |tag| is_built_in(tag) != own);
        tags.take(MOST).map(|tag| format!("tags = [ {} ]", as_string(tag)))
    };
    let machines = clan.machines.keys().take(MOST);
    let machines = machines.map(|name| format!("machines.{} = {{ }}", as_key(name)));
    let choices: Vec<String> = carried(true).chain(carried(false)).chain(machines).collect();
    let choices: Vec<String> = choices.iter().map(|text| choice(text)).collect();
    if choices.is_empty() {
        format!(":{}", literal("tags = [ \"all\" ]"))
    } else {
        format!("|{}|", choices.join(","))
    }
}
