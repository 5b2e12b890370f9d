//! Judging what the options of a clan itself are given, level by level as they are read.

use eval::{Children, Definitions, OptionPath, Submodule, ThunkId, Value};
use smol_str::SmolStr;

use super::Builder;
use crate::catalogue::{Interface, Kind, SettingAt};
use crate::check::{OptionMistake, OptionMistakeKind, check_below, fits, misfit_of};
use crate::clan::{Local, Written, WrittenValue};
use crate::placeholder::is_placeholder;
use crate::schema::Level;

impl Builder<'_> {
    /// What is wrong with the options of one set. Of those that are read level by level (`deep`),
    /// only the outermost shape is judged here.
    pub(super) fn judge(
        &mut self,
        level: Level,
        path: &OptionPath<'_>,
        children: &Children,
        deep: &[&str],
    ) -> Vec<OptionMistake> {
        let mut mistakes = Vec::new();
        if !self.knows_readers {
            return mistakes;
        }
        let interface = level.interface();
        for (name, definitions) in &children.entries {
            // A module's own, which may stand below `config` too.
            if name == "_module" {
                continue;
            }
            let here = path.child(name);
            match interface.setting(&[name]) {
                SettingAt::Absent => self.unknown(level, &here, definitions, &mut mistakes),
                SettingAt::Option(option) if deep.contains(&name.as_str()) => {
                    self.judge_shape(&option.kind(), &here, definitions, &mut mistakes);
                }
                SettingAt::Option(option) if option.hidden => {
                    if let Some(why) = &option.description {
                        let kind = OptionMistakeKind::Deprecated { why: why.clone() };
                        self.at_names(&here, definitions, &kind, &mut mistakes);
                    }
                }
                SettingAt::Option(_) | SettingAt::Group => {
                    let mut at = vec![name.clone()];
                    if self.are_plainly_right(interface, &mut at, definitions) {
                        continue;
                    }
                    let written = self.written(definitions, &here);
                    placeholders(&here, &written, &mut mistakes);
                    let found = check_below(interface, std::slice::from_ref(name), &written);
                    mistakes.extend(found.into_iter().map(|mistake| OptionMistake {
                        path: path.names().into_iter().chain(mistake.path).collect(),
                        ..mistake
                    }));
                }
                SettingAt::Open => {}
            }
        }
        mistakes
    }

    /// The same for a set whose modules may declare options of their own.
    pub(super) fn judge_declared(
        &mut self,
        level: Level,
        path: &OptionPath<'_>,
        (children, modules): (&Children, &Submodule),
    ) -> Vec<OptionMistake> {
        let deep: &[&str] = match level {
            Level::Clan => &["meta", "inventory", "machines", "modules"],
            _ => &["machines", "instances", "tags", "meta"],
        };
        let declared = self.ev.children(&modules.options, &OptionPath::ROOT);
        let is_open = !modules.freeform.items.is_empty() || !declared.others.is_empty();
        let mut mistakes = self.judge(level, path, children, deep);
        mistakes.retain(|mistake| {
            let name = mistake.path.get(path.names().len());
            !is_open && name.is_none_or(|name| !declared.entries.contains_key(name))
        });
        mistakes
    }

    /// What is wrong with the outermost shape of an option's definitions.
    pub(super) fn judge_shape(
        &mut self,
        kind: &Kind,
        path: &OptionPath<'_>,
        definitions: &Definitions,
        mistakes: &mut Vec<OptionMistake>,
    ) {
        if !self.knows_readers || self.are_plainly_sets(definitions) {
            return;
        }
        let written = self.outline(definitions, path);
        for definition in &written.definitions {
            mistakes.extend(misfit_of(kind, definition).map(|(kind, at)| OptionMistake {
                path: path.names(),
                kind,
                at,
            }));
        }
    }

    /// Where a role has its settings below `config`, as it had once. To a module `config` means the
    /// module's own options: of a role, none of those is a setting's name.
    pub(super) fn settings_as_config(
        &mut self,
        path: &OptionPath<'_>,
        definitions: &Definitions,
    ) -> Vec<OptionMistake> {
        let mut mistakes = Vec::new();
        let judged = if self.knows_readers { definitions.items.as_slice() } else { &[] };
        for definition in judged {
            let Value::Attrs(role) = self.ev.force(definition.value) else { continue };
            let Some(config) = role.get("config") else { continue };
            let Value::Attrs(inside) = self.ev.force(config.value) else { continue };
            let interface = Level::Role.interface();
            let is_own = |name: &SmolStr| interface.setting(&[name]) != SettingAt::Absent;
            if inside.entries.iter().any(|attr| !is_own(&attr.name)) {
                let kind = OptionMistakeKind::Unknown { known: Vec::new() };
                let config = Definitions::of_attr(config);
                self.at_names(&path.child("config"), &config, &kind, &mut mistakes);
            }
        }
        mistakes
    }

    /// Every set that is written fits wherever this is asked, so most need no closer look.
    pub(super) fn are_plainly_sets(&mut self, definitions: &Definitions) -> bool {
        definitions.items.iter().all(|definition| {
            matches!(self.ev.force(definition.value), Value::Attrs(attrs) if attrs.get("_type").is_none())
        })
    }

    /// Are these nothing but texts, lists of texts, and sets of options that are given such, all as
    /// the interface wants them? Most are, and need no closer look.
    fn are_plainly_right(
        &mut self,
        interface: &Interface,
        path: &mut Vec<SmolStr>,
        definitions: &Definitions,
    ) -> bool {
        let mut definitions = definitions.items.iter();
        definitions.all(|it| self.is_plainly_right(interface, path, it.value))
    }

    fn is_plainly_right(
        &mut self,
        interface: &Interface,
        path: &mut Vec<SmolStr>,
        value: ThunkId,
    ) -> bool {
        match (interface.setting(path), self.ev.force(value)) {
            (SettingAt::Group, Value::Attrs(attrs)) => {
                let is_literal = attrs.literals.iter().all(|&it| Some(it) == self.ev.origin(value));
                is_literal && attrs.open.is_none() && attrs.entries.iter().all(|attr| {
                    path.push(attr.name.clone());
                    let right = self.is_plainly_right(interface, path, attr.value);
                    path.pop();
                    right
                })
            }
            (SettingAt::Option(option), Value::String(text)) => is_right(&option.kind(), &text),
            (SettingAt::Option(option), Value::List(list)) => match option.kind() {
                Kind::List(kind) => list.items.iter().all(|&item| {
                    matches!(self.ev.force(item), Value::String(text) if is_right(&kind, &text))
                }),
                _ => false,
            },
            _ => false,
        }
    }

    fn unknown(
        &mut self,
        level: Level,
        path: &OptionPath<'_>,
        definitions: &Definitions,
        mistakes: &mut Vec<OptionMistake>,
    ) {
        let known = level.interface().settings_below(&[] as &[&str]).into_iter();
        let known = known.filter(|(_, option)| option.is_none_or(|option| !option.hidden));
        let known: Vec<SmolStr> = known.map(|(name, _)| name.clone()).collect();
        self.at_names(path, definitions, &OptionMistakeKind::Unknown { known }, mistakes);
    }

    /// A mistake at each place that spells the option's name, or gives it a value.
    fn at_names(
        &mut self,
        path: &OptionPath<'_>,
        definitions: &Definitions,
        kind: &OptionMistakeKind,
        mistakes: &mut Vec<OptionMistake>,
    ) {
        let mut places = self.names(definitions);
        if places.is_empty() {
            places.extend(definitions.items.iter().filter_map(|it| self.place(it)));
        }
        mistakes.extend(places.into_iter().map(|at| OptionMistake {
            path: path.names(),
            kind: kind.clone(),
            at: Local::of(at),
        }));
    }
}

fn is_right(kind: &Kind, text: &SmolStr) -> bool {
    !is_placeholder(text) && fits(kind, WrittenValue::Text(text.clone()))
}

/// The texts in an option that are still to be replaced.
fn placeholders(path: &OptionPath<'_>, written: &Written, mistakes: &mut Vec<OptionMistake>) {
    written.for_each_text(&mut |text, definition| {
        let at = definition.place().filter(|_| is_placeholder(text));
        mistakes.extend(at.map(|at| OptionMistake {
            path: path.names(),
            kind: OptionMistakeKind::Placeholder { text: text.clone() },
            at,
        }));
    });
}
