//! The types of numbers.

use smol_str::{SmolStr, format_smolstr};

use crate::evaluator::Evaluator;
use crate::library::types::check::{self, given};
use crate::library::types::make::{CLAUSE, NOUN, Type, known};
use crate::library::types::named;
use crate::library::types::text::made;
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
    let nothing = ev.ready(Value::Null, None);
    ints.push(("between", ev.ready(INT_BETWEEN.value(), None)));
    ints.push(("positive", made(ev, &INT_POSITIVE, nothing)));
    ints.push(("unsigned", made(ev, &INT_UNSIGNED, nothing)));
    let numbers = vec![
        ("between", ev.ready(NUMBER_BETWEEN.value(), None)),
        ("nonnegative", made(ev, &NUMBER_NOT_NEGATIVE, nothing)),
        ("positive", made(ev, &NUMBER_POSITIVE, nothing)),
    ];
    let int = known(ev, ("int", "signed integer", NOUN, &check::INT));
    vec![
        ("int", int),
        ("ints", section(ev, ints)),
        ("numbers", section(ev, numbers)),
        ("port", port),
    ]
}

static INT_POSITIVE: Native = Native {
    name: "positive",
    arity: 1,
    run: |call| {
        let words = "positive integer, meaning >0";
        narrowed(call, "int", "positiveInt", words, check::POSITIVE.value())
    },
};

static INT_UNSIGNED: Native = Native {
    name: "unsigned",
    arity: 1,
    run: |call| {
        let words = "unsigned integer, meaning >=0";
        narrowed(call, "int", "unsignedInt", words, check::UNSIGNED.value())
    },
};

static NUMBER_POSITIVE: Native = Native {
    name: "positive",
    arity: 1,
    run: |call| {
        let words = "positive integer or floating point number, meaning >0";
        narrowed(call, "number", "numberPositive", words, check::ABOVE_ZERO.value())
    },
};

static NUMBER_NOT_NEGATIVE: Native = Native {
    name: "nonnegative",
    arity: 1,
    run: |call| {
        let words = "nonnegative integer or floating point number, meaning >=0";
        narrowed(call, "number", "numberNonnegative", words, check::NOT_NEGATIVE.value())
    },
};

/// A type of numbers of which fewer are allowed. Its description ends in a clause.
fn narrowed(
    call: &mut Call<'_, '_>,
    base: &'static str,
    name: &'static str,
    words: &'static str,
    check: Value,
) -> Answer {
    let (base, check) = (named(call, base), call.ready(check));
    let attributes = [
        ("check", check),
        ("description", call.type_name(words)),
        ("descriptionClass", call.type_name(CLAUSE)),
        ("name", call.type_name(name)),
    ];
    call.over(base, attributes)
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
        kind.maker = ev.ready(SmolStr::new_static("int").into(), None);
        kind.finish(ev, None)
    })
}

fn int_between(call: &mut Call<'_, '_>) -> Answer {
    let bounds = [call.shown(0)?, call.shown(1)?];
    between(call, ("int", "intBetween"), "integer", &check::BETWEEN, &bounds)
}

fn number_between(call: &mut Call<'_, '_>) -> Answer {
    let bounds = [bound(call, 0)?, bound(call, 1)?];
    let words = "integer or floating point number";
    between(call, ("number", "numberBetween"), words, &check::NUMBER_BETWEEN, &bounds)
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
    (base, name): (&'static str, &'static str),
    words: &str,
    check: &'static Native,
    [least, greatest]: &[SmolStr; 2],
) -> Answer {
    let bounds = [call.thunk(0), call.thunk(1)];
    let [lowest, highest] = bounds;
    if call.ev.compare(lowest, highest, call.at)?.is_gt() {
        return Err(call.unknown("the least is greater than the greatest"));
    }
    let check = call.ready(given(check, bounds.to_vec()));
    let text = format_smolstr!("{words} between {least} and {greatest} (both inclusive)");
    let (base, description, name) = (named(call, base), call.text_of(text), call.type_name(name));
    call.over(base, [("check", check), ("description", description), ("name", name)])
}
