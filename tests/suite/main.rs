//! All tests of the program as a whole; see tests/README.md.

#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::disallowed_methods, reason = "tests may")]

mod architecture;
mod block_places;
mod bodies;
mod cascades;
mod catalogue;
mod charts;
mod command_line;
mod contributions;
mod determinism;
mod documents;
mod effects;
mod errors;
mod fields;
mod files;
mod foreign;
mod hostile;
mod house;
mod identity;
mod inert;
mod inlines;
mod keys;
mod lint;
mod manual;
mod mutations;
mod nothing_lost;
mod pdf;
mod period;
mod pictures;
mod places;
mod random;
mod recursion;
mod reference;
mod sample;
mod sentences;
mod sizes;
mod snapshots;
mod styles;
mod support;
mod tables;
mod terminal;
mod totals;
mod verbatim;
mod wording;
mod workspace;
