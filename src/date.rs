//! Days, months and ranges of days, as authors write them: `2022-01-19`, `2021-09`, `2022-01-19/2022-01-20`.

use crate::diagnostic::{Diagnostic, Diagnostics, Reported, catalogue};
use crate::yaml::schema::Schemas;
use crate::yaml::{Decode, Kind, Node, wrong_shape};
use serde_json::json;

/// A day of the calendar.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[serde(deny_unknown_fields)]
pub struct Date {
    /// The year.
    pub year: i16,
    /// The month, from 1.
    pub month: i8,
    /// The day of the month, from 1.
    pub day: i8,
}

impl Date {
    /// Reads `2022-01-19`; none if there is no such day.
    pub fn parse(text: &str) -> Option<Self> {
        let date: jiff::civil::Date = text.parse().ok().filter(|_| text.len() == 10)?;
        Some(Self { year: date.year(), month: date.month(), day: date.day() })
    }

    /// How many days it is to another day; fewer than none if that day has passed.
    pub fn days_until(self, other: Self) -> i64 {
        let civil = |date: Self| jiff::civil::date(date.year, date.month, date.day);
        (civil(other) - civil(self)).get_days().into()
    }

    /// Reads a day, or a month alone as its first (`last` false) or last day.
    fn parse_month(text: &str, last: bool) -> Option<Self> {
        let first = Self::parse(&format!("{text}-01"))?;
        let month = jiff::civil::date(first.year, first.month, first.day);
        Some(if last { Self { day: month.days_in_month(), ..first } } else { first })
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// From a day to a day, both included; the same day twice is one day.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[serde(deny_unknown_fields)]
pub struct Dates {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
}

impl Dates {
    /// Reads a day or a range of days that does not run backwards.
    pub fn parse(text: &str) -> Option<Self> {
        let (first, last) = text.split_once('/').unwrap_or((text, text));
        let dates = Self { first: Date::parse(first)?, last: Date::parse(last)? };
        (dates.first <= dates.last).then_some(dates)
    }
}

/// A day or a month alone, as a term of office begins or ends; a range of days that it may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Approximate(pub Dates);

impl Approximate {
    fn parse(text: &str) -> Option<Self> {
        let first = Date::parse(text).or_else(|| Date::parse_month(text, false))?;
        let last = Date::parse(text).or_else(|| Date::parse_month(text, true))?;
        Some(Self(Dates { first, last }))
    }
}

fn decode<T>(node: &Node, report: &mut Diagnostics, form: &str, parse: fn(&str) -> Option<T>) -> Result<T, Reported> {
    let hint = || format!("write it as {form}");
    let Kind::Scalar(text) = &node.kind else {
        return Err(report.push(wrong_shape(node, "a date", &node.kind).hint(hint())));
    };
    parse(&text.value).ok_or_else(|| {
        let message = format!("`{}` is not a date", text.value);
        report.push(Diagnostic::new(catalogue::INVALID_DATE, text.span, message).hint(hint()))
    })
}

impl Decode for Date {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        decode(node, report, "`2022-01-19`", Self::parse)
    }
    fn schema(_: &mut Schemas) -> serde_json::Value {
        json!({ "type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}$" })
    }
}

impl Decode for Dates {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        decode(node, report, "`2022-01-19` or `2022-01-19/2022-01-20`, the earlier day first", Self::parse)
    }
    fn schema(_: &mut Schemas) -> serde_json::Value {
        json!({ "type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}(/\\d{4}-\\d{2}-\\d{2})?$" })
    }
}

impl Decode for Approximate {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        decode(node, report, "`2021-09-22` or, the month alone, `2021-09`", Self::parse)
    }
    fn schema(_: &mut Schemas) -> serde_json::Value {
        json!({ "type": "string", "pattern": "^\\d{4}-\\d{2}(-\\d{2})?$" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_that_exist_are_dates() {
        assert!(Date::parse("2022-02-28").is_some());
        assert!(Date::parse("2022-02-29").is_none());
        assert!(Date::parse("22-02-28").is_none());
        assert!(Dates::parse("2022-01-20/2022-01-19").is_none());
        let days = |from: &str, to: &str| Date::parse(from).unwrap().days_until(Date::parse(to).unwrap());
        assert_eq!([days("2022-02-01", "2022-03-01"), days("2023-01-01", "2021-12-31")], [28, -366]);
        assert_eq!(Approximate::parse("2020-02").unwrap().0.last, Date::parse("2020-02-29").unwrap());
    }
}
