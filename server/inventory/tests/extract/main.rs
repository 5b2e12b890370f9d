//! Services, read off the source of their modules.

#[cfg(test)]
mod bounds;
#[cfg(test)]
mod cache;
#[cfg(test)]
mod defaults;
#[cfg(test)]
mod flake;
#[cfg(test)]
mod kinds;
#[cfg(test)]
mod open;
#[cfg(test)]
mod options;
#[cfg(test)]
mod service;
#[cfg(test)]
mod settings;
mod support;
#[cfg(test)]
mod values;
