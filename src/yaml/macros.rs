//! Macros that declare what authors may write: one declaration gives the Rust type, its [`Decode`](crate::yaml::Decode) and its JSON Schema.

/// Declares a record: a map with known keys. Fields of the types `Option`, `Vec`, `Many`, `Shared` and `Entries` may be absent. Editors show the doc
/// comment of each field to authors.
#[macro_export]
macro_rules! record {
    ($(#[doc = $doc:literal])* pub struct $name:ident as $what:literal $(, $derive:ident)* {
        $($(#[doc = $field_doc:literal])* pub $field:ident: $type:ty,)*
    }) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone $(, $derive)*)]
        pub struct $name {
            /// The place of the record in its file.
            pub span: $crate::source::Span,
            $($(#[doc = $field_doc])* pub $field: $type,)*
        }

        impl $name {
            /// Reads the keys of this record from a map and leaves other keys to the caller.
            ///
            /// # Errors
            ///
            /// Reports the faults of all keys, and fails if there was one.
            pub fn take(fields: &mut $crate::yaml::Fields, report: &mut $crate::diagnostic::Diagnostics) -> Result<Self, $crate::diagnostic::Reported> {
                $(let $field = fields.take::<$type>(stringify!($field).trim_start_matches("r#"), report);)*
                Ok(Self { span: fields.span, $($field: $field?,)* })
            }

            /// Returns the keys of this record with their schemas.
            pub fn properties(schemas: &mut $crate::yaml::schema::Schemas) -> Vec<$crate::yaml::schema::Property> {
                vec![$($crate::yaml::schema::Property::of::<$type>(
                    stringify!($field).trim_start_matches("r#"), concat!($($field_doc),*), schemas,
                ),)*]
            }
        }

        impl $crate::yaml::Decode for $name {
            fn decode(node: &$crate::yaml::Node, report: &mut $crate::diagnostic::Diagnostics) -> Result<Self, $crate::diagnostic::Reported> {
                let mut fields = $crate::yaml::Fields::open(node, $what, report)?;
                let value = Self::take(&mut fields, report);
                fields.finish(report);
                value
            }

            fn schema(schemas: &mut $crate::yaml::schema::Schemas) -> serde_json::Value {
                schemas.define(stringify!($name), $what, concat!($($doc),*), Self::properties)
            }
        }
    };
}

/// Declares a choice: an enum whose variants are words that authors write. Editors show the doc comment of each word to authors.
#[macro_export]
macro_rules! choice {
    ($(#[doc = $doc:literal])* pub enum $name:ident {
        $($(#[doc = $word_doc:literal])* $variant:ident = $word:literal,)*
    }) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[doc = $word_doc])* $variant,)* }

        impl $name {
            /// All variants, in the order of their declaration.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// Returns the word as authors write it.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// Returns the description of the word that editors show to authors.
            pub fn about(self) -> &'static str {
                match self { $(Self::$variant => concat!($($word_doc),*).trim_ascii(),)* }
            }
        }

        impl $crate::yaml::Decode for $name {
            fn decode(node: &$crate::yaml::Node, report: &mut $crate::diagnostic::Diagnostics) -> Result<Self, $crate::diagnostic::Reported> {
                $crate::yaml::schema::word(node, Self::ALL, Self::word, report)
            }

            fn schema(_: &mut $crate::yaml::schema::Schemas) -> serde_json::Value {
                $crate::yaml::schema::words(&Self::ALL.iter().map(|word| (word.word(), word.about())).collect::<Vec<_>>())
            }
        }
    };
}
