//! The command line: the only room that uses arguments, the standard streams, the clock and the environment.
//!
//! 1. [`run`] reads the arguments and calls the command, which has a file of its own.
//! 2. The command calls the library, shows messages on the standard error, and prints results on the standard output.
//! 3. [`run`] turns the end of the command into an exit code.
#![allow(clippy::disallowed_methods, reason = "this is where they belong")]

mod build;
mod check;
mod completions;
mod explain;
mod new;
mod options;
mod recommendations;
mod schema;
mod signals;
mod status;
mod terminal;

use crate::project::silence_panics;
use clap::{Parser, Subcommand};
use std::process::ExitCode;
use terminal::{print, say, say_error};

/// Reports of working groups to the ITU Council: YAML in, accessible PDF and genuine Word out.
#[derive(Parser)]
#[command(
    name = "rapporteur",
    version,
    max_term_width = 100,
    after_help = "\
Begin with `rapporteur new annual-report my-dossier`, then `rapporteur build my-dossier`.

Exit codes: 0 done; 1 errors in the files that were read; 2 could not run, or could not save or show everything."
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Build(build::Arguments),
    Check(check::Arguments),
    New(new::Arguments),
    Recommendations(recommendations::Arguments),
    Status(status::Arguments),
    Explain(explain::Arguments),
    Schema(schema::Arguments),
    Completions(completions::Arguments),
}

/// The end of a command that could run.
enum ExitStatus {
    /// The command is done.
    Well,
    /// There are errors in the files that were read.
    WithErrors,
}

/// Runs the command that the command line names, and returns the exit code: 0 done, 1 errors in the files that were read, 2 could not run, or could
/// not save or show everything.
pub fn run() -> ExitCode {
    silence_panics();
    signals::watch();
    let command = match Arguments::try_parse() {
        Ok(arguments) => arguments.command,
        Err(answer) => return without_command(&answer),
    };
    let result = match command {
        Command::Build(arguments) => build::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::New(arguments) => new::run(&arguments),
        Command::Recommendations(arguments) => recommendations::run(&arguments),
        Command::Status(arguments) => status::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Schema(arguments) => schema::run(&arguments),
        Command::Completions(arguments) => completions::run(&arguments),
    };
    match result {
        Ok(ExitStatus::Well) => ExitCode::SUCCESS,
        Ok(ExitStatus::WithErrors) => ExitCode::from(1),
        Err(message) => could_not_run(&message),
    }
}

/// Shows why the command could not run, and returns the exit code.
fn could_not_run(message: &str) -> ExitCode {
    // there is no other place left where this could be said
    let _ = say_error(message);
    ExitCode::from(2)
}

/// Shows the help or the version that was asked for, or what is wrong with the arguments, and returns the exit code.
fn without_command(answer: &clap::Error) -> ExitCode {
    let text = answer.to_string();
    let shown = if answer.use_stderr() { say(&text) } else { print(&text) };
    shown.map_or_else(|message| could_not_run(&message), |()| ExitCode::from(answer.exit_code() as u8))
}
