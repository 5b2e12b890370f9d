//! `lib.debug`: what is printed on the way is nobody's business here.

use crate::library::{Passes, Section, no_values};
use crate::native::{Answer, Call, Native};

pub(super) static SECTION: Section = Section {
    name: "debug",
    functions: &[FUNCTIONS],
    builtins: &["addErrorContext", "trace", "unsafeGetAttrPos"],
    values: no_values,
    passes: Passes::AllBut(&[]),
};

static FUNCTIONS: &[Native] = &[
    Native { name: "traceFnSeqN", arity: 4, run: call_last },
    Native { name: "traceIf", arity: 3, run: |call| call.value(2) },
    Native { name: "traceSeq", arity: 2, run: |call| call.value(1) },
    Native { name: "traceSeqN", arity: 3, run: |call| call.value(2) },
    Native { name: "traceVal", arity: 1, run: |call| call.value(0) },
    Native { name: "traceValFn", arity: 2, run: |call| call.value(1) },
    Native { name: "traceValSeq", arity: 1, run: |call| call.value(0) },
    Native { name: "traceValSeqFn", arity: 2, run: |call| call.value(1) },
    Native { name: "traceValSeqN", arity: 2, run: |call| call.value(1) },
    Native { name: "traceValSeqNFn", arity: 3, run: |call| call.value(2) },
];

fn call_last(call: &mut Call<'_, '_>) -> Answer {
    let (function, value) = (call.thunk(2), call.thunk(3));
    call.call(function, &[value])
}
