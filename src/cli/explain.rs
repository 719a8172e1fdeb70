//! `rapporteur explain`

use super::Ended;
use crate::diagnostic::{Severity, closest};
use crate::lint::{RULES, Rule};
use clap::Args;

/// Explain a rule: what it finds, why it matters, how it is mended.
#[derive(Args)]
pub struct Arguments {
    /// The rule's name, as a message shows it; without it all rules are listed
    name: Option<String>,
}

/// Prints it.
pub fn run(arguments: &Arguments) -> Result<Ended, String> {
    match &arguments.name {
        None => RULES.iter().for_each(|rule| println!("{:<28} {}", rule.name, rule.about.lines().next().unwrap_or_default())),
        Some(name) => explain(find(name)?),
    }
    Ok(Ended::Well)
}

fn find(name: &str) -> Result<&'static Rule, String> {
    let found = RULES.iter().copied().find(|rule| rule.name == name);
    found.ok_or_else(|| {
        let guess = closest(name, RULES.iter().map(|rule| rule.name));
        let hint = guess.map(|guess| format!("; did you mean `{guess}`?")).unwrap_or_default();
        format!("there is no rule `{name}`{hint} (`rapporteur explain` lists them all)")
    })
}

fn explain(rule: &Rule) {
    let severity = match rule.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    println!("{} ({severity})\n\n{}\n", rule.name, rule.about);
    println!(
        "To change how much it matters: `check: {{rules: {{{}: off}}}}` in dossier.yaml (off, warning or error).",
        rule.name
    );
}
