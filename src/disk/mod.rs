//! The file system: only regular files are read, without waiting for one that is none; files are written whole or not at all.
//!
//! 1. [`read`] refuses what is no regular file (a pipe, a device, a folder), and never reads more than it is allowed.
//! 2. A [`Staging`] writes sets of files in a folder of its own and then moves them to their places. [`save`] is the short form for one file.
//! 3. [`Target`] says what is at the place of a file that somebody names: a file to be replaced, or a pipe or device to be written to
//!    ([`write_to_stream`]).

mod regular;
mod staging;
mod target;

pub use regular::{append, read};
pub use staging::{Set, Staging, discard_unfinished, save};
pub use target::{Target, write_to_stream};
