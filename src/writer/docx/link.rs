//! Links to addresses outside of the document: one relationship for each address.

use serde::Serialize;
use std::collections::HashMap;
use std::fmt::Write;

/// A relationship of a part to an address.
#[derive(Debug, Serialize)]
pub struct Relationship {
    /// The id of the relationship: `rIdLink1`.
    pub id: String,
    /// The address.
    pub url: String,
}

/// The links of a part.
#[derive(Debug, Default)]
pub struct Links {
    known: HashMap<String, usize>,
    all: Vec<Relationship>,
}

impl Links {
    /// Returns the id of the relationship to `url`, or `None` if that is no address that a link may lead to.
    pub fn id(&mut self, url: &str) -> Option<String> {
        let url = address(url)?;
        let at = *self.known.entry(url.clone()).or_insert_with(|| {
            self.all.push(Relationship { id: format!("rIdLink{}", self.all.len() + 1), url });
            self.all.len() - 1
        });
        Some(self.all[at].id.clone())
    }

    /// Returns all relationships, in the order of their first use.
    pub fn all(&self) -> &[Relationship] {
        &self.all
    }
}

/// Returns the address as a relationship may contain it, or `None`. Word calls a whole file damaged if .NET's `Uri` does not
/// understand an address; so only plain addresses of the web and of mail are accepted, and none of files or scripts.
fn address(url: &str) -> Option<String> {
    let (scheme, rest) = url.trim().split_once(':')?;
    let scheme = scheme.to_ascii_lowercase();
    match scheme.as_str() {
        "http" | "https" => {
            let rest = rest.strip_prefix("//")?;
            let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
            is_host(&rest[..end]).then(|| format!("{scheme}://{}{}", &rest[..end], encoded(&rest[end..])))
        }
        "mailto" => {
            let (name, host) = rest.split_once('@')?;
            let end = host.find('?').unwrap_or(host.len());
            (!name.is_empty() && is_host(&host[..end]))
                .then(|| format!("mailto:{}@{}{}", encoded(name), &host[..end], encoded(&host[end..])))
        }
        _ => None,
    }
}

/// Says whether a text is names with dots between them, and perhaps a port.
fn is_host(host: &str) -> bool {
    let (name, port) = host.split_once(':').unwrap_or((host, "80"));
    let is_label = |label: &str| {
        let edge = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        label.len() < 64
            && edge(label.chars().next())
            && edge(label.chars().next_back())
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    name.len() < 254 && name.split('.').all(is_label) && port.parse::<u16>().is_ok()
}

/// Returns a text with `%20` and the like for characters that an address can't contain; what is encoded already is kept.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&'()*+,;=%".contains(&byte) {
            out.push(char::from(byte));
        } else {
            write!(out, "%{byte:02X}").expect("a string takes all");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_relationship_per_address() {
        let mut links = Links::default();
        let ids = ["https://a.int/1", "https://a.int/2", "https://a.int/1"].map(|url| links.id(url).unwrap());
        assert_eq!(ids, ["rIdLink1", "rIdLink2", "rIdLink1"]);
        assert_eq!(links.all().len(), 2);
    }

    #[test]
    fn only_addresses_are_links() {
        assert_eq!(address("HTTPS://a.int/x y?é#z"), Some("https://a.int/x%20y?%C3%A9#z".into()));
        assert_eq!(address("mailto:a@b.int"), Some("mailto:a@b.int".into()));
        for none in ["javascript:alert(1)", "file:///etc", "https://", "http://:80", "http://[x", "http://a b/", "x", "mailto:@"]
        {
            assert_eq!(address(none), None, "{none}");
        }
    }
}
