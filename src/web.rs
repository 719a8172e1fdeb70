//! Addresses outside of a document to which a link may lead: pages on the web, and mailboxes. Every link of every format is a [`WebAddress`].

use crate::diagnostic::{Diagnostic, Diagnostics, Reported, catalogue, is_hidden};
use crate::source::Text;
use crate::yaml::schema::Schemas;
use crate::yaml::{Decode, Node};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::fmt::Write;
use std::sync::Arc;
use url::{Host, Position, Url};

/// The longest address, in bytes as it is written into a file: Word and Excel follow none that is longer.
const LONGEST: usize = 2000;

/// An address to which a link may lead: `https://…`, `http://…` or `mailto:name@host`.
///
/// It is kept in the one form that all programs read alike (RFC 3986): in ASCII, without a user name, with letters of other scripts in the name of the host
/// as Punycode and elsewhere as `%C3%A9`. So a link can do nothing but open a page or a message, and leads to the same place from every format.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String")]
pub struct WebAddress(Arc<str>);

impl WebAddress {
    /// Reads an address.
    ///
    /// # Errors
    ///
    /// Says, in words for a hint, what an address that is not accepted should be.
    pub fn parse(written: &str) -> Result<Self, &'static str> {
        if written.contains(|c: char| c.is_whitespace() || is_hidden(c) || c == '\\') {
            return Err("an address has no spaces (write `%20`), no backslashes and nothing that can't be seen");
        }
        let known = "an address is written whole, from `https://`, `http://` or `mailto:` on";
        let (scheme, rest) = written.split_once(':').ok_or(known)?;
        let address = match scheme.to_ascii_lowercase().as_str() {
            "http" | "https" => page(written, rest.strip_prefix("//").ok_or(known)?),
            "mailto" => mailbox(rest),
            _ => Err(known),
        }?;
        if address.len() > LONGEST {
            return Err("an address has at most 2000 characters");
        }
        Ok(Self(address.into()))
    }

    /// Returns the address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Returns the address of a page; `rest` is what follows `https://`.
fn page(written: &str, rest: &str) -> Result<String, &'static str> {
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if authority.contains('@') {
        return Err("leave out the user name before `@`: the link would lead elsewhere than it seems to");
    }
    let url = Url::parse(written).ok().filter(|url| !authority.is_empty() && url.host_str().is_some_and(is_name));
    let url =
        url.ok_or("after `https://` stands the name of a host, such as `www.itu.int`, if need be with a port such as `:8080`")?;
    Ok(format!("{}{}", &url[..Position::BeforePath], encoded(&url[Position::BeforePath..])))
}

/// Returns the address of a mailbox; `rest` is what follows `mailto:`.
fn mailbox(rest: &str) -> Result<String, &'static str> {
    let fault = "after `mailto:` stands one address such as `name@itu.int`, without a subject or a text";
    let (name, host) = rest.split_once('@').ok_or(fault)?;
    let host = Host::parse(host).map_err(|_| fault)?.to_string();
    let is_plain = name.chars().all(|c| c.is_ascii_alphanumeric() || "._+-'".contains(c));
    if name.is_empty() || !is_plain || !is_name(&host) { Err(fault) } else { Ok(format!("mailto:{name}@{host}")) }
}

/// Says whether a host is named by words with dots between them, or by the four numbers of an address of version 4 of the Internet Protocol.
///
/// Word calls a whole file damaged if it does not understand an address, so other hosts, which Typst would write, are refused.
fn is_name(host: &str) -> bool {
    let is_label = |label: &str| {
        let edge = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        let inner = label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
        label.len() < 64 && edge(label.chars().next()) && edge(label.chars().next_back()) && inner
    };
    host.len() < 254 && host.split('.').all(is_label)
}

/// Returns a text with `%7C` and the like for characters that an address can't contain; what is encoded already is kept.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, byte) in text.bytes().enumerate() {
        let is_escape = || text.as_bytes().get(at + 1..at + 3).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit));
        if byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&'()*+,;=".contains(&byte) || byte == b'%' && is_escape() {
            out.push(char::from(byte));
        } else {
            write!(out, "%{byte:02X}").expect("a string takes all");
        }
    }
    out
}

impl std::fmt::Display for WebAddress {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<WebAddress> for String {
    fn from(address: WebAddress) -> Self {
        address.as_str().into()
    }
}

impl TryFrom<String> for WebAddress {
    type Error = &'static str;
    fn try_from(written: String) -> Result<Self, &'static str> {
        Self::parse(&written)
    }
}

