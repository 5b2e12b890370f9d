//! What is wrong with the modules of the clan's own services: `module-wrong-class`,
//! `module-without-name`, `module-without-roles`, `unknown-constraint-role`, `unknown-category`,
//! `missing-description`.

use inventory::catalogue::{Service, ServiceMistakeKind};
use inventory::extract::categories;
use inventory::{Instance, Provider};
use smol_str::SmolStr;

use super::{Code, Findings, Misspelt, Severity, Subject};

pub(super) fn find(subject: Subject<'_>, findings: &mut Findings) {
    for usable in subject.reach.services(&Provider::Own) {
        let (name, service) = (&usable.name, &usable.service);
        if service.mistakes.is_empty() {
            continue;
        }
        let (instances, is_guess) = (instances_of(subject, name), subject.clan.has_other_core());
        let own = Own { name, service, instances, is_guess };
        // A module may be read from elsewhere: that is not the clan's to mend.
        let ours = service.mistakes.iter().filter(|it| subject.clan.files.contains(&it.at.file));
        for mistake in ours {
            if let Some((kind, message, near)) = own.misspelt(&mistake.kind) {
                findings.report_misspelt(kind, mistake.at, format!("{message}{near}"), near);
            } else if let Some((kind, message)) = own.told(&mistake.kind) {
                findings.report(kind, mistake.at, message);
            }
        }
    }
}

fn instances_of<'s>(subject: Subject<'s>, service: &str) -> Vec<&'s Instance> {
    let all = subject.clan.instances.values();
    let own = all.filter(|it| subject.clan.provider(&it.module) == Some(Provider::Own));
    own.filter(|it| it.module.name.as_deref() == Some(service)).collect()
}

struct Own<'o> {
    name: &'o str,
    service: &'o Service,
    /// Those that are of this service.
    instances: Vec<&'o Instance>,
    /// Does the catalogue speak of another clan-core than the clan's?
    is_guess: bool,
}

impl Own<'_> {
    /// What is told of anything but a name.
    fn told(&self, mistake: &ServiceMistakeKind) -> Option<((Code, Severity), String)> {
        let name = self.name;
        let (kind, message) = match mistake {
            ServiceMistakeKind::WrongClass(class) => (
                (Code::ModuleWrongClass, Severity::Error),
                format!("a service is of the class `clan.service`: Clan refuses one of `{class}`"),
            ),
            ServiceMistakeKind::NoName if self.instances.is_empty() => return None,
            ServiceMistakeKind::NoName => (
                (Code::ModuleWithoutName, Severity::Warning),
                format!("the service `{name}` does not name itself: set `manifest.name`"),
            ),
            ServiceMistakeKind::NoRoles => (
                (Code::ModuleWithoutRoles, self.severity_without_roles()),
                format!("the service `{name}` has no roles, so nobody can take part in it"),
            ),
            ServiceMistakeKind::NoReadme => (
                (Code::MissingDescription, Severity::Hint),
                format!("the service `{name}` has no `manifest.readme`: Clan warns of that"),
            ),
            ServiceMistakeKind::RoleWithoutDescription(role) => (
                (Code::MissingDescription, Severity::Hint),
                format!("the role `{role}` has no description: Clan warns of that"),
            ),
            ServiceMistakeKind::UnknownCategory(_)
            | ServiceMistakeKind::UnknownConstraintRole(_) => return None,
        };
        Some((kind, message))
    }

    /// What is told of a name that is wrong, and which name may be meant.
    fn misspelt(
        &self,
        mistake: &ServiceMistakeKind,
    ) -> Option<((Code, Severity), String, Misspelt)> {
        match mistake {
            ServiceMistakeKind::UnknownCategory(category) => {
                // Nothing fails by it, and another version may know it.
                let severity = if self.is_guess { Severity::Info } else { Severity::Warning };
                let near = Misspelt::among(category, categories().iter().copied());
                let message = format!("clan-core knows no category `{category}`");
                Some(((Code::UnknownCategory, severity), message, near))
            }
            ServiceMistakeKind::UnknownConstraintRole(role) => {
                let near = Misspelt::among(role, self.service.roles.keys().map(SmolStr::as_str));
                let message = format!("the service `{}` has no role `{role}` to limit", self.name);
                Some(((Code::UnknownConstraintRole, Severity::Warning), message, near))
            }
            _ => None,
        }
    }

    fn severity_without_roles(&self) -> Severity {
        let wanted = self.instances.iter().any(|instance| !instance.roles.is_empty());
        if wanted { Severity::Error } else { Severity::Hint }
    }
}
