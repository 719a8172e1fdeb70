//! All tests of the program as a whole; see tests/README.md.

mod architecture;
mod determinism;
mod documents;
mod hostile;
mod inert;
mod support;
mod verbatim;
