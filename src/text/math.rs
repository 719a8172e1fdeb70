//! Reads equations in Typst's notation. What is understood is what Word can show as an equation too: fractions, indices and powers, roots, brackets, sums,
//! products, integrals, functions, accents, and all signs that Typst has names for. Nothing of it is ever run: an equation becomes [`Math`], and what is no part of it
//! is a message.

use crate::document::{LARGE, Math};
use codex::{Def, ModifierSet};
use std::ops::Range;
use typst::syntax::{LinkedNode, SyntaxKind, parse_math};

/// The most levels that parts of an equation stand in one another.
const DEEPEST: usize = 24;

/// The names of functions that are in upright type; these have their limits below.
const WITH_LIMITS: [&str; 9] = ["det", "gcd", "inf", "lcm", "lim", "max", "min", "sup", "Pr"];

/// The other names of functions that are in upright type.
const FUNCTIONS: [&str; 25] = [
    "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "coth", "csc", "deg", "dim", "exp", "hom", "ker", "lg", "ln",
    "log", "mod", "sec", "sin", "sinc", "sinh", "tan", "tanh", "tr",
];

/// The names of marks above a part, each with its combining character.
const ACCENTS: [(&str, char); 9] = [
    ("hat", '\u{302}'),
    ("tilde", '\u{303}'),
    ("macron", '\u{304}'),
    ("overline", '\u{305}'),
    ("dot", '\u{307}'),
    ("diaer", '\u{308}'),
    ("acute", '\u{301}'),
    ("grave", '\u{300}'),
    ("arrow", '\u{20d7}'),
];

/// The names of calls that put a part between brackets.
const BRACKETS: [(&str, &str, &str); 4] = [("abs", "|", "|"), ("norm", "‖", "‖"), ("floor", "⌊", "⌋"), ("ceil", "⌈", "⌉")];

/// What is wrong with an equation: the bytes of it, and the message.
#[derive(Debug, PartialEq, Eq)]
pub struct MathFault {
    /// The bytes of the equation at which the fault is.
    pub range: Range<usize>,
    /// What is wrong.
    pub message: String,
}

/// Says whether the limits of a function stand below and above its name.
pub fn has_limits(function: &str) -> bool {
    WITH_LIMITS.contains(&function)
}

/// Reads an equation in Typst's notation, such as `E = m c^2`.
///
/// # Errors
///
/// Returns the first part that is not understood.
pub fn read(text: &str) -> Result<Math, MathFault> {
    let tree = parse_math(text);
    let root = LinkedNode::new(&tree);
    if let Some(fault) = syntax_fault(&root) {
        return Err(fault);
    }
    let math = Reader { depth: 0 }.part(&root)?;
    if math == Math::Row(Vec::new()) { Err(fault(&root, "an equation is empty")) } else { Ok(math) }
}

/// Returns the first fault that Typst's parser found.
fn syntax_fault(node: &LinkedNode) -> Option<MathFault> {
    if node.kind() == SyntaxKind::Error {
        return Some(fault(node, "the equation is not complete here"));
    }
    node.children().find_map(|child| syntax_fault(&child))
}

fn fault(node: &LinkedNode, message: impl Into<String>) -> MathFault {
    MathFault { range: node.range(), message: message.into() }
}

fn unknown(node: &LinkedNode) -> MathFault {
    fault(node, format!("`{}` can't be shown as a part of an equation of Word", text_of(node)))
}

#[derive(Clone, Copy)]
struct Reader {
    depth: usize,
}

