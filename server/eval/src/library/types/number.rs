//! The types of numbers.

use smol_str::{SmolStr, format_smolstr};

use crate::evaluator::Evaluator;
use crate::library::types::check::{self, given};
use crate::library::types::make::{CLAUSE, NOUN, Type, known};
use crate::library::{not_followed, plain};
use crate::native::{Answer, Call, Native};
use crate::value::{Attrs, ThunkId, Value};

static INT_BETWEEN: Native = Native { name: "between", arity: 2, run: int_between };
static NUMBER_BETWEEN: Native = Native { name: "between", arity: 2, run: number_between };

/// Of a fixed number of bits: name, description, the least and the greatest.
static SIZED: [(&str, &str, &str, i64, i64); 6] = [
    ("u8", "unsignedInt8", "8 bit unsigned integer", 0, 255),
    ("u16", "unsignedInt16", "16 bit unsigned integer", 0, 65_535),
    ("u32", "unsignedInt32", "32 bit unsigned integer", 0, 4_294_967_295),
    ("s8", "signedInt8", "8 bit signed integer", -128, 127),
    ("s16", "signedInt16", "16 bit signed integer", -32_768, 32_767),
    ("s32", "signedInt32", "32 bit signed integer", -2_147_483_648, 2_147_483_647),
];

pub(super) fn values(ev: &mut Evaluator<'_>) -> Vec<(&'static str, ThunkId)> {
    let mut ints: Vec<(&'static str, ThunkId)> =
        SIZED.iter().map(|&(name, ..)| (name, sized(ev, name))).collect();
    let port = sized(ev, "u16");
    ints.push(("between", ev.ready(INT_BETWEEN.value(), None)));
    let positive = "positive integer, meaning >0";
    ints.push(("positive", known(ev, ("positiveInt", positive, CLAUSE, &check::POSITIVE))));
    let unsigned = "unsigned integer, meaning >=0";
    ints.push(("unsigned", known(ev, ("unsignedInt", unsigned, CLAUSE, &check::UNSIGNED))));

    let mut numbers = vec![("between", ev.ready(NUMBER_BETWEEN.value(), None))];
    let positive = "positive integer or floating point number, meaning >0";
    numbers.push(("positive", known(ev, ("numberPositive", positive, CLAUSE, &check::ABOVE_ZERO))));
    let nonnegative = "nonnegative integer or floating point number, meaning >=0";
    let nonnegative = ("numberNonnegative", nonnegative, CLAUSE, &check::NOT_NEGATIVE);
    numbers.push(("nonnegative", known(ev, nonnegative)));

    let int = known(ev, ("int", "signed integer", NOUN, &check::INT));
    vec![
        ("int", int),
        ("ints", section(ev, ints)),
        ("numbers", section(ev, numbers)),
        ("port", port),
    ]
}

fn section(ev: &mut Evaluator<'_>, values: Vec<(&'static str, ThunkId)>) -> ThunkId {
    let entries = values.into_iter().map(|(name, value)| plain(name, value)).collect();
    ev.ready(Attrs::new(entries, Some(not_followed()), Vec::new()).into(), None)
}

fn sized(ev: &mut Evaluator<'_>, wanted: &'static str) -> ThunkId {
    ev.defer(None, move |ev| {
        let Some(&(_, name, words, least, greatest)) =
            SIZED.iter().find(|(name, ..)| *name == wanted)
        else {
            return Value::Unknown(not_followed());
        };
        let bounds = [least, greatest].map(|bound| ev.ready(bound.into(), None));
        let check = ev.ready(given(&check::BETWEEN, bounds.to_vec()), None);
        let mut kind = Type::new(ev, None, name, check);
        let description =
            format_smolstr!("{words}; between {least} and {greatest} (both inclusive)");
        kind.description = ev.ready(description.into(), None);
        kind.class = ev.ready(SmolStr::new_static(NOUN).into(), None);
        kind.finish(ev, None)
    })
}

fn int_between(call: &mut Call<'_, '_>) -> Answer {
    let bounds = [call.shown(0)?, call.shown(1)?];
    between(call, "intBetween", "integer", &check::BETWEEN, &bounds)
}

fn number_between(call: &mut Call<'_, '_>) -> Answer {
    let bounds = [bound(call, 0)?, bound(call, 1)?];
    let words = "integer or floating point number";
    between(call, "numberBetween", words, &check::NUMBER_BETWEEN, &bounds)
}

/// A bound as JSON writes it.
fn bound(
    call: &mut Call<'_, '_>,
    number: usize,
) -> Result<SmolStr, std::sync::Arc<crate::value::Unknown>> {
    if let Value::Int(int) = call.value(number)? {
        return Ok(format_smolstr!("{int}"));
    }
    let bound = call.thunk(number);
    match call.builtin("toJSON", &[bound])? {
        Value::String(text) => Ok(text),
        _ => Err(call.mismatch("a number")),
    }
}

fn between(
    call: &mut Call<'_, '_>,
    name: &'static str,
    words: &str,
    check: &'static Native,
    [least, greatest]: &[SmolStr; 2],
) -> Answer {
    let bounds = [call.thunk(0), call.thunk(1)];
    if call.ev.compare(bounds[0], bounds[1], call.at)?.is_gt() {
        return Err(call.unknown("the least is greater than the greatest"));
    }
    let mut kind = call.new_type(name, given(check, bounds.to_vec()));
    let class = if name == "intBetween" { NOUN } else { super::make::CONJUNCTION };
    kind.class = call.type_name(class);
    kind.description =
        call.text_of(format_smolstr!("{words} between {least} and {greatest} (both inclusive)"));
    call.finish_type(kind)
}
