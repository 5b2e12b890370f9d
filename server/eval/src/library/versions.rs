//! `lib.versions`.

use smol_str::SmolStr;

use crate::library::strings::version_components;
use crate::library::{Passes, Section, no_values};
use crate::native::{Answer, Call, Native};

pub(super) static SECTION: Section = Section {
    name: "versions",
    functions: &[FUNCTIONS],
    builtins: &["compareVersions"],
    values: no_values,
    passes: Passes::Only(&["compareVersions", "splitVersion"]),
};

static FUNCTIONS: &[Native] = &[
    Native { name: "major", arity: 1, run: |call| component(call, 0) },
    Native { name: "majorMinor", arity: 1, run: major_minor },
    Native { name: "minor", arity: 1, run: |call| component(call, 1) },
    Native { name: "pad", arity: 2, run: pad },
    Native { name: "patch", arity: 1, run: |call| component(call, 2) },
    Native { name: "splitVersion", arity: 1, run: split_version },
];

fn component(call: &mut Call<'_, '_>, number: usize) -> Answer {
    let version = call.string(0)?;
    match version_components(&version).get(number) {
        Some(&component) => Ok(SmolStr::from(component).into()),
        None => Err(call.unknown("the version is shorter than that")),
    }
}

fn major_minor(call: &mut Call<'_, '_>) -> Answer {
    let version = call.string(0)?;
    let components: Vec<&str> = version_components(&version).into_iter().take(2).collect();
    Ok(SmolStr::from(components.join(".")).into())
}

fn split_version(call: &mut Call<'_, '_>) -> Answer {
    let version = call.string(0)?;
    call.burn(version.len())?;
    call.texts(version_components(&version))
}

/// A version of that many components, with zeros where there are fewer.
fn pad(call: &mut Call<'_, '_>) -> Answer {
    let (length, version) = (call.int(0)?, call.string(1)?);
    let length = usize::try_from(length).map_err(|_| call.mismatch("a length"))?;
    call.burn(length)?;
    let (numbers, suffix) = match version.split_once('-') {
        Some((numbers, suffix)) => (numbers, format!("-{suffix}")),
        None => (version.as_str(), String::new()),
    };
    let components = version_components(numbers).into_iter();
    let components: Vec<&str> = components.chain(std::iter::repeat("0")).take(length).collect();
    call.long(format!("{}{suffix}", components.join(".")))
}