impl Reader {
    fn part(self, node: &LinkedNode) -> Result<Math, MathFault> {
        if self.depth == DEEPEST {
            return Err(fault(node, format!("the parts of an equation stand in one another {DEEPEST} deep at most")));
        }
        let inner = Self { depth: self.depth + 1 };
        match node.kind() {
            SyntaxKind::Math => inner.row(&bare(node)),
            SyntaxKind::MathText | SyntaxKind::MathIdent | SyntaxKind::MathFieldAccess => named(node),
            SyntaxKind::MathShorthand => Ok(Math::Sign(shorthand(node)?)),
            SyntaxKind::Escape => Ok(Math::Sign(text_of(node).chars().skip(1).collect())),
            SyntaxKind::Str => Ok(Math::Words(words(node)?)),
            SyntaxKind::MathPrimes => Ok(Math::Sign("′".repeat(text_of(node).len()))),
            SyntaxKind::MathDelimited => inner.fence(node),
            SyntaxKind::MathAttach => inner.scripts(node),
            SyntaxKind::MathFrac => {
                let [above, below] = inner.parts(node)?;
                Ok(Math::Fraction { above: above.into(), below: below.into() })
            }
            SyntaxKind::MathRoot => inner.root(node),
            SyntaxKind::MathCall => inner.call(node),
            // brackets without a partner, and commas
            _ if ["(", ")", "[", "]", "{", "}", ",", ";", "|", "!", ":"].contains(&text_of(node).as_str()) => {
                Ok(Math::Sign(text_of(node)))
            }
            _ => Err(unknown(node)),
        }
    }

    /// Reads parts beside one another. What follows a sum or a function is what it is applied to.
    fn row(self, nodes: &[LinkedNode]) -> Result<Math, MathFault> {
        let mut parts = Vec::new();
        for node in nodes {
            parts.push(self.part(node)?);
        }
        Ok(row(parts))
    }

    /// Reads a node that has this number of parts.
    fn parts<const N: usize>(self, node: &LinkedNode) -> Result<[Math; N], MathFault> {
        let parts = content(node).iter().map(|child| self.part(child)).collect::<Result<Vec<_>, _>>()?;
        parts.try_into().map_err(|_| unknown(node))
    }

    fn fence(self, node: &LinkedNode) -> Result<Math, MathFault> {
        let children = content(node);
        let [open, middle @ .., close] = children.as_slice() else { return Err(unknown(node)) };
        let bracket = |node: &LinkedNode| match self.part(node)? {
            Math::Sign(sign) => Ok(sign),
            _ => Err(unknown(node)),
        };
        Ok(Math::Fence { open: bracket(open)?, body: self.row(middle)?.into(), close: bracket(close)? })
    }

    fn scripts(self, node: &LinkedNode) -> Result<Math, MathFault> {
        let [mut base, mut below, mut above] = [const { Vec::new() }; 3];
        let mut primes = None;
        let mut place = &mut base;
        for child in content(node) {
            match child.kind() {
                SyntaxKind::Underscore => place = &mut below,
                SyntaxKind::Hat => place = &mut above,
                // a prime stands above what it follows; a power may stand beside it
                SyntaxKind::MathPrimes => primes = Some(self.part(&child)?),
                _ => place.push(self.part(&child)?),
            }
        }
        above.splice(0..0, primes);
        let one = |mut parts: Vec<Math>| Some(Box::new(if parts.len() > 1 { row(parts) } else { parts.pop()? }));
        let base = one(base).ok_or_else(|| unknown(node))?;
        Ok(Math::Scripts { base, below: one(below), above: one(above) })
    }

    fn root(self, node: &LinkedNode) -> Result<Math, MathFault> {
        let children = content(node);
        let [sign, radicand @ ..] = children.as_slice() else { return Err(unknown(node)) };
        let degree = match text_of(sign).as_str() {
            "∛" => Some(Math::Number("3".into()).into()),
            "∜" => Some(Math::Number("4".into()).into()),
            _ => None,
        };
        Ok(Math::Root { degree, of: self.row(radicand)?.into() })
    }

