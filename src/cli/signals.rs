//! What happens when a run is ended from outside: by Ctrl-C, or by the system.

use crate::disk::discard_unfinished;

/// Ends the process at the signals SIGINT and SIGTERM without leaving unfinished files. The exit code is 128 and the number of the signal, as
/// in shells; a second signal ends the process at once. On systems without these signals, the next run takes away what is left.
pub fn watch() {
    #[cfg(unix)]
    {
        use signal_hook::consts::{SIGINT, SIGTERM};
        // without the watch, a signal ends the process as usual
        let Ok(mut signals) = signal_hook::iterator::Signals::new([SIGINT, SIGTERM]) else { return };
        let watch = move || {
            let Some(signal) = signals.forever().next() else { return };
            let code = 128 + signal;
            let end = move || {
                let _nothing_is_saved_any_more = discard_unfinished();
                std::process::exit(code);
            };
            // if there can be no other thread, the second signal is not waited for either
            if std::thread::Builder::new().spawn(end).is_ok() {
                signals.forever().next();
            }
            std::process::exit(code);
        };
        let _ = std::thread::Builder::new().spawn(watch);
    }
}
