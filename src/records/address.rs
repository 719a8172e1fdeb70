//! Addresses of pages on the web.

use crate::diagnostic::{Diagnostic, Diagnostics, Reported, catalogue};
use crate::source::Text;
use crate::yaml::schema::Schemas;
use crate::yaml::{Decode, Node};
use serde_json::{Value, json};

/// The address of a page on the web, to which a symbol or title is linked. Only `http` and `https` are accepted, so such a link can do
/// nothing but open a page.
#[derive(Debug, Clone)]
pub struct Address(Text);

impl std::ops::Deref for Address {
    type Target = Text;
    fn deref(&self) -> &Text {
        &self.0
    }
}

impl Decode for Address {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        let text = Text::decode(node, report)?;
        let rest = text.value.strip_prefix("https://").or_else(|| text.value.strip_prefix("http://"));
        match rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(|c: char| c.is_whitespace() || c.is_control())) {
            true => Ok(Self(text)),
            false => {
                let message = format!("expected an address on the web, found `{}`", text.value);
                let hint = "write all of it, from `https://` on, without spaces";
                Err(report.push(Diagnostic::new(catalogue::WRONG_TYPE, text.span, message).hint(hint)))
            }
        }
    }
    fn schema(_: &mut Schemas) -> Value {
        json!({ "type": "string", "pattern": "^https?://\\S+$" })
    }
}
