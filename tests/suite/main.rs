//! All tests of the program as a whole; see tests/README.md.

mod support;
mod verbatim;
