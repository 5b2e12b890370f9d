//! What is wrong with a service's own module.

use eval::{Children, Definitions, Evaluator, FileRange, OptionPath, Submodule, Value};
use smol_str::SmolStr;
use syntax::TextRange;

use super::print::{names_of, string};
use crate::catalogue::{Service, ServiceMistake, ServiceMistakeKind};

/// The class that a service's module has, if it names one.
const CLASS: &str = "clan.service";

/// The categories that clan-core knows.
const CATEGORIES: [&str; 16] = [
    "Audio",
    "AudioVideo",
    "Desktop",
    "Development",
    "Education",
    "Game",
    "Graphics",
    "Network",
    "Office",
    "Science",
    "Settings",
    "Social",
    "System",
    "Uncategorized",
    "Utility",
    "Video",
];

/// The categories that a manifest may name.
pub fn categories() -> &'static [&'static str] {
    &CATEGORIES
}

/// A service's module as it is read.
pub(super) struct Read<'r> {
    pub(super) modules: &'r Submodule,
    pub(super) definitions: &'r Definitions,
    /// The options of its `manifest`.
    pub(super) manifest: &'r Children,
    /// Every place that names `manifest`.
    pub(super) manifest_at: Vec<FileRange>,
}

/// All that is certainly wrong with a module; `service` is what was read of it.
pub(super) fn mistakes(
    ev: &mut Evaluator<'_>,
    read: &Read<'_>,
    service: &Service,
) -> Vec<ServiceMistake> {
    let mut found = Vec::new();
    let mut add = |kind, at: Option<FileRange>| {
        found.extend(at.map(|at| ServiceMistake { kind, at }));
    };
    let beginning = beginning(ev, read.definitions);
    for class in &read.modules.classes.items {
        if let Value::String(class_name) = ev.force(class.value)
            && class_name != CLASS
        {
            let at = ev.origin(class.value).map(|origin| ev.range(origin));
            add(ServiceMistakeKind::WrongClass(class_name), at);
        }
    }
    let manifest_is_known = read.manifest.open.is_empty();
    let is_set = |name: &str| read.manifest.entries.contains_key(name);
    let manifest_at = read.manifest_at.first().copied().or(beginning);
    if manifest_is_known && !is_set("name") {
        add(ServiceMistakeKind::NoName, manifest_at);
    }
    if service.roles.is_empty() && !service.may_have_other_roles() {
        add(ServiceMistakeKind::NoRoles, beginning);
    }
    if manifest_is_known && !is_set("readme") && !read.manifest_at.is_empty() {
        add(ServiceMistakeKind::NoReadme, manifest_at);
    }
    for (name, role) in service.roles.iter().filter(|(_, role)| !role.is_described) {
        add(
            ServiceMistakeKind::RoleWithoutDescription(name.clone()),
            role.declared.first().copied(),
        );
    }
    for (category, at) in named_categories(ev, read.manifest) {
        if !CATEGORIES.contains(&category.as_str()) {
            add(ServiceMistakeKind::UnknownCategory(category), Some(at));
        }
    }
    if !service.may_have_other_roles() {
        for (role, at) in limited_roles(ev, read.manifest) {
            if !service.roles.contains_key(&role) {
                add(ServiceMistakeKind::UnknownConstraintRole(role), at);
            }
        }
    }
    found
}

/// The first character of the module.
fn beginning(ev: &mut Evaluator<'_>, definitions: &Definitions) -> Option<FileRange> {
    let first = definitions.items.first()?.value;
    let module = match ev.force(first) {
        Value::Path(file) => ev.import(&file, None),
        _ => first,
    };
    let FileRange { file, range } = ev.range(ev.origin(module)?);
    Some(FileRange { file, range: TextRange::at(range.start(), 1.into()) })
}

fn named_categories(ev: &mut Evaluator<'_>, manifest: &Children) -> Vec<(SmolStr, FileRange)> {
    let Some(definitions) = manifest.entries.get("categories") else { return Vec::new() };
    let counting = ev.discharge(definitions);
    let mut found = Vec::new();
    for definition in &counting.items {
        let Value::List(list) = ev.force(definition.value) else { continue };
        for &item in &list.items {
            let at = ev.origin(item).map(|origin| ev.range(origin));
            found.extend(string(ev, item).zip(at));
        }
    }
    found
}

/// The roles that `constraints` names.
fn limited_roles(ev: &mut Evaluator<'_>, manifest: &Children) -> Vec<(SmolStr, Option<FileRange>)> {
    let Some(constraints) = manifest.entries.get("constraints") else { return Vec::new() };
    let constraints = ev.discharge(constraints);
    let mut constraints = ev.children(&constraints, &OptionPath::ROOT);
    let roles = ev.entries(&constraints.take("roles"), &OptionPath::ROOT, false);
    let named = roles.entries.iter();
    named.map(|(name, it)| (name.clone(), names_of(ev, it).first().copied())).collect()
}
