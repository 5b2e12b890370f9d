//! A service: its manifest and its roles.

use std::path::Path;
use std::sync::Arc;

use eval::{
    Children, Context, Definitions, Evaluator, FileRange, Files, OptionPath, ThunkId, Unknown,
    Value,
};
use smol_str::SmolStr;
use syntax::TextRange;

use super::interface::interface;
use super::manifest::manifest;
use super::mistakes::{Read, mistakes};
use super::print::{names_of, text};
use crate::catalogue::{RoleDef, Service, SettingsGap};

/// No service takes more steps than this; those of clan-core take less than a hundredth of it.
const STEPS: u32 = 400_000;

/// The service whose module is the file `module`, which may read what lies in `root`.
pub fn service_of_module(files: &dyn Files, root: &Path, module: &Path) -> Arc<Service> {
    let mut ev = Evaluator::new(files);
    ev.confine(root);
    let file = ev.import(module, None);
    Arc::new(read_service(&mut ev, &Definitions::of(file)))
}

/// The service that these definitions make.
pub(crate) fn read_service(ev: &mut Evaluator<'_>, definitions: &Definitions) -> Service {
    ev.limited(STEPS, |ev| {
        let arguments = Some(ev.service_arguments());
        Reader { ev, arguments, gaps: Vec::new() }.service(definitions)
    })
}

/// Reads one service.
pub(super) struct Reader<'r, 'a> {
    pub(super) ev: &'r mut Evaluator<'a>,
    arguments: Option<ThunkId>,
    gaps: Vec<SettingsGap>,
}

impl Reader<'_, '_> {
    fn service(mut self, definitions: &Definitions) -> Service {
        let modules = self.ev.declared(definitions, &OptionPath::ROOT, &self.context());
        let mut options = self.ev.children(&modules.definitions, &OptionPath::ROOT);
        self.note("", &options);
        let declared = self.places(definitions);
        let mut service = Service { declared, ..Service::default() };
        let manifest_definitions = options.take("manifest");
        let manifest_at = names_of(self.ev, &manifest_definitions);
        let described = self.options(&manifest_definitions, "manifest");
        manifest(self.ev, &mut described.clone(), &mut service);
        let roles = self.ev.entries(&options.take("roles"), &OptionPath::ROOT, false);
        self.note("roles", &roles);
        for (name, definitions) in roles.entries {
            let role = self.role(&definitions);
            service.roles.insert(name, role);
        }
        service.gaps = self.gaps;
        let read = Read { modules: &modules, definitions, manifest: &described, manifest_at };
        service.mistakes = mistakes(self.ev, &read, &service);
        service
    }

    /// Where the definitions of a module are: a file that one names, else the name that leads to it.
    fn places(&mut self, definitions: &Definitions) -> Vec<FileRange> {
        let mut places = Vec::new();
        for definition in &definitions.items {
            let file = match self.ev.force(definition.value) {
                Value::Path(file) => {
                    let file = self.ev.import(&file, None);
                    self.ev.origin(file).map(|origin| self.ev.range(origin).file)
                }
                _ => None,
            };
            let names = definition.sites.iter().map(|site| self.ev.range(site.name));
            match file {
                Some(file) => places.push(FileRange { file, range: TextRange::default() }),
                None => places.extend(names),
            }
        }
        places
    }

    fn role(&mut self, definitions: &Definitions) -> RoleDef {
        let modules = self.ev.submodule(definitions, &OptionPath::ROOT, &self.context());
        let mut options = self.ev.children(&modules, &OptionPath::ROOT);
        let described = options.take("description");
        let is_described = !described.items.is_empty() || !described.open.is_empty();
        let description = text(self.ev, &described).flatten();
        RoleDef {
            description: description.unwrap_or_default(),
            is_described,
            declared: names_of(self.ev, definitions),
            interface: interface(self.ev, &options.take("interface")),
        }
    }

    /// The options of a submodule. What is not known of it leaves its path open.
    fn options(&mut self, definitions: &Definitions, path: &str) -> Children {
        let modules = self.ev.submodule(definitions, &OptionPath::ROOT, &self.context());
        let children = self.ev.children(&modules, &OptionPath::ROOT);
        self.note(path, &children);
        children
    }

    fn note(&mut self, path: &str, children: &Children) {
        let path: Vec<SmolStr> =
            path.split('.').filter(|name| !name.is_empty()).map(SmolStr::new).collect();
        for unknown in &children.open {
            let gap = gap(self.ev, path.clone(), unknown);
            // What is open above is open below: it is told once.
            if self.gaps.iter().all(|known| known.why != gap.why || known.at != gap.at) {
                self.gaps.push(gap);
            }
        }
        if !children.others.is_empty() {
            self.gaps.push(SettingsGap { path, why: NO_MODULE.into(), at: None });
        }
    }

    fn context(&self) -> Context<'static> {
        Context { arguments: self.arguments, ..Context::default() }
    }
}

/// What stands for a module that is none.
pub(super) const NO_MODULE: &str = "something stands here that is no module";

/// The gap that an unknown leaves at a path.
pub(super) fn gap(ev: &Evaluator<'_>, path: Vec<SmolStr>, unknown: &Unknown) -> SettingsGap {
    let at = unknown.at.map(|at| ev.range(at));
    SettingsGap { path, why: (&unknown.why).into(), at }
}