    /// Reads a call: of what Typst has a function for, or of a quantity or function that stands before its arguments.
    fn call(self, node: &LinkedNode) -> Result<Math, MathFault> {
        let children = content(node);
        let [callee, arguments] = children.as_slice() else { return Err(unknown(node)) };
        let name = text_of(callee);
        let groups = arguments_of(arguments)?;
        let mut values = groups.iter().map(|group| self.row(group)).collect::<Result<Vec<_>, _>>()?;
        let accent = ACCENTS.iter().find(|(word, _)| *word == name);
        let bracket = BRACKETS.iter().find(|(word, ..)| *word == name);
        match (name.as_str(), values.as_mut_slice()) {
            ("frac", [above, below]) => Ok(Math::Fraction { above: taken(above), below: taken(below) }),
            ("sqrt", [of]) => Ok(Math::Root { degree: None, of: taken(of) }),
            ("root", [of]) => Ok(Math::Root { degree: None, of: taken(of) }),
            ("root", [degree, of]) => Ok(Math::Root { degree: Some(taken(degree)), of: taken(of) }),
            (_, [base]) if accent.is_some() => {
                let mark = accent.map_or('\u{302}', |(_, mark)| *mark);
                Ok(Math::Accent { base: taken(base), mark })
            }
            (_, [body]) if bracket.is_some() => {
                let (_, open, close) = bracket.copied().unwrap_or(("", "(", ")"));
                Ok(Math::Fence { open: open.into(), body: taken(body), close: close.into() })
            }
            _ => {
                let before = named(callee).map_err(|_| unknown(callee))?;
                let listed = values.into_iter().enumerate().flat_map(|(at, value)| {
                    let comma = (at > 0).then(|| Math::Sign(",".into()));
                    comma.into_iter().chain([value])
                });
                let body = Math::Row(listed.collect()).into();
                Ok(row(vec![before, Math::Fence { open: "(".into(), body, close: ")".into() }]))
            }
        }
    }
}

fn taken(part: &mut Math) -> Box<Math> {
    Box::new(std::mem::replace(part, Math::Row(Vec::new())))
}

/// Puts parts beside one another, and gives sums and functions the part that follows.
fn row(parts: Vec<Math>) -> Math {
    let mut out: Vec<Math> = Vec::new();
    for part in parts.into_iter().rev() {
        let part = match operator(part) {
            Ok((name, below, above)) => {
                let of = Box::new(out.pop().unwrap_or(Math::Row(Vec::new())));
                Math::Operator { name, below, above, of }
            }
            Err(part) => part,
        };
        out.push(part);
    }
    out.reverse();
    if out.len() == 1 { out.remove(0) } else { Math::Row(out) }
}

/// The name, the lower and the upper limit of an operator.
type Head = (Box<Math>, Option<Box<Math>>, Option<Box<Math>>);

/// Takes a part apart that is applied to what follows; other parts are given back.
fn operator(part: Math) -> Result<Head, Math> {
    let is_name = |part: &Math| match part {
        Math::Sign(sign) => LARGE.contains(sign.as_str()),
        Math::Function(_) => true,
        _ => false,
    };
    match part {
        Math::Scripts { base, below, above } if is_name(&base) => Ok((base, below, above)),
        part if is_name(&part) => Ok((part.into(), None, None)),
        part => Err(part),
    }
}

/// Returns the children of a node that mean something.
fn content<'a>(node: &LinkedNode<'a>) -> Vec<LinkedNode<'a>> {
    let idle = [SyntaxKind::Space, SyntaxKind::LineComment, SyntaxKind::BlockComment, SyntaxKind::Slash];
    node.children().filter(|child| !idle.contains(&child.kind())).collect()
}

/// Returns the children of a row, without the brackets that only hold a fraction or an index together.
fn bare<'a>(node: &LinkedNode<'a>) -> Vec<LinkedNode<'a>> {
    let mut children = content(node);
    let is_held = children.first().is_some_and(|first| first.kind() == SyntaxKind::LeftParen)
        && children.last().is_some_and(|last| last.kind() == SyntaxKind::RightParen);
    if is_held && children.len() > 1 {
        children.pop();
        children.remove(0);
    }
    children
}

/// Returns the arguments of a call, each as the nodes between two commas.
fn arguments_of<'a>(node: &LinkedNode<'a>) -> Result<Vec<Vec<LinkedNode<'a>>>, MathFault> {
    let mut groups = vec![Vec::new()];
    for child in content(node) {
        match child.kind() {
            SyntaxKind::LeftParen | SyntaxKind::RightParen => {}
            SyntaxKind::Comma => groups.push(Vec::new()),
            SyntaxKind::Semicolon | SyntaxKind::Named | SyntaxKind::Spread => return Err(unknown(&child)),
            _ => groups.last_mut().expect("there is one from the beginning").push(child),
        }
    }
    Ok(groups)
}

