//! What bytes are part of.

/// What a byte may be part of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Class(u8);

impl Class {
    pub(super) const SPACE: Class = Class(1);
    pub(super) const DIGIT: Class = Class(2);
    pub(super) const NAME: Class = Class(4);
    pub(super) const PATH: Class = Class(8);
    pub(super) const ADDRESS: Class = Class(16);
    /// Content of a string in double quotes that is nothing but itself.
    pub(super) const PLAIN: Class = Class(32);
    /// Content of an indented string that is nothing but itself.
    pub(super) const INDENTED: Class = Class(64);
}

/// Whether `byte` can be part of what is of `class`.
pub(super) fn is(byte: u8, class: Class) -> bool {
    CLASSES.get(usize::from(byte)).is_some_and(|classes| classes & class.0 != 0)
}

const CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut index = 0;
    while index < 256 {
        #[expect(clippy::cast_possible_truncation, reason = "below 256")]
        let byte = index as u8;
        #[expect(clippy::indexing_slicing, reason = "below 256, and checked by the compiler")]
        {
            classes[index] = classes_of(byte);
        }
        index += 1;
    }
    classes
};

const fn classes_of(byte: u8) -> u8 {
    let digit = byte.is_ascii_digit();
    let name = byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'\'');
    let path = byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'_' | b'.' | b'+' | b'-');
    let address = matches!(
        byte,
        b'%' | b'?' | b':' | b'@' | b'&' | b'=' | b'$' | b',' | b'!' | b'~' | b'*' | b'\''
    );
    let space = matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0b' | b'\x0c');
    let plain = !matches!(byte, b'"' | b'\\' | b'$');
    let indented = !matches!(byte, b'\'' | b'$');
    flag(Class::SPACE, space)
        | flag(Class::DIGIT, digit)
        | flag(Class::NAME, name)
        | flag(Class::PATH, path)
        | flag(Class::ADDRESS, path || address)
        | flag(Class::PLAIN, plain)
        | flag(Class::INDENTED, indented)
}

const fn flag(class: Class, set: bool) -> u8 {
    if set { class.0 } else { 0 }
}
