//! `inventory.services.<service>.<instance>` becomes `inventory.instances.<service>-<instance>`, of
//! which `module` says the service.

use std::collections::BTreeMap;

use inventory::Clan;
use smol_str::SmolStr;
use syntax::{AstNode, ast, ast::HasEntry};

use super::{Migration, pieces, pieces_of, range_of};
use crate::code_action::change::Edits;
use crate::code_action::file::File;
use crate::code_action::flatten::flatten;
use crate::code_action::layout::{Slot, indent_of, remove, step_in};
use crate::code_action::merge::merge;
use crate::place::{Piece, attr_text, literal_set};
use crate::spelling::{as_key, as_string, free_name};

/// Renames the option, and makes one name of two.
pub(super) fn to_instances(
    migration: &mut Migration,
    file: &File,
    edits: &mut Edits,
) -> Option<()> {
    let mut names = Names { file, known: BTreeMap::new() };
    for piece in pieces_of(file, &["inventory", "services"]) {
        match piece.rest().as_slice() {
            [] => {
                edits.replace(file.id, range_of(&piece.attr), "instances");
                for entry in piece.set()?.entries() {
                    let ast::Entry::AttrpathValue(entry) = entry else { return None };
                    names.entry(edits, &entry)?;
                }
            }
            [service] => {
                let above = format!("{}instances.", piece.above());
                names.flatten(edits, piece.binding.as_ref()?, service, &above)?;
            }
            [service, instance, ..] => {
                edits.replace(file.id, range_of(&piece.attr), "instances");
                names.pair(edits, service, instance)?;
            }
        }
    }
    migration.instances =
        names.known.into_iter().map(|((service, _), name)| (name, service)).collect();
    Some(())
}

/// The new names of instances, by service and old name.
struct Names<'f> {
    file: &'f File,
    known: BTreeMap<(SmolStr, SmolStr), SmolStr>,
}

impl Names<'_> {
    fn key(&mut self, service: &ast::Attr, instance: &ast::Attr) -> Option<String> {
        let (service, instance) = (attr_text(service)?, attr_text(instance)?);
        let wanted = format!("{service}-{instance}");
        let pair = (service, instance);
        if let Some(known) = self.known.get(&pair) {
            return Some(as_key(known));
        }
        let clan = self.file.clan();
        let name = free_name(&wanted, |name| {
            clan.instances.contains_key(name) || self.known.values().any(|known| known == name)
        });
        let key = as_key(&name);
        self.known.insert(pair, name);
        Some(key)
    }

    /// An entry of `services`.
    fn entry(&mut self, edits: &mut Edits, entry: &ast::AttrpathValue) -> Option<()> {
        let attrs: Vec<ast::Attr> = entry.attrpath()?.attrs().collect();
        match attrs.as_slice() {
            [service] => self.flatten(edits, entry, service, ""),
            [service, instance, ..] => self.pair(edits, service, instance),
            [] => None,
        }
    }

    /// `service.instance` in one path.
    fn pair(&mut self, edits: &mut Edits, service: &ast::Attr, instance: &ast::Attr) -> Option<()> {
        let range = range_of(service).cover(range_of(instance));
        edits.replace(self.file.id, range, self.key(service, instance)?);
        Some(())
    }

    /// `service = { instance = …; … }`: each instance stands for itself, behind `above`.
    fn flatten(
        &mut self,
        edits: &mut Edits,
        entry: &ast::AttrpathValue,
        service: &ast::Attr,
        above: &str,
    ) -> Option<()> {
        let set = literal_set(entry.value())?;
        let paths = set.attrpath_values().filter_map(|binding| binding.attrpath()?.attrs().next());
        let mut keys = Vec::new();
        for instance in paths {
            keys.push((instance.clone(), self.key(service, &instance)?));
        }
        let first = |attr: &ast::Attr| {
            let (_, key) = keys.iter().find(|(known, _)| known == attr)?;
            Some(format!("{above}{key}"))
        };
        let (range, text) = flatten(entry.syntax(), &set, &first)?;
        edits.replace(self.file.id, range, text);
        Some(())
    }
}

