//! The colours of a house style, and how well they can be told apart.

use crate::diagnostic::{Diagnostic, Diagnostics, Reported, catalogue};
use crate::source::Text;
use crate::yaml::schema::Schemas;
use crate::yaml::{Decode, Node};
use serde_json::{Value, json};

/// A colour: red, green and blue, each from 0 to 255.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

impl Colour {
    /// Returns the colour in hexadecimal digits, as Word writes it: `8FB8DF`
    pub fn hex(self) -> String {
        self.0.iter().map(|part| format!("{part:02X}")).collect()
    }

    /// Returns how bright the colour is to the eye, from 0 to 1 (the relative luminance of WCAG 2.2).
    pub fn luminance(self) -> f64 {
        let linear = |part: u8| match f64::from(part) / 255.0 {
            part if part <= 0.04045 => part / 12.92,
            part => ((part + 0.055) / 1.055).powf(2.4),
        };
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Returns the contrast of two colours, from 1 to 21. Text can be read from 4.5 on (WCAG 2.2, 1.4.3).
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance() + 0.05, other.luminance() + 0.05);
        if a > b { a / b } else { b / a }
    }

    /// Reads a colour such as `#8FB8DF`.
    fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
        let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
        Some(Self([part(0)?, part(2)?, part(4)?]))
    }
}

impl Decode for Colour {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        let text = Text::decode(node, report)?;
        Self::parse(&text.value).ok_or_else(|| {
            let message = format!("expected a colour such as `#0B4A8F`, found `{}`", text.value);
            report.push(Diagnostic::new(catalogue::WRONG_TYPE, text.span, message))
        })
    }
    fn schema(_: &mut Schemas) -> Value {
        json!({ "type": "string", "pattern": "^#[0-9A-Fa-f]{6}$" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_the_standard() {
        let [black, white] = [Colour([0; 3]), Colour([255; 3])];
        assert_eq!(black.contrast(white).round(), 21.0);
        assert_eq!(Colour::parse("#0B4A8F").map(Colour::hex).as_deref(), Some("0B4A8F"));
        assert_eq!([Colour::parse("0B4A8F"), Colour::parse("#0B4A8")], [None, None]);
    }
}
