//! Equations, as Word's own: Office Math Markup Language (ISO/IEC 29500-1, chapter 22.1).

use super::body::DocumentXml;
use super::paragraph::{ParagraphProperties, field};
use super::run::words;
use crate::document::{LARGE, Math};
use crate::layout::Equation;
use crate::template::xml;
use crate::text::math::has_limits;

/// The typeface in which Word shows equations.
const TYPEFACE: &str = r#"<w:rPr><w:rFonts w:ascii="Cambria Math" w:hAnsi="Cambria Math"/></w:rPr>"#;

impl DocumentXml<'_> {
    /// Adds an equation on a line of its own, in the middle, with its number at the right.
    pub fn equation(&mut self, Equation { id, equation, anchor }: &Equation) {
        let name = self.bookmarks.identity(*id, None);
        let tab = "<w:r><w:tab/></w:r>";
        let number = equation.number.as_ref().map(|number| {
            let figures = number.trim_matches(['(', ')']);
            let counted = field(r"SEQ Equation \* ARABIC", &format!("<w:r><w:t>{figures}</w:t></w:r>"));
            let whole = format!("<w:r>{}</w:r>{counted}<w:r>{}</w:r>", words("("), words(")"));
            format!("{tab}{}", self.label(*anchor, whole))
        });
        let line = format!("{tab}{}{}", self::equation(&equation.math), number.unwrap_or_default());
        self.paragraph(ParagraphProperties::of("Equation"), &name, &line);
    }
}

/// Returns an equation as the element `m:oMath`.
pub fn equation(math: &Math) -> String {
    format!(r#"<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">{}</m:oMath>"#, part(math))
}

fn part(math: &Math) -> String {
    match math {
        Math::Row(parts) => parts.iter().map(part).collect(),
        Math::Number(text) | Math::Letter(text) | Math::Sign(text) => run("", text),
        Math::Function(name) => run(r#"<m:rPr><m:sty m:val="p"/></m:rPr>"#, name),
        Math::Words(words) => run("<m:rPr><m:nor/></m:rPr>", words),
        Math::Fraction { above, below } => format!("<m:f><m:num>{}</m:num><m:den>{}</m:den></m:f>", part(above), part(below)),
        Math::Scripts { base, below, above } => scripts(base, below.as_deref(), above.as_deref()),
        Math::Operator { name, below, above, of } => operator(name, below.as_deref(), above.as_deref(), of),
        Math::Root { degree, of } => root(degree.as_deref(), of),
        Math::Fence { open, body, close } => format!(
            r#"<m:d><m:dPr><m:begChr m:val="{}"/><m:endChr m:val="{}"/></m:dPr><m:e>{}</m:e></m:d>"#,
            xml(open),
            xml(close),
            part(body)
        ),
        Math::Accent { base, mark } => {
            format!(r#"<m:acc><m:accPr><m:chr m:val="{mark}"/></m:accPr><m:e>{}</m:e></m:acc>"#, part(base))
        }
    }
}

fn run(look: &str, text: &str) -> String {
    format!(r#"<m:r>{look}{TYPEFACE}<m:t xml:space="preserve">{}</m:t></m:r>"#, xml(text))
}

fn scripts(base: &Math, below: Option<&Math>, above: Option<&Math>) -> String {
    let script = |name: &str, of: Option<&Math>| of.map(|of| format!("<m:{name}>{}</m:{name}>", part(of))).unwrap_or_default();
    let element = match (below, above) {
        (None, None) => return part(base),
        (Some(_), None) => "sSub",
        (None, Some(_)) => "sSup",
        (Some(_), Some(_)) => "sSubSup",
    };
    format!("<m:{element}><m:e>{}</m:e>{}{}</m:{element}>", part(base), script("sub", below), script("sup", above))
}

/// Returns a sum or an integral with its limits, or a function with its name, and what it is applied to.
fn operator(name: &Math, below: Option<&Math>, above: Option<&Math>, of: &Math) -> String {
    match name {
        Math::Sign(sign) if LARGE.contains(sign.as_str()) => large(sign, below, above, of),
        Math::Function(function) if has_limits(function) => {
            let lower =
                below.map(|lower| format!("<m:limLow><m:e>{}</m:e><m:lim>{}</m:lim></m:limLow>", part(name), part(lower)));
            let lower = lower.unwrap_or_else(|| part(name));
            let both = above.map(|upper| format!("<m:limUpp><m:e>{lower}</m:e><m:lim>{}</m:lim></m:limUpp>", part(upper)));
            applied(&both.unwrap_or(lower), of)
        }
        _ => applied(&scripts(name, below, above), of),
    }
}

fn applied(name: &str, of: &Math) -> String {
    format!("<m:func><m:fName>{name}</m:fName><m:e>{}</m:e></m:func>", part(of))
}

fn large(sign: &str, below: Option<&Math>, above: Option<&Math>, of: &Math) -> String {
    let place = if "∫∬∭∮".contains(sign) { "subSup" } else { "undOvr" };
    let hidden =
        |name: &str, limit: Option<&Math>| limit.map_or_else(|| format!(r#"<m:{name}Hide m:val="1"/>"#), |_| String::new());
    let limit = |limit: Option<&Math>| limit.map(part).unwrap_or_default();
    format!(
        r#"<m:nary><m:naryPr><m:chr m:val="{sign}"/><m:limLoc m:val="{place}"/>{}{}</m:naryPr><m:sub>{}</m:sub><m:sup>{}</m:sup><m:e>{}</m:e></m:nary>"#,
        hidden("sub", below),
        hidden("sup", above),
        limit(below),
        limit(above),
        part(of)
    )
}

fn root(degree: Option<&Math>, of: &Math) -> String {
    let hidden = if degree.is_none() { r#"<m:radPr><m:degHide m:val="1"/></m:radPr>"# } else { "" };
    format!("<m:rad>{hidden}<m:deg>{}</m:deg><m:e>{}</m:e></m:rad>", degree.map(part).unwrap_or_default(), part(of))
}
