//! The command `rapporteur completions`: prints the completions for a shell.

use super::ExitStatus;
use super::terminal::print_data;
use clap::{Args, CommandFactory};
use clap_complete::Shell;

/// Print the completions for a shell.
///
/// For bash: `rapporteur completions bash > ~/.local/share/bash-completion/completions/rapporteur`
#[derive(Args)]
pub struct Arguments {
    /// The shell
    shell: Shell,
}

/// Prints the completions.
///
/// # Errors
/// A message if the standard output can't be written.
pub fn run(arguments: &Arguments) -> Result<ExitStatus, String> {
    let mut command = super::Arguments::command();
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut command, "rapporteur", &mut script);
    print_data(&script)?;
    Ok(ExitStatus::Well)
}