/// Reads a number, a letter, a sign, or the name of one.
fn named(node: &LinkedNode) -> Result<Math, MathFault> {
    let text = text_of(node);
    if node.kind() == SyntaxKind::MathText {
        return Ok(by_look(&text));
    }
    if has_limits(&text) || FUNCTIONS.contains(&text.as_str()) {
        return Ok(Math::Function(text));
    }
    if text == "dif" {
        return Ok(Math::Words("d".into()));
    }
    let symbol = symbol(&text).ok_or_else(|| {
        let several = text.chars().all(char::is_alphabetic);
        let hint = if several { "; letters of a product have spaces between them, words are in double quotes" } else { "" };
        fault(node, format!("there is no sign `{text}`{hint}"))
    })?;
    Ok(by_look(symbol))
}

/// Returns the sign that Typst calls by this name.
fn symbol(name: &str) -> Option<&'static str> {
    let (first, modifiers) = name.split_once('.').unwrap_or((name, ""));
    let Def::Symbol(symbol) = codex::SYM.get(first)?.def else { return None };
    symbol.get(ModifierSet::from_raw_dotted(modifiers)).map(|(sign, _)| sign)
}

fn by_look(text: &str) -> Math {
    match text.chars().next() {
        Some(first) if first.is_numeric() => Math::Number(text.into()),
        Some(first) if first.is_alphabetic() => Math::Letter(text.into()),
        _ => Math::Sign(text.into()),
    }
}

fn shorthand(node: &LinkedNode) -> Result<String, MathFault> {
    let shorthand = node.get().cast::<typst::syntax::ast::MathShorthand>().ok_or_else(|| unknown(node))?;
    Ok(shorthand.get().to_string())
}

fn words(node: &LinkedNode) -> Result<String, MathFault> {
    let words = node.get().cast::<typst::syntax::ast::Str>().ok_or_else(|| unknown(node))?;
    Ok(words.get().into())
}

fn text_of(node: &LinkedNode) -> String {
    node.get().full_text().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equations_are_read_as_they_are_meant() {
        let cases = [
            ("E = m c^2", "E = m c^2"),
            ("(a + b)/2", "(a + b)/2"),
            ("x_i^2 + y_(i+1)", "x_i^2 + y_(i + 1)"),
            ("sqrt(x + 1)", "√(x + 1)"),
            ("root(3, x)", "root_3√(x)"),
            ("sum_(i=1)^n x_i / n", "∑_(i = 1)^n x_i/n"),
            ("log(x) + sin y", "log (x) + sin y"),
            ("a <= b != c -> d", "a ≤ b ≠ c → d"),
            ("alpha dot.op beta", "α ⋅ β"),
            ("-x + abs(y)", "−x + |y|"),
            ("f(x, y) = 12.5 \"per cent\"", "f(x, y) = 12.5 per cent"),
            ("hat(x)'", "x\u{302}′"),
            ("integral_0^1 x dif x", "∫_0^1 x d x"),
        ];
        for (notation, line) in cases {
            assert_eq!(read(notation).map(|math| math.linear()).as_deref(), Ok(line), "{notation}");
        }
    }

    #[test]
    fn what_is_no_equation_is_a_message_at_its_place() {
        let at = |text: &str| read(text).expect_err(text).range;
        assert_eq!(at("a + #read(\"/etc/passwd\")"), 4..5);
        assert_eq!(at("a + foo"), 4..7);
        assert_eq!(at("mat(1, 2; 3, 4)"), 8..9);
        assert_eq!(at("a & b"), 2..3);
        assert_eq!(at(""), 0..0);
        read("sqrt(a").expect_err("unclosed brackets");
        let deep = format!("{}x{}", "sqrt(".repeat(500), ")".repeat(500));
        read(&deep).expect_err("too deep");
    }
}
