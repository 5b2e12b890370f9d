//! What a name names, by the place that it stands in.

use smol_str::SmolStr;

use crate::place::{At, Spot};

/// The thing that the name under a cursor stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Subject<'s> {
    Machine,
    Tag,
    Instance,
    /// The service that an instance is one of.
    Module {
        instance: &'s str,
    },
    Role {
        instance: &'s str,
    },
    /// An input of the clan's flake.
    Input,
}

impl Subject<'_> {
    /// `None` when there is no name, or none of these. A value or an item names something only as
    /// a string: anything else is an expression.
    pub(crate) fn of(spot: &Spot) -> Option<Subject<'_>> {
        let is_string = spot.name.inside_quotes.is_some();
        if spot.name.text.is_empty() || (spot.at != At::Key && !is_string) {
            return None;
        }
        let path: Vec<&str> = spot.path.iter().map(SmolStr::as_str).collect();
        Subject::at(&path, spot.at)
    }

    /// What a name names that stands at a place: a key, or a string that is a value or an item.
    pub(crate) fn at<'p>(path: &[&'p str], at: At) -> Option<Subject<'p>> {
        match (path, at) {
            (["machines"] | ["inventory", "machines"], At::Key)
            | (["inventory", "tags", _], At::Item)
            | (["inventory", "instances", _, "roles", _, "machines"], At::Key) => {
                Some(Subject::Machine)
            }
            (["inventory", "tags"], At::Key)
            | (["inventory", "machines", _, "tags"], At::Item)
            | (["inventory", "instances", _, "roles", _, "tags"], At::Key | At::Item) => {
                Some(Subject::Tag)
            }
            (["inventory", "instances"], At::Key) => Some(Subject::Instance),
            (["inventory", "instances", instance, "module", "name"], At::Value) => {
                Some(Subject::Module { instance })
            }
            (["inventory", "instances", _, "module", "input"], At::Value) => Some(Subject::Input),
            (["inventory", "instances", instance, "roles"], At::Key) => {
                Some(Subject::Role { instance })
            }
            _ => None,
        }
    }
}

/// Does every machine carry the tag, or every one of a class, without being given it?
pub(crate) fn is_built_in(tag: &str) -> bool {
    ["all", "nixos", "darwin"].contains(&tag)
}
