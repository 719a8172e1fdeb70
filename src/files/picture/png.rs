//! The chunks of a PNG.

use super::super::attachment::Refusal;
use super::damaged;

/// The first bytes of every PNG.
pub const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Returns the PNG with nothing but its pixels, its palette and transparency, and, if `with_profile`, its profile of colours. Of a moving picture the
/// still one is left.
///
/// # Errors
///
/// Refuses a file that is cut off, or has a chunk that nobody could leave out and that is unknown.
pub fn stripped(bytes: &[u8], with_profile: bool) -> Result<Vec<u8>, Refusal> {
    let mut out = SIGNATURE.to_vec();
    let mut rest = bytes.get(SIGNATURE.len()..).unwrap_or_default();
    loop {
        let cut_off = || damaged("it is cut off");
        let (length, after) = rest.split_first_chunk().ok_or_else(cut_off)?;
        let kind: &[u8; 4] = after.first_chunk().ok_or_else(cut_off)?;
        // the length, the kind and the checksum have four bytes each
        let (chunk, after) = rest.split_at_checked(12 + u32::from_be_bytes(*length) as usize).ok_or_else(cut_off)?;
        match kind {
            b"IHDR" | b"PLTE" | b"IDAT" | b"tRNS" => out.extend(chunk),
            b"iCCP" if with_profile => out.extend(chunk),
            b"IEND" => {
                out.extend(chunk);
                return Ok(out);
            }
            // a capital: it may not be left out
            _ if kind[0].is_ascii_uppercase() => return Err(damaged("it has a chunk of an unknown kind")),
            _ => {}
        }
        rest = after;
    }
}
