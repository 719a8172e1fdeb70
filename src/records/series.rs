//! The series of meetings of each body: how a meeting is named in it, and which body holds it.

use super::meeting::Meeting;
use super::registry::Registry;
use crate::diagnostic::{Diagnostic, Diagnostics, Reported, catalogue};
use crate::source::{Span, Spanned, Text};
use crate::yaml::schema::Schemas;
use crate::yaml::{Decode, Kind, Node};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt;

/// The name of a meeting in a record or a submission: its number in the series of the body that is meant anyway, or, for a meeting of another body, the id
/// of that body before the number: `38`, `cwg-b:38`.
#[derive(Debug, Clone)]
pub struct MeetingName {
    /// The place of the name.
    pub span: Span,
    /// The id of the body, where the author names it.
    pub body: Option<Text>,
    /// The number of the meeting.
    pub number: u32,
}

impl MeetingName {
    /// Reads `38` or `cwg-b:38`; `None` for anything else.
    pub fn parse(text: &Text) -> Option<Self> {
        let (body, number) = match text.value.rsplit_once(':') {
            Some((body, number)) => (Some(Text::generated(body, text.span_of(0..body.len()))), number),
            None => (None, text.value.as_str()),
        };
        let written = number.bytes().all(|byte| byte.is_ascii_digit()) && body.as_ref().is_none_or(|body| !body.value.is_empty());
        let number = number.parse().ok().filter(|_| written)?;
        Some(Self { span: text.span, body, number })
    }

    /// Returns the id of the body in whose series the number is; `usual` if the name has no body of its own.
    pub fn body_or<'a>(&'a self, usual: &'a str) -> &'a str {
        self.body.as_ref().map_or(usual, |body| &body.value)
    }
}

impl fmt::Display for MeetingName {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match &self.body {
            Some(body) => write!(f, "{}:{}", body.value, self.number),
            None => write!(f, "{}", self.number),
        }
    }
}

impl Decode for MeetingName {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        let text = Text::decode(node, report)?;
        Self::parse(&text).ok_or_else(|| {
            let message = format!("expected the number of a meeting, found `{}`", text.value);
            let hint = "write `38`, or `cwg-b:38` for a meeting of the body `cwg-b`";
            report.push(Diagnostic::new(catalogue::WRONG_TYPE, node.span, message).hint(hint))
        })
    }
    fn schema(_: &mut Schemas) -> Value {
        json!({ "type": ["integer", "string"], "minimum": 0, "pattern": "^(.+:)?[0-9]+$" })
    }
}

/// A body that holds a meeting: its id, with the number of the meeting in its series where that is another one: `cwg-a`, `cwg-b: 12`.
#[derive(Debug, Clone)]
pub struct Host {
    /// The id of the body.
    pub body: Text,
    /// The number of the meeting in the series of the body; without it, the number of the meeting's record.
    pub number: Option<Spanned<u32>>,
}

impl Decode for Host {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        match &node.kind {
            Kind::Map(entries) => match &entries[..] {
                [(body, number)] => Ok(Self { body: body.clone(), number: Some(Spanned::decode(number, report)?) }),
                _ => {
                    let message = "expected one body with the number of the meeting in its series";
                    let hint = "write joint meetings as a list: `of: [cwg-a, cwg-b: 12]`";
                    Err(report.push(Diagnostic::new(catalogue::WRONG_TYPE, node.span, message).hint(hint)))
                }
            },
            Kind::Null | Kind::Scalar(_) | Kind::List(_) => Ok(Self { body: Text::decode(node, report)?, number: None }),
        }
    }
    fn schema(schemas: &mut Schemas) -> Value {
        let numbered =
            json!({ "type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": u32::schema(schemas) });
        json!({ "anyOf": [Text::schema(schemas), numbered] })
    }
}

/// From where a short symbol or name is completed: a body and, where there is one, the number of a meeting in its series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Home<'a> {
    /// The id of the body.
    pub body: &'a str,
    /// The number of the meeting.
    pub meeting: Option<u32>,
}

impl Registry {
    /// Returns the id of the dossier's own body; an empty id if no file names one.
    pub fn own_id(&self) -> &str {
        self.body.as_ref().map_or("", |body| &body.value)
    }

