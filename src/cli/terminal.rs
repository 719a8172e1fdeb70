//! The one way to the terminal: nothing that came from a file, from the name of a file or from an argument is sent to it as it is, since a terminal obeys
//! some characters, and others turn the direction of writing.

use crate::diagnostic::{visible, visible_text};
use std::io::{ErrorKind, IsTerminal, Write};

/// The standard output, in messages.
const OUTPUT: &str = "the standard output";

/// Writes a text to the standard output, with its hidden characters written out.
///
/// # Errors
/// A message if the standard output can't be written.
pub fn print(text: &str) -> Result<(), String> {
    write(OUTPUT, std::io::stdout().lock(), visible_text(text).as_bytes())
}

/// Writes a table for programs to the standard output: as it is into a pipe or a file, with its hidden characters written out on a terminal.
///
/// # Errors
/// A message if the standard output can't be written.
pub fn print_data(bytes: &[u8]) -> Result<(), String> {
    match std::io::stdout().is_terminal() {
        true => print(&String::from_utf8_lossy(bytes)),
        false => write(OUTPUT, std::io::stdout().lock(), bytes),
    }
}

/// Writes to a stream. It is no error if the reader has stopped reading, as `head` does.
fn write(what: &str, mut stream: impl Write, bytes: &[u8]) -> Result<(), String> {
    match stream.write_all(bytes).and_then(|()| stream.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(format!("{what} can't be written: {error}")),
        _ => Ok(()),
    }
}

/// Writes `error: ` and a message of one line to the standard error, with its hidden characters written out.
///
/// # Errors
/// A message if the standard error can't be written.
pub fn say_error(message: &str) -> Result<(), String> {
    say_styled(&format!("error: {}\n", visible(message)))
}

/// Writes a text to the standard error, with its hidden characters written out.
///
/// # Errors
/// A message if the standard error can't be written.
pub fn say(text: &str) -> Result<(), String> {
    say_styled(&visible_text(text))
}

/// Writes a text with the program's own colours to the standard error. Whatever in it came from a file has been made visible before.
///
/// # Errors
/// A message if the standard error can't be written.
pub fn say_styled(text: &str) -> Result<(), String> {
    write("the standard error", std::io::stderr().lock(), text.as_bytes())
}
