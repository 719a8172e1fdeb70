//! Declarations of what authors may write: the Rust type, its reader and its JSON Schema from one text.

/// Declares a map with known keys. `Option`, `Vec`, `Many` and `Entries` fields may be absent. The documentation of each field is what editors show.
#[macro_export]
macro_rules! record {
    ($(#[doc = $doc:literal])* pub struct $name:ident as $what:literal $(, $derive:ident)* {
        $($(#[doc = $field_doc:literal])* pub $field:ident: $type:ty,)*
    }) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone $(, $derive)*)]
        pub struct $name {
            /// Where it stands in its file.
            pub span: $crate::source::Span,
            $($(#[doc = $field_doc])* pub $field: $type,)*
        }

        impl $name {
            /// Reads the keys of this record from a map and leaves other keys to the caller. The faults of all keys are reported before it fails.
            pub fn take(fields: &mut $crate::yaml::Fields, report: &mut $crate::diagnostic::Diagnostics) -> Result<Self, $crate::diagnostic::Reported> {
                $(let $field = fields.take::<$type>(stringify!($field).trim_start_matches("r#"), report);)*
                Ok(Self { span: fields.span, $($field: $field?,)* })
            }

            /// The schemas of its keys.
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
                schemas.define(stringify!($name), concat!($($doc),*), Self::properties)
            }
        }
    };
}

/// Declares one word of several. The documentation of each word is what editors show.
#[macro_export]
macro_rules! choice {
    ($(#[doc = $doc:literal])* pub enum $name:ident {
        $($(#[doc = $word_doc:literal])* $variant:ident = $word:literal,)*
    }) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[doc = $word_doc])* $variant,)* }

        impl $name {
            /// All of them, in the order of their declaration.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The word as authors write it.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }
        }

        impl $crate::yaml::Decode for $name {
            fn decode(node: &$crate::yaml::Node, report: &mut $crate::diagnostic::Diagnostics) -> Result<Self, $crate::diagnostic::Reported> {
                $crate::yaml::schema::word(node, Self::ALL, Self::word, report)
            }

            fn schema(_: &mut $crate::yaml::schema::Schemas) -> serde_json::Value {
                $crate::yaml::schema::words(&[$(($word, concat!($($word_doc),*)),)*])
            }
        }
    };
}
