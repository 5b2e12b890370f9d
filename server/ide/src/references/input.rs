//! Inputs of the clan's flake: in `flake.nix`, and in the instances of services that they bring.

use super::{Names, Show};
use crate::entity::Entity;
use crate::flake;

pub(super) fn each(names: Names<'_>, show: &mut Show<'_>) {
    let Names { analysis, clan } = names;
    for input in flake::inputs(analysis, clan) {
        show(&Entity::Input(input.name), input.at, true);
    }
    for instance in clan.instances.values() {
        if let (Some(Some(name)), Some(at)) = (&instance.module.input, instance.module.input_at) {
            show(&Entity::Input(name.clone()), instance.at(at), false);
        }
    }
}
