//! What happens when a run is ended from outside: by Ctrl-C, or by the system.

use crate::disk::discard_unfinished;

/// Ends the process at the signals SIGINT, SIGTERM and SIGHUP without leaving unfinished files. The exit code is 128 and the number of the signal, as
/// in shells; a second signal ends the process at once. On systems without these signals, the next run takes away what is left.
pub fn watch() {
    #[cfg(unix)]
    {
        use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
        // without the watch, a signal ends the process as usual
        let Ok(mut signals) = signal_hook::iterator::Signals::new([SIGINT, SIGTERM, SIGHUP]) else { return };
        std::thread::spawn(move || {
            if let Some(signal) = signals.forever().next() {
                let code = 128 + signal;
                std::thread::spawn(move || {
                    let _nothing_is_saved_any_more = discard_unfinished();
                    std::process::exit(code);
                });
                signals.forever().next();
                std::process::exit(code);
            }
        });
    }
}
