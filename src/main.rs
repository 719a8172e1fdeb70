//! The program `rapporteur`.

fn main() -> std::process::ExitCode {
    rapporteur::cli::run()
}
