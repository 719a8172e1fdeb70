//! Dates as authors write them: days (`2022-01-19`), months (`2021-09`), ranges of days (`2022-01-19/2022-01-20`), and days that do not follow one another.

use crate::diagnostic::{Diagnostic, Diagnostics, Reported, catalogue};
use crate::source::Spanned;
use crate::yaml::schema::Schemas;
use crate::yaml::{Decode, Kind, Many, Node, wrong_shape};
use serde_json::json;

/// A day of the calendar.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[serde(deny_unknown_fields)]
pub struct Date {
    /// The year.
    pub year: i16,
    /// The month, counted from 1.
    pub month: i8,
    /// The day of the month, counted from 1.
    pub day: i8,
}

impl Date {
    /// Reads a day that is written as `2022-01-19`; returns `None` if it is written otherwise or there is no such day.
    pub fn parse(text: &str) -> Option<Self> {
        let date: jiff::civil::Date = text.parse().ok().filter(|_| text.len() == 10)?;
        Some(Self { year: date.year(), month: date.month(), day: date.day() })
    }

    /// Returns the number of days from this day to another one; it is negative if the other day is earlier.
    pub fn days_until(self, other: Self) -> i64 {
        let civil = |date: Self| jiff::civil::date(date.year, date.month, date.day);
        (civil(other) - civil(self)).get_days().into()
    }

    /// Reads a month that is written as `2021-09`; returns its last day if `last` is true, else its first.
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
    /// Reads a day, or a range of days written as `2022-01-19/2022-01-20`; returns `None` if the range runs backwards.
    pub fn parse(text: &str) -> Option<Self> {
        let (first, last) = text.split_once('/').unwrap_or((text, text));
        let dates = Self { first: Date::parse(first)?, last: Date::parse(last)? };
        (dates.first <= dates.last).then_some(dates)
    }
}

/// The days of a meeting: one range, or several in the order of time that do not follow one another.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Days {
    /// The first of all days.
    pub first: Date,
    /// The last of all days.
    pub last: Date,
    /// The ranges, of which there are at least two; empty if all days from the first to the last are meant.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub apart: Vec<Dates>,
}

impl Days {
    /// Returns the range from the first of all days to the last.
    pub fn whole(&self) -> Dates {
        Dates { first: self.first, last: self.last }
    }

    /// Says whether a day is one of these days.
    pub fn contains(&self, day: Date) -> bool {
        let whole = [self.whole()];
        let ranges = if self.apart.is_empty() { &whole[..] } else { &self.apart };
        ranges.iter().any(|range| range.first <= day && day <= range.last)
    }

    /// Returns the days of these ranges; `None` if there is no range, or if one does not begin after the one before it has ended.
    fn of(ranges: Vec<Dates>) -> Option<Self> {
        let (first, last) = (ranges.first()?.first, ranges.last()?.last);
        let is_in_order = ranges.windows(2).all(|pair| pair[0].last < pair[1].first);
        let apart = if ranges.len() > 1 { ranges } else { Vec::new() };
        is_in_order.then_some(Self { first, last, apart })
    }
}

/// A time of day, in hours and minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Time {
    hour: u8,
    minute: u8,
}

impl Time {
    /// Reads a time that is written as `09:30`; returns `None` if it is written otherwise or there is no such time.
    fn parse(text: &str) -> Option<Self> {
        let (hour, minute) = text.split_once(':')?;
        let number = |text: &str| text.parse().ok().filter(|_| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit()));
        let time = Self { hour: number(hour)?, minute: number(minute)? };
        (time.hour < 24 && time.minute < 60).then_some(time)
    }
}

impl std::fmt::Display for Time {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

/// When something begins and, if that is known, ends on the same day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Times {
    /// When it begins.
    pub first: Time,
    /// When it ends.
    pub last: Option<Time>,
}

impl Times {
    /// Reads `09:30` or `09:30-10:15`; returns `None` if the end is not after the beginning.
    fn parse(text: &str) -> Option<Self> {
        let Some((first, last)) = text.split_once('-') else { return Some(Self { first: Time::parse(text)?, last: None }) };
        let (first, last) = (Time::parse(first)?, Time::parse(last)?);
        (first < last).then_some(Self { first, last: Some(last) })
    }
}

impl std::fmt::Display for Times {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "{}", self.first)?;
        self.last.map_or(Ok(()), |last| write!(f, "-{last}"))
    }
}

