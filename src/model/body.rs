//! Bodies: the group whose dossier this is, and others.

use crate::model::symbol::Series;
use crate::record;
use crate::source::Text;
use crate::yaml::Many;

record! {
    /// A body of the Union.
    pub struct Body as "body" {
        /// Its full name.
        pub name: Text,
        /// Its acronym; its documents are `ACRONYM-meeting/number`.
        pub acronym: Text,
        /// Earlier acronyms, recognised in old symbols.
        pub formerly: Many<Text>,
        /// The resolutions that it rests on.
        pub mandate: Many<Text>,
        /// Its page on the web, to which its symbols link.
        pub page: Option<Text>,
    }
}

impl Body {
    /// Its series of documents.
    pub fn series(&self) -> Series {
        let formerly: Vec<&str> = self.formerly.iter().map(|name| name.value.as_str()).collect();
        Series::new(&self.acronym.value, &formerly, self.page.as_ref().map(|page| page.value.clone()))
    }
}
