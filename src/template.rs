//! The environment in which templates are rendered: missing values are errors, the number of steps is limited, and every value is escaped for the
//! format that the template's name says.
//!
//! In `*.typ.j2` a value becomes a Typst string literal in markup (`#"…";`), in `*.xml.j2` and `*.rels.j2` it is escaped as XML, in sentences it is
//! plain text. Only a writer may pass a value that is markup already; it marks the value as a safe string.

use crate::assets::Assets;
use minijinja::value::Value;
use minijinja::{AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior};
use std::fmt::Write;

/// The most steps that one rendering may take, in minijinja's unit: about one instruction each.
const FUEL: u64 = 5_000_000;

/// Makes an environment that loads its templates from `assets`.
pub fn environment(assets: &Assets) -> Environment<'static> {
    let assets = assets.clone();
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::SemiStrict);
    environment.set_fuel(Some(FUEL));
    environment.set_auto_escape_callback(escape_for);
    environment.set_formatter(format);
    environment.add_filter("typst", |value: Value| Value::from_safe_string(typst_literal(&plain(&value))));
    environment.set_loader(move |name| Ok(assets.text(name)));
    environment
}

/// Returns how values are escaped in the template with this name.
fn escape_for(name: &str) -> AutoEscape {
    let name = name.strip_suffix(".j2").unwrap_or(name);
    match name.rsplit('.').next() {
        Some("typ") => AutoEscape::Custom("typst".into()),
        Some("xml" | "rels") => AutoEscape::Custom("xml".into()),
        _ => AutoEscape::None,
    }
}

/// Writes a value, escaped for the template in which it stands.
fn format(out: &mut Output, state: &mut State, value: &Value) -> Result<(), Error> {
    if value.is_undefined() || value.is_none() {
        return Err(Error::new(ErrorKind::UndefinedError, "a value that is missing is written"));
    }
    let text = plain(value);
    if value.is_safe() {
        return Ok(out.write_str(&text)?);
    }
    match state.auto_escape() {
        AutoEscape::None => out.write_str(&text)?,
        // without the semicolon, Typst would take a parenthesis that follows for a call
        AutoEscape::Custom(name) if name == "typst" => write!(out, "#{};", typst_literal(&text))?,
        AutoEscape::Custom(name) if name == "xml" => out.write_str(&xml(&text))?,
        other => return Err(Error::new(ErrorKind::InvalidOperation, format!("no way to escape for {other:?}"))),
    }
    Ok(())
}

/// Returns the value as text, not escaped.
fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_string)
}

/// Writes a text as a string literal of Typst, in quotes. Line breaks and tabs become spaces.
pub fn typst_literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' | '\r' | '\t' => out.push(' '),
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') => {
                write!(out, "\\u{{{:x}}}", c as u32).expect("a string takes all");
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Escapes a text for the content or an attribute value of XML 1.0; characters that XML can't hold become U+FFFD.
pub fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => write!(out, "&#{};", c as u32).expect("a string takes all"),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_text_in_every_format() {
        let mut environment = environment(&Assets::default());
        environment.add_template("a.typ.j2", "{{ x }}({{ x|typst }})").unwrap();
        environment.add_template("a.xml.j2", "<a b=\"{{ x }}\"/>").unwrap();
        let context = minijinja::context! { x => "\"#]<&\n$" };
        let render = |name: &str| environment.get_template(name).unwrap().render(&context).unwrap();
        assert_eq!(render("a.typ.j2"), r##"#"\"#]<& $";("\"#]<& $")"##);
        assert_eq!(render("a.xml.j2"), r##"<a b="&quot;#]&lt;&amp;&#10;$"/>"##);
    }

    #[test]
    fn endless_templates_run_out_of_fuel() {
        let mut environment = environment(&Assets::default());
        environment
            .add_template("a.txt", "{% for a in range(9999) %}{% for b in range(9999) %}x{% endfor %}{% endfor %}")
            .unwrap();
        assert!(environment.get_template("a.txt").unwrap().render(()).is_err());
    }
}
