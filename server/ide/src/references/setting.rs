//! Settings: in the module of their service, and wherever an instance gives them.

use inventory::catalogue::{ANY_ITEM, Interface, SettingAt};
use inventory::{Instance, Written, WrittenValue};
use smol_str::SmolStr;

use super::{Given, Names, Show};
use crate::entity::{Entity, Owner};

pub(super) fn each(names: Names<'_>, show: &mut Show<'_>) {
    for Given { instance, owner, service, is_first } in names.instances() {
        for (role, given) in &instance.roles {
            let known = service.as_ref().and_then(|service| service.roles.get(role));
            let interface = known.map(|known| &known.interface);
            let mut settings = Settings { instance, owner: &owner, role, interface, show };
            for written in given.all_settings() {
                settings.below(written, &mut Vec::new());
            }
        }
        for (role, known) in service.iter().filter(|_| is_first).flat_map(|it| &it.roles) {
            for option in &known.options {
                let entity = Entity::Setting(owner.clone(), role.clone(), option.path.clone());
                option.declared.iter().for_each(|&at| show(&entity, at, true));
            }
        }
    }
}

/// The settings that are given to a role.
struct Settings<'g, 's> {
    instance: &'g Instance,
    owner: &'g Owner,
    role: &'g SmolStr,
    interface: Option<&'g Interface>,
    show: &'g mut Show<'s>,
}

impl Settings<'_, '_> {
    fn below(&mut self, written: &Written, path: &mut Vec<SmolStr>) {
        for definition in &written.definitions {
            match &definition.value {
                WrittenValue::Set { entries, .. } => {
                    for (name, entry) in entries {
                        path.push(name.clone());
                        self.named(entry, path);
                        self.below(entry, path);
                        path.pop();
                    }
                }
                WrittenValue::List { items, .. } => {
                    path.push(SmolStr::new_static(ANY_ITEM));
                    items.iter().for_each(|item| self.below(item, path));
                    path.pop();
                }
                _ => {}
            }
        }
    }

    /// Shows the names that lead to a setting, if it is one.
    fn named(&mut self, entry: &Written, path: &[SmolStr]) {
        let declared = match self.interface.map(|interface| interface.setting(path)) {
            Some(SettingAt::Option(option)) => option.path.clone(),
            Some(SettingAt::Group | SettingAt::Open | SettingAt::Absent) => return,
            None => path.to_vec(),
        };
        let entity = Entity::Setting(self.owner.clone(), self.role.clone(), declared);
        for name in entry.definitions.iter().filter_map(|definition| definition.name) {
            (self.show)(&entity, self.instance.at(name), false);
        }
    }
}