/// A date that is given as a day or only as a month, such as the beginning or end of a term of office. The value is the range of
/// days that it may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Approximate(pub Dates);

impl Approximate {
    /// Reads `2021-09-22` or `2021-09`.
    fn parse(text: &str) -> Option<Self> {
        let first = Date::parse(text).or_else(|| Date::parse_month(text, false))?;
        let last = Date::parse(text).or_else(|| Date::parse_month(text, true))?;
        Some(Self(Dates { first, last }))
    }
}

/// Says whether what begins and ends so includes any of these days. Without a beginning it began before all that is on record, without an end it has
/// not ended; a month includes all of its days.
pub fn is_between(from: Option<Spanned<Approximate>>, until: Option<Spanned<Approximate>>, dates: Dates) -> bool {
    from.is_none_or(|from| from.value.0.first <= dates.last) && until.is_none_or(|until| until.value.0.last >= dates.first)
}

fn decode<T>(node: &Node, report: &mut Diagnostics, what: &str, form: &str, parse: fn(&str) -> Option<T>) -> Result<T, Reported> {
    let hint = || format!("write it as {form}");
    let Kind::Scalar(text) = &node.kind else {
        return Err(report.push(wrong_shape(node, what, &node.kind).hint(hint())));
    };
    parse(&text.value).ok_or_else(|| {
        let message = format!("`{}` is not {what}", text.value);
        report.push(Diagnostic::new(catalogue::INVALID_DATE, text.span, message).hint(hint()))
    })
}

impl Decode for Date {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        decode(node, report, "a date", "`2022-01-19`", Self::parse)
    }
    fn schema(_: &mut Schemas) -> serde_json::Value {
        json!({ "type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}$" })
    }
}

impl Decode for Dates {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        decode(node, report, "a date", "`2022-01-19` or `2022-01-19/2022-01-20`, the earlier day first", Self::parse)
    }
    fn schema(_: &mut Schemas) -> serde_json::Value {
        json!({ "type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}(/\\d{4}-\\d{2}-\\d{2})?$" })
    }
}

impl Decode for Days {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        let Many(ranges) = Many::<Dates>::decode(node, report)?;
        Self::of(ranges).ok_or_else(|| {
            let message = "days that do not follow one another are a list in the order of time";
            let hint = "write it as `[2022-01-19, 2022-01-24/2022-01-25]`: each begins after the one before it has ended";
            report.push(Diagnostic::new(catalogue::INVALID_DATE, node.span, message).hint(hint))
        })
    }
    fn schema(schemas: &mut Schemas) -> serde_json::Value {
        Many::<Dates>::schema(schemas)
    }
}

impl Decode for Times {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        decode(node, report, "a time", "`09:30` or `09:30-10:15`, the earlier time first", Self::parse)
    }
    fn schema(_: &mut Schemas) -> serde_json::Value {
        json!({ "type": "string", "pattern": "^\\d{2}:\\d{2}(-\\d{2}:\\d{2})?$" })
    }
}

impl Decode for Approximate {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        decode(node, report, "a date", "`2021-09-22` or, the month alone, `2021-09`", Self::parse)
    }
    fn schema(_: &mut Schemas) -> serde_json::Value {
        json!({ "type": "string", "pattern": "^\\d{4}-\\d{2}(-\\d{2})?$" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_apart_are_in_the_order_of_time() {
        let days = |ranges: &[&str]| Days::of(ranges.iter().map(|range| Dates::parse(range).unwrap()).collect());
        assert_eq!(days(&["2022-01-19/2022-01-20"]).unwrap().apart, []);
        let apart = days(&["2022-01-19", "2022-01-24/2022-01-25"]).unwrap();
        assert_eq!((apart.apart.len(), apart.whole()), (2, Dates::parse("2022-01-19/2022-01-25").unwrap()));
        for disordered in [&[][..], &["2022-01-24", "2022-01-19"], &["2022-01-19", "2022-01-19"]] {
            assert_eq!(days(disordered), None);
        }
    }

    #[test]
    fn only_times_that_exist_are_times() {
        let shown = |text| Times::parse(text).map(|times| times.to_string());
        for times in ["00:00", "09:30", "09:30-10:15", "22:00-23:59"] {
            assert_eq!(shown(times).as_deref(), Some(times));
        }
        for other in ["", "9:30", "24:00", "09:60", "09:30-09:30", "10:15-09:30", "09:30-", "+9:30", "09:30:00", "0930"] {
            assert_eq!(shown(other), None, "{other}");
        }
    }

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
