//! `builtins` that count. What is too large for Nix is unknown, since Nix refuses it.

use crate::native::{Answer, Call, Native};
use crate::operator::{add_numbers, divide, multiply, subtract};
use crate::value::{Origin, Value};

pub(super) static FUNCTIONS: &[Native] = &[
    Native { name: "add", arity: 2, run: |call| arithmetic(call, add_numbers) },
    Native { name: "bitAnd", arity: 2, run: |call| bits(call, |a, b| a & b) },
    Native { name: "bitOr", arity: 2, run: |call| bits(call, |a, b| a | b) },
    Native { name: "bitXor", arity: 2, run: |call| bits(call, |a, b| a ^ b) },
    Native { name: "ceil", arity: 1, run: |call| round(call, f64::ceil) },
    Native { name: "div", arity: 2, run: |call| arithmetic(call, divide) },
    Native { name: "floor", arity: 1, run: |call| round(call, f64::floor) },
    Native { name: "lessThan", arity: 2, run: less_than },
    Native { name: "mul", arity: 2, run: |call| arithmetic(call, multiply) },
    Native { name: "sub", arity: 2, run: |call| arithmetic(call, subtract) },
];

fn arithmetic(call: &mut Call<'_, '_>, operate: fn(Value, Value, Origin) -> Value) -> Answer {
    let (left, right) = (call.value(0)?, call.value(1)?);
    operate(left, right, call.at).into()
}

fn bits(call: &mut Call<'_, '_>, operate: fn(i64, i64) -> i64) -> Answer {
    Ok(operate(call.int(0)?, call.int(1)?).into())
}

/// Nix takes whole numbers through floating-point ones, and refuses those that change by it.
#[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation)]
fn round(call: &mut Call<'_, '_>, rounded: fn(f64) -> f64) -> Answer {
    /// The least number that is too large for an integer.
    const TOO_LARGE: f64 = -(i64::MIN as f64);
    let (float, exact) = match call.value(0)? {
        Value::Int(int) => (int as f64, Some(int)),
        Value::Float(float) => (rounded(float), None),
        _ => return Err(call.mismatch("a number")),
    };
    if !(-TOO_LARGE..TOO_LARGE).contains(&float) {
        return Err(call.unknown("the number is too large"));
    }
    let int = float as i64;
    if exact.is_some_and(|exact| exact != int) {
        return Err(call.unknown("the number is too large"));
    }
    Ok(int.into())
}

fn less_than(call: &mut Call<'_, '_>) -> Answer {
    let (left, right) = (call.thunk(0), call.thunk(1));
    let order = call.ev.compare(left, right, call.at)?;
    Ok(order.is_lt().into())
}
