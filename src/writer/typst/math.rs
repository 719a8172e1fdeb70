//! Writes equations in Typst's notation. It is written from [`Math`], not from what the author typed, so that nothing else than an equation can come of it.

use super::body::TypstBuilder;
use crate::document::Math;
use crate::layout::Equation;
use crate::resolved;
use crate::template::typst_literal;
use crate::text::math::has_limits;

impl TypstBuilder<'_> {
    /// Adds an equation on a line of its own.
    pub fn equation(&mut self, Equation { equation, anchor, .. }: &Equation) {
        self.from(equation.span, |body| {
            let number = equation.number.as_ref().map_or("none".into(), |number| typst_literal(number));
            let (alt, math) = (typst_literal(&equation.alt), math(&equation.math));
            body.push(&format!("#display-equation(number: {number}, alt: {alt}, ${math}$)"));
            body.label(*anchor);
        });
    }
}

/// Returns the call for an equation in a line.
pub fn in_line(equation: &resolved::Equation) -> String {
    format!("#math.equation(alt: {}, ${}$.body);", typst_literal(&equation.alt), math(&equation.math))
}

/// Returns an equation in the notation that stands between `$` and `$`.
fn math(part: &Math) -> String {
    match part {
        Math::Row(parts) => parts.iter().map(math).collect::<Vec<_>>().join(" "),
        Math::Number(text) | Math::Letter(text) => escaped(text),
        Math::Function(name) => format!("op({}, limits: #{})", typst_literal(name), has_limits(name)),
        Math::Words(words) => typst_literal(words),
        Math::Sign(sign) => escaped(sign),
        Math::Fraction { above, below } => format!("frac({}, {})", argument(above), argument(below)),
        Math::Scripts { base, below, above } => scripts(base, below.as_deref(), above.as_deref()),
        Math::Operator { name, below, above, of } => {
            format!("{} {}", scripts(name, below.as_deref(), above.as_deref()), math(of))
        }
        Math::Root { degree: None, of } => format!("sqrt({})", argument(of)),
        Math::Root { degree: Some(degree), of } => format!("root({}, {})", argument(degree), argument(of)),
        Math::Fence { open, body, close } => format!("lr({} {} {})", escaped(open), math(body), escaped(close)),
        Math::Accent { base, mark } => format!("accent({}, #{})", argument(base), typst_literal(&mark.to_string())),
    }
}

/// Returns a part as the argument of a call, which may not be empty.
fn argument(part: &Math) -> String {
    let written = math(part);
    if written.is_empty() { "\"\"".into() } else { written }
}

fn scripts(base: &Math, below: Option<&Math>, above: Option<&Math>) -> String {
    let script = |name: &str, part: Option<&Math>| part.map(|part| format!(", {name}: {}", argument(part))).unwrap_or_default();
    match (below, above) {
        (None, None) => math(base),
        _ => format!("attach({}{}{})", argument(base), script("b", below), script("t", above)),
    }
}

/// Returns letters and signs so that Typst reads each as itself.
fn escaped(text: &str) -> String {
    let one = |c: char| if c.is_ascii_punctuation() && c != '.' { format!("\\{c}") } else { c.to_string() };
    text.chars().map(one).collect()
}
