//! Equations: what the signs of an equation are, and how they stand to one another.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use unicode_normalization::char::is_combining_mark;

/// An equation, or a part of one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Math {
    /// Parts beside one another.
    Row(Vec<Math>),
    /// A number: `3.14`.
    Number(String),
    /// A letter that stands for a quantity, in italic type.
    Letter(String),
    /// The name of a function, in upright type: `log`.
    Function(String),
    /// Words within an equation, in upright type.
    Words(String),
    /// A sign: `+`, `≤`, `∑`.
    Sign(String),
    /// A fraction.
    Fraction {
        /// What stands above the line.
        above: Box<Math>,
        /// What stands below the line.
        below: Box<Math>,
    },
    /// A part with an index or a power.
    Scripts {
        /// The part.
        base: Box<Math>,
        /// The index.
        below: Option<Box<Math>>,
        /// The power.
        above: Option<Box<Math>>,
    },
    /// A sum, a product, an integral, or a function, with what it is applied to.
    Operator {
        /// The sign, or the name of the function.
        name: Box<Math>,
        /// The lower limit.
        below: Option<Box<Math>>,
        /// The upper limit.
        above: Option<Box<Math>>,
        /// What it is applied to.
        of: Box<Math>,
    },
    /// A root.
    Root {
        /// The degree, if it is not the square root.
        degree: Option<Box<Math>>,
        /// What stands under the root.
        of: Box<Math>,
    },
    /// A part between two brackets, which are as high as the part.
    Fence {
        /// The opening bracket.
        open: String,
        /// The part.
        body: Box<Math>,
        /// The closing bracket.
        close: String,
    },
    /// A part with a mark above it.
    Accent {
        /// The part.
        base: Box<Math>,
        /// The mark, as a combining character.
        mark: char,
    },
}

/// Signs that have limits, and are as high as what they are applied to.
pub const LARGE: &str = "∑∏∐∫∬∭∮⋂⋃⋀⋁";

impl Math {
    /// Returns the equation in one line, with `/` for fractions, `_` for indices and `^` for powers: `(a + b)/2`.
    pub fn linear(&self) -> String {
        let mut line = Line::default();
        line.add(self);
        line.0
    }

    /// Says whether the part is read as one in a line: no brackets are needed around it.
    fn is_single(&self) -> bool {
        match self {
            Self::Number(_) | Self::Letter(_) | Self::Function(_) | Self::Sign(_) | Self::Fence { .. } => true,
            Self::Root { degree: None, .. } | Self::Accent { .. } => true,
            Self::Row(parts) => matches!(parts.as_slice(), [part] if part.is_single()),
            Self::Words(words) => !words.contains(' '),
            Self::Root { .. } | Self::Fraction { .. } | Self::Scripts { .. } | Self::Operator { .. } => false,
        }
    }
}

/// An equation as it is put into a line.
#[derive(Default)]
struct Line(String);

impl Line {
    fn add(&mut self, part: &Math) {
        match part {
            Math::Row(parts) => parts.iter().for_each(|part| self.add(part)),
            Math::Number(text) | Math::Letter(text) => self.word(text),
            Math::Function(text) | Math::Words(text) => self.word(text),
            Math::Sign(sign) => self.sign(sign),
            Math::Fraction { above, below } => {
                self.operand(above);
                self.0.push('/');
                self.operand(below);
            }
            Math::Scripts { base, below, above } => {
                self.single(base);
                self.scripts(below.as_deref(), above.as_deref());
            }
            Math::Operator { name, below, above, of } => {
                self.add(name);
                self.0.truncate(self.0.trim_end().len());
                self.scripts(below.as_deref(), above.as_deref());
                if **of != Math::Row(Vec::new()) {
                    self.0.push(' ');
                    self.add(of);
                }
            }
            Math::Root { degree, of } => {
                if let Some(degree) = degree {
                    self.0.push_str(&format!("root_{}", enclosed(degree)));
                }
                self.0.push_str(&format!("√({})", of.linear()));
            }
            Math::Fence { open, body, close } => self.0.push_str(&format!("{open}{}{close}", body.linear())),
            Math::Accent { base, mark } => {
                self.single(base);
                self.0.push(*mark);
            }
        }
    }

    fn single(&mut self, part: &Math) {
        if part.is_single() { self.add(part) } else { self.0.push_str(&format!("({})", part.linear())) }
    }

    /// Adds a part above or below the line of a fraction.
    fn operand(&mut self, part: &Math) {
        if matches!(part, Math::Scripts { .. }) { self.add(part) } else { self.single(part) }
    }

    fn scripts(&mut self, below: Option<&Math>, above: Option<&Math>) {
        for (mark, part) in [('_', below), ('^', above)] {
            match part {
                Some(Math::Sign(prime)) if prime.starts_with('′') => self.0.push_str(prime),
                Some(part) => self.0.push_str(&format!("{mark}{}", enclosed(part))),
                None => {}
            }
        }
    }

    /// Adds a number or letters, apart from a part before.
    fn word(&mut self, text: &str) {
        self.part_from_before();
        self.0.push_str(text);
    }

    /// Adds a space after a part.
    fn part_from_before(&mut self) {
        if self.0.ends_with(ends_part) {
            self.0.push(' ');
        }
    }

    /// Adds a sign: between spaces where it connects two parts.
    fn sign(&mut self, sign: &str) {
        let begins = !self.0.trim_end().ends_with(ends_part);
        match sign {
            "," | ";" => self.0.push_str(&format!("{sign} ")),
            "!" | "′" | "%" | "°" | "∞" => self.0.push_str(sign),
            _ if begins => self.0.push_str(sign),
            _ if LARGE.contains(sign) => {
                self.part_from_before();
                self.0.push_str(sign);
            }
            _ => {
                let apart = if self.0.ends_with(' ') { "" } else { " " };
                self.0.push_str(&format!("{apart}{sign} "));
            }
        }
    }
}

/// Says whether a character may be the last one of a part, and so is no sign that waits for another part.
fn ends_part(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c) || ")]|}⌋⌉!′%°∞".contains(c)
}

/// Returns a part in a line, in brackets if it is more than one sign.
fn enclosed(part: &Math) -> String {
    if part.is_single() { part.linear() } else { format!("({})", part.linear()) }
}
