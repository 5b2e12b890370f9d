//! A change for a machine, as programs get it: `jon` `loses` a tag, or a role of an instance.

use ide::Lot;
use serde::Serialize;

/// The change.
#[derive(Debug, Serialize)]
pub(crate) struct Difference<'a> {
    machine: &'a str,
    /// `loses`, `gains`, `goes`, `comes`
    change: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    tag: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    instance: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<&'a str>,
}

impl<'a> From<&'a ide::Difference> for Difference<'a> {
    fn from(it: &'a ide::Difference) -> Difference<'a> {
        let (tag, instance, role) = match &it.what {
            None => (None, None, None),
            Some(Lot::Tag(tag)) => (Some(tag.as_str()), None, None),
            Some(Lot::Role { instance, role, .. }) => {
                (None, Some(instance.as_str()), Some(role.as_str()))
            }
        };
        let (machine, change) = (it.machine.as_str(), it.kind.as_str());
        Difference { machine, change, tag, instance, role }
    }
}