    /// Returns the ids of the bodies that hold a meeting, each with the number of the meeting in its series. The documents of a joint meeting are in the
    /// series of the first body.
    pub fn hosts<'a>(&'a self, meeting: &'a Meeting) -> impl Iterator<Item = (&'a str, u32)> {
        let own = meeting.of.is_empty().then_some((self.own_id(), meeting.number.value));
        let number = |host: &Host| host.number.map_or(meeting.number.value, |number| number.value);
        own.into_iter().chain(meeting.of.iter().map(move |host| (host.body.value.as_str(), number(host))))
    }

    /// Returns the number of a meeting in the series of a body; `None` if the body does not hold the meeting.
    pub fn number_in(&self, meeting: &Meeting, body: &str) -> Option<u32> {
        self.hosts(meeting).find(|(host, _)| *host == body).map(|(_, number)| number)
    }

    /// Returns the home of a meeting's documents: its first body, with its number in the series of that body.
    pub fn home<'a>(&'a self, meeting: &'a Meeting) -> Home<'a> {
        let first = self.hosts(meeting).next();
        first.map_or(Home { body: "", meeting: None }, |(body, number)| Home { body, meeting: Some(number) })
    }

    /// Returns a meeting as authors name it: `38` for one of the dossier's own body, else `cwg-b:38`.
    pub fn name_of(&self, meeting: &Meeting) -> String {
        let own = self.number_in(meeting, self.own_id()).map(|number| number.to_string());
        let home = || self.hosts(meeting).next().map(|(body, number)| format!("{body}:{number}"));
        own.or_else(home).unwrap_or_default()
    }
}

/// All meetings on record, by body and number.
pub struct MeetingIndex<'a> {
    registry: &'a Registry,
    by_body: BTreeMap<&'a str, BTreeMap<u32, &'a Meeting>>,
}

impl<'a> MeetingIndex<'a> {
    /// Makes the index. Of two meetings with the same number in one series, which the rule `duplicate-meeting` reports, the first one counts.
    pub fn of(registry: &'a Registry) -> Self {
        let mut by_body: BTreeMap<&str, BTreeMap<u32, &Meeting>> = BTreeMap::new();
        for meeting in &registry.meetings {
            for (body, number) in registry.hosts(meeting) {
                by_body.entry(body).or_default().entry(number).or_insert(meeting);
            }
        }
        Self { registry, by_body }
    }

    /// Returns the meeting with this number in the series of a body.
    pub fn get(&self, body: &str, number: u32) -> Option<&'a Meeting> {
        self.by_body.get(body)?.get(&number).copied()
    }

    /// Returns the meetings that a name in the record of `meeting` may mean: the one of the body that is named, or else those with this number in the series
    /// of any body that holds `meeting`.
    pub fn named_at(&self, name: &MeetingName, meeting: &Meeting) -> Vec<&'a Meeting> {
        if let Some(body) = &name.body {
            return self.get(&body.value, name.number).into_iter().collect();
        }
        let mut found: Vec<&Meeting> = Vec::new();
        for other in self.registry.hosts(meeting).filter_map(|(body, _)| self.get(body, name.number)) {
            if !found.iter().any(|known| std::ptr::eq(*known, other)) {
                found.push(other);
            }
        }
        found
    }

    /// Returns the numbers of the meetings of a body that are on record, sorted.
    pub fn numbers(&self, body: &str) -> impl DoubleEndedIterator<Item = u32> + ExactSizeIterator + Clone {
        static NONE: BTreeMap<u32, &Meeting> = BTreeMap::new();
        self.by_body.get(body).unwrap_or(&NONE).keys().copied()
    }

    /// Says whether a meeting with this number is of a body that is not on record. Then a name that leads to no meeting may be right, and the body is wrong.
    pub fn is_of_unknown_body(&self, number: u32) -> bool {
        self.bodies_with(number).iter().any(|body| !body.is_empty() && self.registry.bodies.get(body).is_none())
    }

    /// Returns the ids of the bodies that have a meeting with this number, sorted.
    pub fn bodies_with(&self, number: u32) -> Vec<&'a str> {
        self.by_body.iter().filter(|(_, meetings)| meetings.contains_key(&number)).map(|(body, _)| *body).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_number_or_a_body_and_a_number() {
        let parse = |text: &str| MeetingName::parse(&Text::generated(text, Span::NONE)).map(|name| name.to_string());
        for name in ["38", "cwg-b:38", "a:b:3"] {
            assert_eq!(parse(name).as_deref(), Some(name));
        }
        for other in ["", ":38", "cwg-b:", "cwg-b", "-1", "+1", "3.5", "38/2", "cwg-b: 38", "99999999999"] {
            assert_eq!(parse(other), None, "{other}");
        }
    }
}
