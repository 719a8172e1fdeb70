//! All tests of the program as a whole; see tests/README.md.

mod architecture;
mod command_line;
mod determinism;
mod documents;
mod errors;
mod hostile;
mod inert;
mod support;
mod verbatim;
