//! All tests of the program as a whole; see tests/README.md.

mod inert;
mod support;
mod verbatim;
