//! `builtins` that reach outside: to the network, the store, the machine. Nothing runs here, so what
//! they give is unknown; each says why.

use crate::native::{Answer, Call, Native};

pub(super) static FUNCTIONS: &[Native] = &[
    Native { name: "derivation", arity: 1, run: derivation },
    Native { name: "derivationStrict", arity: 1, run: derivation },
    Native { name: "fetchGit", arity: 1, run: fetched },
    Native { name: "fetchMercurial", arity: 1, run: fetched },
    Native { name: "fetchTarball", arity: 1, run: fetched },
    Native { name: "fetchTree", arity: 1, run: fetched },
    Native { name: "fetchurl", arity: 1, run: fetched },
    Native { name: "findFile", arity: 2, run: machine },
    Native { name: "flakeRefToString", arity: 1, run: not_followed },
    Native { name: "getEnv", arity: 1, run: machine },
    Native { name: "getFlake", arity: 1, run: fetched },
    Native { name: "parseFlakeRef", arity: 1, run: not_followed },
    Native { name: "scopedImport", arity: 2, run: not_followed },
    Native { name: "storePath", arity: 1, run: store },
    Native { name: "toFile", arity: 2, run: store },
    Native { name: "toXML", arity: 1, run: not_followed },
];

fn derivation(call: &mut Call<'_, '_>) -> Answer {
    Err(call.unknown("what a derivation builds is not known without building it"))
}

fn fetched(call: &mut Call<'_, '_>) -> Answer {
    let name = call.native.name;
    Err(call.unknown(format!("what `{name}` fetches is not known: nothing is downloaded here")))
}

fn machine(call: &mut Call<'_, '_>) -> Answer {
    let name = call.native.name;
    Err(call.unknown(format!("what `{name}` finds depends on the machine")))
}

fn store(call: &mut Call<'_, '_>) -> Answer {
    let name = call.native.name;
    Err(call.unknown(format!("`{name}` gives a path in the store, which is not followed")))
}

fn not_followed(call: &mut Call<'_, '_>) -> Answer {
    let name = call.native.name;
    Err(call.unknown(format!("`{name}` is not followed")))
}
