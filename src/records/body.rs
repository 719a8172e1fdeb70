//! Bodies: the working group to which the dossier belongs, and others whose meetings or documents it names.

use super::acronym::Acronym;
use crate::record;
use crate::source::Text;
use crate::web::WebAddress;
use crate::yaml::Many;

record! {
    /// A body of the Union.
    pub struct Body as "body" {
        /// The full name of the body.
        pub name: Text,
        /// The acronym of the body. The symbols of its documents are `ACRONYM-meeting/number`.
        pub acronym: Acronym,
        /// Earlier acronyms of the body, which are recognised in old symbols.
        pub formerly: Many<Acronym>,
        /// The resolutions and decisions that established the body or gave it its mandate.
        pub mandate: Many<Text>,
        /// The address of the body's page on the web, to which the symbols of its documents link.
        pub page: Option<WebAddress>,
    }
}
