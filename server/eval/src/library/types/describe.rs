//! How a description words the types that another is made of.

use std::sync::Arc;

use smol_str::SmolStr;

use crate::library::types::text_of;
use crate::native::{Answer, Call};
use crate::value::{ThunkId, Unknown, Value};

/// A type's description within another: in parentheses unless it is of one of these classes.
pub(super) fn phrase(
    call: &mut Call<'_, '_>,
    kind: ThunkId,
    plain: &[&str],
) -> Result<SmolStr, Arc<Unknown>> {
    let description = description(call, kind)?;
    let class = text_of(call, kind, "descriptionClass")?;
    Ok(match class.is_some_and(|class| plain.contains(&class.as_str())) {
        true => description,
        false => format!("({description})").into(),
    })
}

/// A type's own description.
pub(super) fn description(call: &mut Call<'_, '_>, kind: ThunkId) -> Result<SmolStr, Arc<Unknown>> {
    let text = text_of(call, kind, "description")?;
    text.ok_or_else(|| call.mismatch("a type with a description"))
}

pub(super) fn option_description_phrase(call: &mut Call<'_, '_>) -> Answer {
    let (plain, kind) = (call.thunk(0), call.thunk(1));
    let class = text_of(call, kind, "descriptionClass")?;
    let class = call.ready(class.map_or(Value::Null, Value::String));
    let description = description(call, kind)?;
    match call.test(plain, &[class])? {
        true => call.long(description),
        false => call.long(format!("({description})")),
    }
}
