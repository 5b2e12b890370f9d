//! The functions of `lib.strings` that write what shells and build tools read.

use std::sync::Arc;

use smol_str::SmolStr;

use crate::attributes::by_name;
use crate::native::{Answer, Call, Native};
use crate::value::{ThunkId, Unknown, Value};

pub(super) static FUNCTIONS: &[Native] = &[
    Native { name: "cmakeBool", arity: 2, run: cmake_bool },
    Native { name: "cmakeFeature", arity: 2, run: cmake_feature },
    Native { name: "cmakeOptionType", arity: 3, run: cmake_option_type },
    Native { name: "enableFeature", arity: 2, run: |call| feature(call, "enable", "disable") },
    Native { name: "enableFeatureAs", arity: 3, run: |call| feature_as(call, "enable", "disable") },
    Native { name: "escapeShellArg", arity: 1, run: escape_shell_arg },
    Native { name: "escapeShellArgs", arity: 1, run: escape_shell_args },
    Native { name: "isValidPosixName", arity: 1, run: is_valid_posix_name },
    Native { name: "mesonBool", arity: 2, run: meson_bool },
    Native { name: "mesonEnable", arity: 2, run: meson_enable },
    Native { name: "mesonOption", arity: 2, run: meson_option },
    Native { name: "toShellVar", arity: 2, run: to_shell_var },
    Native { name: "toShellVars", arity: 1, run: to_shell_vars },
    Native { name: "withFeature", arity: 2, run: |call| feature(call, "with", "without") },
    Native { name: "withFeatureAs", arity: 3, run: |call| feature_as(call, "with", "without") },
];

fn quoted(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || ",._+:@%/-".contains(c);
    match !text.is_empty() && text.chars().all(plain) {
        true => text.to_owned(),
        false => format!("'{}'", text.replace('\'', "'\\''")),
    }
}

fn argument(call: &mut Call<'_, '_>, value: ThunkId) -> Result<String, Arc<Unknown>> {
    let text = call.show(value)?;
    call.burn(1 + text.len() / crate::operator::BYTES_A_STEP)?;
    Ok(quoted(&text))
}

fn escape_shell_arg(call: &mut Call<'_, '_>) -> Answer {
    let value = call.thunk(0);
    Ok(SmolStr::from(argument(call, value)?).into())
}

fn arguments(call: &mut Call<'_, '_>, items: &[ThunkId]) -> Result<String, Arc<Unknown>> {
    let texts: Result<Vec<String>, _> = items.iter().map(|&item| argument(call, item)).collect();
    Ok(texts?.join(" "))
}

fn escape_shell_args(call: &mut Call<'_, '_>) -> Answer {
    let list = call.whole_list(0)?;
    Ok(SmolStr::from(arguments(call, &list.items)?).into())
}

fn posix_name(name: &str) -> bool {
    let starts = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    starts && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

fn is_valid_posix_name(call: &mut Call<'_, '_>) -> Answer {
    let name = call.string(0)?;
    Ok(posix_name(&name).into())
}

fn to_shell_var(call: &mut Call<'_, '_>) -> Answer {
    let (name, value) = (call.string(0)?, call.thunk(1));
    Ok(SmolStr::from(shell_var(call, &name, value)?).into())
}

fn to_shell_vars(call: &mut Call<'_, '_>) -> Answer {
    let set = call.whole_attrs(0)?;
    let mut lines = Vec::new();
    for attr in by_name(&set) {
        lines.push(shell_var(call, &attr.name, attr.value)?);
    }
    call.long(lines.join("\n"))
}

fn shell_var(call: &mut Call<'_, '_>, name: &str, value: ThunkId) -> Result<String, Arc<Unknown>> {
    if !posix_name(name) {
        return Err(call.unknown(format!("`{name}` is no name of a shell variable")));
    }
    let forced = call.force(value)?;
    match &forced {
        Value::Attrs(set) if !super::convert::string_like(call, &forced)? => {
            if let Some(open) = &set.open {
                return Err(open.clone());
            }
            let mut items = Vec::new();
            for attr in by_name(set) {
                items.push(format!("[{}]={}", quoted(&attr.name), argument(call, attr.value)?));
            }
            Ok(format!("declare -A {name}=({})", items.join(" ")))
        }
        Value::List(list) => match &list.open {
            Some(open) => Err(open.clone()),
            None => Ok(format!("declare -a {name}=({})", arguments(call, &list.items)?)),
        },
        _ => Ok(format!("{name}={}", argument(call, value)?)),
    }
}

/// `--enable-x` or its contrary.
fn flag(call: &mut Call<'_, '_>, yes: &str, no: &str) -> Result<String, Arc<Unknown>> {
    let (flag, name) = (call.bool(0)?, call.string(1)?);
    Ok(format!("--{}-{name}", if flag { yes } else { no }))
}

fn feature(call: &mut Call<'_, '_>, yes: &str, no: &str) -> Answer {
    let text = flag(call, yes, no)?;
    call.long(text)
}

fn feature_as(call: &mut Call<'_, '_>, yes: &str, no: &str) -> Answer {
    let text = flag(call, yes, no)?;
    match call.bool(0)? {
        true => {
            let value = call.text(2)?;
            call.long(format!("{text}={value}"))
        }
        false => call.long(text),
    }
}

fn cmake_option_type(call: &mut Call<'_, '_>) -> Answer {
    let (kind, name, value) =
        (call.string(0)?.to_ascii_uppercase(), call.string(1)?, call.string(2)?);
    match ["BOOL", "FILEPATH", "PATH", "STRING", "INTERNAL", "LIST"].contains(&kind.as_str()) {
        true => call.long(format!("-D{name}:{kind}={value}")),
        false => Err(call.mismatch("a type of CMake")),
    }
}

fn cmake_bool(call: &mut Call<'_, '_>) -> Answer {
    let (name, flag) = (call.string(0)?, call.bool(1)?);
    call.long(format!("-D{name}:BOOL={}", if flag { "TRUE" } else { "FALSE" }))
}

fn cmake_feature(call: &mut Call<'_, '_>) -> Answer {
    let (name, value) = (call.string(0)?, call.string(1)?);
    call.long(format!("-D{name}:STRING={value}"))
}

fn meson_option(call: &mut Call<'_, '_>) -> Answer {
    let (name, value) = (call.string(0)?, call.string(1)?);
    call.long(format!("-D{name}={value}"))
}

fn meson_bool(call: &mut Call<'_, '_>) -> Answer {
    let (name, flag) = (call.string(0)?, call.bool(1)?);
    call.long(format!("-D{name}={flag}"))
}

fn meson_enable(call: &mut Call<'_, '_>) -> Answer {
    let (name, flag) = (call.string(0)?, call.bool(1)?);
    call.long(format!("-D{name}={}", if flag { "enabled" } else { "disabled" }))
}
