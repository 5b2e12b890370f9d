//! Values to the semantic index of a clan.

mod clan;

pub use clan::{
    By, Clan, Gap, Instance, Machine, MachineClass, ModuleRef, Place, Reason, Role, Tag, TagSource,
    Use,
};
