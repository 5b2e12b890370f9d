//! What a code means, for people: a page of Markdown each, in `docs`.

use super::Code;

impl Code {
    /// Its page: what it is reported for and why, an example, and the example put right.
    pub fn page(self) -> &'static str {
        match self {
            Code::Syntax => include_str!("../../docs/syntax.md"),
            Code::DuplicateInstance => include_str!("../../docs/duplicate-instance.md"),
            Code::SettingsDefinedTwice => include_str!("../../docs/settings-defined-twice.md"),
            Code::ConflictingDefinition => include_str!("../../docs/conflicting-definition.md"),
            Code::UnknownRole => include_str!("../../docs/unknown-role.md"),
            Code::UnknownModule => include_str!("../../docs/unknown-module.md"),
            Code::UnknownMachine => include_str!("../../docs/unknown-machine.md"),
            Code::TagUsedAsMachine => include_str!("../../docs/tag-used-as-machine.md"),
            Code::MachineUsedAsTag => include_str!("../../docs/machine-used-as-tag.md"),
            Code::UnknownTag => include_str!("../../docs/unknown-tag.md"),
            Code::UnknownCode => include_str!("../../docs/unknown-code.md"),
        }
    }

    /// What it is reported for, in one line: the first of its page.
    pub fn summary(self) -> &'static str {
        self.page().lines().next().unwrap_or_default()
    }
}
