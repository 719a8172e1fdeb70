//! The program `rapporteur`.

/// Measured on the sample dossier: see the README's list of dependencies.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    rapporteur::cli::run()
}
