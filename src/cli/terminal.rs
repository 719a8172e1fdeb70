//! The one way to the terminal: nothing that came from a file, from the name of a file or from an argument is sent to it as it is, since a terminal obeys
//! some characters, and others turn the direction of writing.

use crate::diagnostic::{visible, visible_text};
use std::io::{ErrorKind, IsTerminal, Write};

/// Writes a text to the standard output, with its hidden characters written out.
///
/// # Errors
/// A message if the standard output can't be written.
pub fn print(text: &str) -> Result<(), String> {
    write(visible_text(text).as_bytes())
}

/// Writes a table for programs to the standard output: as it is into a pipe or a file, with its hidden characters written out on a terminal.
///
/// # Errors
/// A message if the standard output can't be written.
pub fn print_data(bytes: &[u8]) -> Result<(), String> {
    match std::io::stdout().is_terminal() {
        true => print(&String::from_utf8_lossy(bytes)),
        false => write(bytes),
    }
}

/// Writes to the standard output. If the reader has stopped reading, as `head` does, the process ends without an error.
fn write(bytes: &[u8]) -> Result<(), String> {
    let mut out = std::io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => std::process::exit(0),
        Err(error) => Err(format!("the standard output can't be written: {error}")),
        Ok(()) => Ok(()),
    }
}

/// Writes `error: ` and a message of one line to the standard error, with its hidden characters written out.
pub fn say_error(message: &str) {
    say_styled(&format!("error: {}\n", visible(message)));
}

/// Writes a text to the standard error, with its hidden characters written out.
pub fn say(text: &str) {
    say_styled(&visible_text(text));
}

/// Writes a text with the program's own colours to the standard error. Whatever in it came from a file has been made visible before.
pub fn say_styled(text: &str) {
    // nobody is left to whom a failure could be told; the exit code tells the rest
    let _ = std::io::stderr().lock().write_all(text.as_bytes());
}
