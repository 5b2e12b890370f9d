//! `lib.lists`.

use crate::native::Native;

pub(super) static FUNCTIONS: &[Native] = &[];
