//! Settings against the interface of their role: `invalid-settings`, `unknown-setting`,
//! `wrong-setting-type`.

use inventory::{
    Instance, KnownService, Local, OptionMistake, OptionMistakeKind, Role, ServiceSource,
    WrittenDefinition, WrittenValue, check,
};
use smol_str::SmolStr;

use super::judgement::mild_judgement;
use super::suggestion::listed;
use super::{Code, Findings, Misspelt, Subject};

/// The names in a module that are not its options.
const MODULE_KEYS: [&str; 8] =
    ["_class", "_file", "_module", "key", "disabledModules", "freeformType", "options", "meta"];

pub(super) fn of_instance(subject: Subject<'_>, instance: &Instance, findings: &mut Findings) {
    if instance.roles.values().all(|role| role.all_settings().next().is_none()) {
        return;
    }
    let is_guess = subject.clan.has_other_core();
    let service = subject.reach.service(&instance.module);
    for (name, role) in &instance.roles {
        let judge = Judge { instance, service: service.as_ref(), role: name, is_guess };
        judge.role(role, findings);
    }
}

#[derive(Clone, Copy)]
struct Judge<'j> {
    instance: &'j Instance,
    service: Option<&'j KnownService>,
    role: &'j str,
    /// Does the catalogue speak of another clan-core than the clan's?
    is_guess: bool,
}

impl Judge<'_> {
    fn role(self, role: &Role, findings: &mut Findings) {
        for settings in role.all_settings() {
            for definition in &settings.definitions {
                self.settings(definition, findings);
            }
        }
    }

    fn settings(self, definition: &WrittenDefinition, findings: &mut Findings) {
        let WrittenValue::Set { entries, .. } = &definition.value else {
            if definition.value != WrittenValue::Unknown {
                let found = definition.value.describe();
                let message = format!("settings are a set of plain values, not {found}");
                self.invalid(definition, &message, findings);
            }
            return;
        };
        if let Some((_, imports)) = entries.iter().find(|(name, _)| name == "imports") {
            for definition in &imports.definitions {
                let at = definition.name.or(definition.at);
                self.refuse(at, "settings can't import modules", findings);
            }
            return;
        }
        self.functions(definition, findings);
        let known = self.service.and_then(|service| service.roles.get(self.role));
        let Some((service, role)) = self.service.zip(known) else { return };
        let mistakes = match entries.iter().find(|(name, _)| name == "config") {
            Some((_, config)) => check(&role.interface, config.entries()),
            None => check(&role.interface, entries.iter().filter(|(name, _)| is_option(name))),
        };
        self.tell(service, &mistakes, findings);
    }

    fn tell(self, service: &KnownService, mistakes: &[OptionMistake], findings: &mut Findings) {
        let (severity, note) = mild_judgement(&service.source);
        for mistake in mistakes {
            let at = self.instance.at(mistake.at);
            match &mistake.kind {
                OptionMistakeKind::Unknown { known } => {
                    let (message, misspelt) = self.unknown(mistake, known);
                    let (kind, message) =
                        ((Code::UnknownSetting, severity), format!("{message}{note}"));
                    findings.report_misspelt(kind, at, message, misspelt);
                }
                OptionMistakeKind::WrongType { expected, found, .. } => {
                    let path = mistake.path.join(".");
                    let message = format!("`{path}` takes {expected}, not {found}{note}");
                    findings.report((Code::WrongSettingType, severity), at, message);
                }
                // Only the clan's own options are checked for these.
                OptionMistakeKind::Deprecated { .. } | OptionMistakeKind::Placeholder { .. } => {}
            }
        }
    }

    fn unknown(self, mistake: &OptionMistake, known: &[SmolStr]) -> (String, Misspelt) {
        let (path, role) = (mistake.path.join("."), self.role);
        let name = mistake.path.last().map(SmolStr::as_str).unwrap_or_default();
        let known: Vec<&str> = known.iter().map(SmolStr::as_str).collect();
        let misspelt = Misspelt::among(name, known.iter().copied());
        if path == "extraModules" {
            let message = format!(
                "`extraModules` is no setting: it stands beside `settings`, in `roles.{role}`"
            );
            return (message, misspelt);
        }
        let rest = match known.as_slice() {
            _ if !misspelt.near.is_empty() => misspelt.to_string(),
            [] => "; it has none".to_owned(),
            few if few.len() <= MOST_LISTED => format!("; there is {}", listed(few, "and")),
            _ => String::new(),
        };
        let service = self.instance.module.name.as_deref().unwrap_or_default();
        (format!("the role `{role}` of `{service}` has no setting `{path}`{rest}"), misspelt)
    }

    /// Functions anywhere in a value: settings must be writable as JSON.
    fn functions(self, definition: &WrittenDefinition, findings: &mut Findings) {
        match &definition.value {
            WrittenValue::Function => {
                let message = "settings are plain values: a function can't be one";
                self.invalid(definition, message, findings);
            }
            WrittenValue::Set { entries, .. } => {
                let below = entries.iter().flat_map(|(_, entry)| &entry.definitions);
                below.for_each(|definition| self.functions(definition, findings));
            }
            WrittenValue::List { items, .. } => {
                let items = items.iter().flat_map(|item| &item.definitions);
                items.for_each(|definition| self.functions(definition, findings));
            }
            _ => {}
        }
    }

    /// At the value, where that stands beside its name.
    fn invalid(self, definition: &WrittenDefinition, message: &str, findings: &mut Findings) {
        let file = |place: Local| self.instance.at(place).file;
        let beside =
            definition.at.filter(|at| definition.name.is_none_or(|it| file(it) == file(*at)));
        let at = beside.or(definition.name).or(definition.at);
        self.refuse(at, message, findings);
    }

    /// Earlier versions of clan-core took any module for settings.
    fn refuse(self, at: Option<Local>, message: &str, findings: &mut Findings) {
        let source = ServiceSource::BuiltIn { other_version: self.is_guess };
        let (severity, note) = mild_judgement(&source);
        if let Some(at) = at.map(|at| self.instance.at(at)) {
            findings.report((Code::InvalidSettings, severity), at, format!("{message}{note}"));
        }
    }
}

/// More settings than these are not listed in a message.
const MOST_LISTED: usize = 6;

fn is_option(name: &str) -> bool {
    !MODULE_KEYS.contains(&name)
}
