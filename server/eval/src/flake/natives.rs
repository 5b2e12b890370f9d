//! The functions of inputs by which flakes make clans.

use std::sync::Arc;

use super::{FLAKE, open_attrs};
use crate::module::{Definitions, OptionPath};
use crate::native::{Answer, Call, Native};
use crate::value::{Unknown, Value};

/// clan-core's `lib.clan` and `lib.buildClan`: take a clan's module.
pub(super) static CLAN: Native = Native { name: "clan", arity: 1, run: clan };

/// flake-parts' `lib.mkFlake`: takes its arguments, then the flake's module.
pub(super) static MAKE_FLAKE: Native = Native { name: "mkFlake", arity: 2, run: make_flake };

/// The `lib.mkFlake` of others, which take all in one set, the finished outputs as its `flake`.
pub(super) static OTHER_MAKE_FLAKE: Native =
    Native { name: "mkFlake", arity: 1, run: other_make_flake };

fn clan(call: &mut Call<'_, '_>) -> Answer {
    let module = call.thunk(0);
    call.ev.world.met.clans.push(module);
    Ok(open_attrs(Vec::new(), "it is made by Clan").into())
}

/// The option `flake` of the modules is the flake's outputs.
fn make_flake(call: &mut Call<'_, '_>) -> Answer {
    let module = call.thunk(1);
    let modules = call.ev.flake_parts_modules(module);
    call.ev.world.met.parts.push(modules.clone());
    let mut options = call.ev.children(&modules, &OptionPath::ROOT.child(FLAKE));
    let outputs = options.take("flake");
    let why = "it is made by flake-parts";
    if outputs.items.is_empty() {
        return Ok(open_attrs(Vec::new(), why).into());
    }
    match call.ev.merged(Definitions { open: Vec::new(), ..outputs }) {
        Value::Attrs(attrs) => {
            let mut attrs = Arc::unwrap_or_clone(attrs);
            attrs.open = Some(Arc::new(Unknown::new(why, None)));
            Ok(attrs.into())
        }
        _ => Ok(open_attrs(Vec::new(), why).into()),
    }
}

fn other_make_flake(call: &mut Call<'_, '_>) -> Answer {
    let why = "it is made by an input";
    let flake = call.attrs(0)?.get("flake").map(|attr| attr.value);
    match flake.map(|flake| call.force(flake)) {
        Some(Ok(Value::Attrs(outputs))) => {
            let outputs = Arc::unwrap_or_clone(outputs);
            let open = outputs.open.or_else(|| Some(Arc::new(Unknown::new(why, None))));
            Ok(crate::value::Attrs { open, ..outputs }.into())
        }
        _ => Ok(open_attrs(Vec::new(), why).into()),
    }
}
