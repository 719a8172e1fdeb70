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

/// The size of the largest template that is read, in bytes; ours have at most 24 KB.
const LARGEST: usize = 64 << 10;
/// The stack on which templates are read, in bytes. minijinja and Typst go down a level for each sign of a long expression, and a template may be one
/// expression.
const STACK: usize = 256 << 20;

/// Returns the result of `work`, which reads templates, on a stack with room for any of them.
pub fn with_room<T>(work: impl FnOnce() -> T) -> T {
    stacker::grow(STACK, work)
}

/// Returns the text of the file at `path` of the templates, if there is one.
///
/// # Errors
/// Fails if the file is too large.
pub fn source(assets: &Assets, path: &str) -> Result<Option<String>, Error> {
    assets.text(path).map(|text| of_bearable_size(path, text)).transpose()
}

fn of_bearable_size(name: &str, source: String) -> Result<String, Error> {
    if source.len() > LARGEST {
        let message = format!("`{name}` has more than {} KB", LARGEST >> 10);
        return Err(Error::new(ErrorKind::SyntaxError, message));
    }
    Ok(source)
}

/// Adds a template to an environment.
///
/// # Errors
/// The message of a template that is too large or can't be read.
pub fn add(environment: &mut Environment, name: &str, source: &str) -> Result<(), Error> {
    let source = of_bearable_size(name, source.into())?;
    with_room(|| environment.add_template_owned(name.to_string(), source))
}

/// Renders a template of the files of an environment.
///
/// # Errors
/// The message of a template that can't be read or rendered.
pub fn render(environment: &Environment, name: &str, values: impl Into<Value>) -> Result<String, String> {
    let rendered = with_room(|| environment.get_template(name).and_then(|template| template.render(values)));
    rendered.map_err(|error| format!("{error:#}"))
}

/// Makes an environment that loads its templates from `assets`.
pub fn environment_of(assets: &Assets) -> Environment<'static> {
    let assets = assets.clone();
    let mut environment = environment();
    environment.set_loader(move |name| source(&assets, name));
    environment
}

/// Makes an environment without templates.
pub fn environment() -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::SemiStrict);
    environment.set_fuel(Some(FUEL));
    environment.set_auto_escape_callback(escape_for);
    environment.set_formatter(format);
    environment.add_filter("typst", |value: Value| Value::from_safe_string(typst_literal(&plain(&value))));
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
        let mut environment = environment();
        environment.add_template("a.typ.j2", "{{ x }}({{ x|typst }})").unwrap();
        environment.add_template("a.xml.j2", "<a b=\"{{ x }}\"/>").unwrap();
        let context = minijinja::context! { x => "\"#]<&\n$" };
        let render = |name: &str| environment.get_template(name).unwrap().render(&context).unwrap();
        assert_eq!(render("a.typ.j2"), r##"#"\"#]<& $";("\"#]<& $")"##);
        assert_eq!(render("a.xml.j2"), r##"<a b="&quot;#]&lt;&amp;&#10;$"/>"##);
    }

    #[test]
    fn endless_templates_run_out_of_fuel() {
        let mut environment = environment();
        environment
            .add_template("a.txt", "{% for a in range(9999) %}{% for b in range(9999) %}x{% endfor %}{% endfor %}")
            .unwrap();
        assert!(environment.get_template("a.txt").unwrap().render(()).is_err());
    }

    #[test]
    fn templates_in_templates_have_an_end() {
        let folder = tempfile::tempdir().unwrap();
        let assets = Assets { overrides: Some(folder.path().into()) };
        let fault = |source: &str| {
            std::fs::write(folder.path().join("a.xml.j2"), source).unwrap();
            render(&environment_of(&assets), "a.xml.j2", minijinja::context! {}).unwrap_err()
        };
        for cycle in [1, 2, 3, 1000] {
            let macros: String =
                (0..cycle).map(|at| format!("{{% macro m{at}() %}}{{{{ m{}() }}}}{{% endmacro %}}", (at + 1) % cycle)).collect();
            assert!(fault(&format!("{macros}{{{{ m0() }}}}")).contains("recursion limit"), "{cycle}");
            for at in 1..cycle {
                std::fs::write(folder.path().join(format!("b{at}")), format!("{{% include 'b{}' %}}", (at + 1) % cycle)).unwrap();
            }
            std::fs::write(folder.path().join("b0"), format!("{{% include 'b{}' %}}", 1 % cycle)).unwrap();
            assert!(fault("{% include 'b0' %}").contains("could not render include"), "{cycle}");
        }
        assert!(fault("{% extends 'a.xml.j2' %}").contains("cycle"));
    }

    #[test]
    fn a_template_of_one_long_expression_needs_no_more_stack_than_there_is() {
        let thread = std::thread::Builder::new().stack_size(2 << 20).spawn(|| {
            for (before, piece, after) in [
                ("", "-", "1"),
                ("", "not ", "1"),
                ("", "1+", "1"),
                ("", "1**", "1"),
                ("", "1 if 1 else ", "1"),
                ("x", ".a", ""),
                ("1", "|string", ""),
                ("x", "[0]", ""),
                ("x", "()", ""),
                ("1", " ~ 1", ""),
                ("1", " in 1", ""),
            ] {
                let count = LARGEST / piece.len() - 8;
                let _ = add(&mut environment(), "a", &format!("{{{{ {before}{}{after} }}}}", piece.repeat(count)));
            }
            for tag in ["{% elif 1 %}", "{% if 1 %}", "{% for a in b %}", "{% set a %}", "{% block a %}"] {
                let count = LARGEST / tag.len() - 4;
                let _ = add(&mut environment(), "a", &format!("{{% if 1 %}}{}{{% endif %}}", tag.repeat(count)));
            }
        });
        thread.unwrap().join().unwrap();
        assert!(add(&mut environment(), "a", &"a".repeat(LARGEST + 1)).is_err());
    }
}
