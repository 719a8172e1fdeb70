//! The package: the parts of a document in a zip file, whose bytes depend on nothing but the parts.

use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

/// A part of the package.
pub struct Part {
    /// The path of the part, without a leading slash.
    pub path: String,
    /// The content of the part.
    pub bytes: Vec<u8>,
}

/// Returns the zip file with the parts in this order. `[Content_Types].xml` must be the first one, because some readers look no
/// further.
pub fn zip(parts: Vec<Part>) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for part in parts {
        writer.start_file(part.path, options(&part.bytes)).expect("no two parts have one path");
        writer.write_all(&part.bytes).expect("memory takes all");
    }
    writer.finish().expect("memory takes all").into_inner()
}

/// Returns options with a fixed time, fixed permissions and a fixed system, so that neither the hour nor the machine can be seen.
fn options(bytes: &[u8]) -> SimpleFileOptions {
    let packed = [&b"\x89PNG"[..], b"\xff\xd8", b"PK"].iter().any(|start| bytes.starts_with(start));
    // pictures and workbooks are compressed already
    let method = if packed { CompressionMethod::Stored } else { CompressionMethod::Deflated };
    SimpleFileOptions::default()
        .compression_method(method)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
        .system(System::Unix)
}
