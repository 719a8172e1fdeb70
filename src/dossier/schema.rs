//! The JSON Schemas of the files of a dossier, which are made from the types that decode the files.

use super::texts::Records;
use crate::authored::{BlockList, KINDS, KindFields, Submission};
use crate::records::call::Call;
use crate::records::meeting::Meeting;
use crate::yaml::Decode;
use crate::yaml::schema::{Property, Schemas, object};
use serde_json::{Value, json};

/// The names of the files, besides submissions, that have a schema.
const FILES: [&str; 4] = ["dossier", "meeting", "call", "text"];

/// Returns the names of all files that have a schema: those of records, and each kind of submission.
pub fn names() -> impl Iterator<Item = &'static str> + Clone {
    FILES.into_iter().chain(KINDS.iter().map(|kind| kind.name))
}

/// Returns the schema of the file with this name, one of [`names`]. A kind of submission accepts the keys of all submissions, and its own.
pub fn of(name: &str) -> Value {
    let mut schemas = Schemas::default();
    let root = match name {
        "dossier" => {
            let mut properties = Records::properties(&mut schemas);
            properties.push(Property::of::<Vec<Submission>>("submissions", "Documents to be produced.", &mut schemas));
            object("Records of a dossier.", properties)
        }
        "meeting" => Meeting::schema(&mut schemas),
        "call" => Call::schema(&mut schemas),
        "text" => BlockList::schema(&mut schemas),
        kind => submission(kind, &mut schemas),
    };
    schemas.document(&format!("rapporteur: {name}"), root)
}

fn submission(kind: &str, schemas: &mut Schemas) -> Value {
    let own = KINDS.iter().find(|known| known.name == kind).map_or(KindFields::Nothing, |kind| kind.own);
    let mut properties = Submission::properties_with(own, schemas);
    properties.push(Property::of::<Option<Records>>("dossier", "Records, in a file that stands alone.", schemas));
    let mut schema = object("A document to be produced.", properties);
    schema["properties"]["kind"] = json!({ "const": kind, "description": "What kind of document it is." });
    schema
}