impl Decode for WebAddress {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        let text = Text::decode(node, report)?;
        let page = Self::parse(&text.value).and_then(|address| match address.as_str().starts_with("mailto:") {
            true => Err("a page is meant, not a mailbox: write its address from `https://` on"),
            false => Ok(address),
        });
        page.map_err(|hint| {
            let message = format!("expected an address on the web, found `{}`", text.value);
            report.push(Diagnostic::new(catalogue::WRONG_TYPE, text.span, message).hint(hint))
        })
    }
    fn schema(_: &mut Schemas) -> Value {
        json!({ "type": "string", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://[^\\s\\\\]+$" })
    }
}

/// The address of a mailbox as authors write it: `name@itu.int`.
#[derive(Debug, Clone)]
pub struct Mailbox {
    /// The address as it is written.
    pub written: Text,
    /// The address to which a link leads.
    pub address: WebAddress,
}

impl Decode for Mailbox {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        let written = Text::decode(node, report)?;
        match WebAddress::parse(&format!("mailto:{}", written.value)) {
            Ok(address) => Ok(Self { written, address }),
            Err(_) => {
                let message = format!("expected an e-mail address, found `{}`", written.value);
                let hint = "write one address such as `name@itu.int`";
                Err(report.push(Diagnostic::new(catalogue::WRONG_TYPE, written.span, message).hint(hint)))
            }
        }
    }
    fn schema(_: &mut Schemas) -> Value {
        json!({ "type": "string", "pattern": "^[^@\\s]+@[^@\\s]+$" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_one_form() {
        for (written, expected) in [
            ("https://www.itu.int/md/S22-CL-C-0008/en", "https://www.itu.int/md/S22-CL-C-0008/en"),
            ("HTTPS://WWW.ITU.INT/A?b=1&c=(2)#d", "https://www.itu.int/A?b=1&c=(2)#d"),
            ("https://itu.int", "https://itu.int/"),
            ("https://itu.int:8080/a", "https://itu.int:8080/a"),
            ("https://itu.int/é?é#é", "https://itu.int/%C3%A9?%C3%A9#%C3%A9"),
            ("https://itu.int/a%20b%zz|[x]", "https://itu.int/a%20b%25zz%7C%5Bx%5D"),
            ("https://itu.int/a@b", "https://itu.int/a@b"),
            ("https://іtu.int/", "https://xn--tu-goc.int/"), // the first letter is Cyrillic
            ("http://127.0.0.1/", "http://127.0.0.1/"),
            ("http://2130706433/", "http://127.0.0.1/"),
            ("mailto:First.Last+a@itu.int", "mailto:First.Last+a@itu.int"),
        ] {
            assert_eq!(WebAddress::parse(written).map(String::from).as_deref(), Ok(expected), "{written}");
        }
    }

    #[test]
    fn nothing_but_pages_and_mailboxes_is_an_address() {
        let long = format!("https://itu.int/{}", "a".repeat(LONGEST));
        for refused in [
            "",
            "x",
            "www.itu.int",
            "/md",
            "//itu.int",
            "#place",
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "java\nscript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "ftp://itu.int",
            "ms-word:ofe|u|https://itu.int",
            "https:",
            "https:itu.int",
            "https:/itu.int",
            "https://",
            "https:///itu.int",
            "https://?x",
            "https://:80",
            "https://user@itu.int",
            "https://user:word@itu.int",
            "https://@itu.int",
            "https://itu.int\\@example.org",
            "https:\\\\itu.int",
            "https://itu.int:99999",
            "https://itu.int:x",
            "https://[::1]/",
            "http://[x",
            "https://a..b/",
            "https://-a.int",
            "https://a!b.int",
            "https://itu.int/a b",
            " https://itu.int",
            "https://itu.int/\u{202e}fdp",
            "https://it\u{200b}u.int",
            "https://itu.int/\u{9b}",
            "mailto:",
            "mailto:@",
            "mailto:name",
            "mailto:name@itu.int?subject=x",
            "mailto:a@itu.int,b@itu.int",
            "mailto:a%0d%0a@itu.int",
            "mailto:a@b@itu.int",
            long.as_str(),
        ] {
            assert!(WebAddress::parse(refused).is_err(), "{refused}");
        }
    }

    #[test]
    fn json_can_bring_no_other_address() {
        assert!(serde_json::from_str::<WebAddress>("\"https://itu.int/\"").is_ok());
        assert!(serde_json::from_str::<WebAddress>("\"javascript:x\"").is_err());
    }
}