/// Says of each new instance which service it is of.
pub(super) fn name_modules(
    migration: &mut Migration,
    file: &File,
    edits: &mut Edits,
) -> Option<()> {
    let is_block = |path: &[&str], piece: &Piece| {
        matches!(path, ["inventory", "instances", _, "module"]) && piece.set().is_some()
    };
    let blocks = !pieces(file, &is_block).is_empty();
    for (instance, service) in &migration.instances {
        let path = ["inventory", "instances", instance, "module"];
        if pieces_of(file, &path).is_empty() {
            let module = Module { service, input: input_of(file.clan(), service), block: blocks };
            module.write(edits, file, &pieces_of(file, path.get(..3)?))?;
        }
    }
    Some(())
}

/// The input that other instances of the service name, if any; else clan-core's, as the clan calls it.
/// One service with two inputs is two, each of which would be set up.
fn input_of(clan: &Clan, service: &str) -> Option<SmolStr> {
    let mut modules = clan.instances.values().map(|instance| &instance.module);
    let same = modules.find(|it| it.name.as_deref() == Some(service) && it.input.is_some());
    match same.and_then(|it| it.input.clone()) {
        Some(input) => input,
        None => Some(clan.core.input.clone().unwrap_or(SmolStr::new_static("clan-core"))),
    }
}

struct Module<'m> {
    service: &'m str,
    input: Option<SmolStr>,
    /// Do other instances have it in braces?
    block: bool,
}

impl Module<'_> {
    /// Before all else that is said of the instance.
    fn write(&self, edits: &mut Edits, file: &File, instance: &[Piece]) -> Option<()> {
        if let Some(set) = instance.iter().find_map(Piece::set) {
            let slot = Slot::at_start(&set)?;
            let entries = self.entries("", &slot.indent, &step_in(set.syntax()));
            slot.put(edits, file.id, &entries.join(&slot.line_end()));
            return Some(());
        }
        let first = instance.first()?;
        let entry = first.entry()?;
        let indent = indent_of(entry);
        let prefix = format!("{}{}.", first.above(), first.attr);
        let entries = self.entries(&prefix, &indent, &step_in(entry));
        let end = format!("\n{indent}");
        edits.insert(file.id, entry.text_range().start(), entries.join(&end) + &end);
        Some(())
    }

    fn entries(&self, prefix: &str, indent: &str, step: &str) -> Vec<String> {
        let name = format!("name = {};", as_string(self.service));
        let input = self.input.as_ref().map(|input| format!("input = {};", as_string(input)));
        let said = [name].into_iter().chain(input);
        if !self.block {
            return said.map(|it| format!("{prefix}module.{it}")).collect();
        }
        let said: String = said.map(|it| format!("\n{indent}{step}{it}")).collect();
        vec![format!("{prefix}module = {{{said}\n{indent}}};")]
    }
}

/// Makes one set of two that are called `instances` now; where that can't be done they stay: Nix
/// takes them for one.
pub(super) fn join(_: &mut Migration, file: &File, edits: &mut Edits) -> Option<()> {
    let wholes = pieces_of(file, &["inventory", "instances"]);
    let wholes: Vec<&Piece> = wholes.iter().filter(|piece| piece.set().is_some()).collect();
    let [first, later] = wholes.as_slice() else { return Some(()) };
    // The smaller one moves, if it can.
    let size = |piece: &Piece| piece.set().map_or(0, |set| set.entries().count());
    let mut ways = [(first, later), (later, first)];
    ways.sort_by_key(|(_, from)| size(from));
    let same_set = first.around() == later.around();
    let mut joined = ways.into_iter().filter_map(|(into, from)| {
        let mut joined = Edits::default();
        merge(&mut joined, file, &into.set()?, &from.set()?)?;
        remove(&mut joined, file.id, from.entry()?);
        Some(joined)
    });
    if let Some(joined) = same_set.then(|| joined.next()).flatten() {
        *edits = joined;
    }
    Some(())
}
