//! The chunks of a PNG.

use super::super::attachment::Refusal;
use super::damaged;

/// The first bytes of every PNG.
pub const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Returns the width and height in pixels, and the bits of a pixel when it is decoded, from the head of a PNG.
///
/// # Errors
///
/// Refuses a file without a head.
pub fn size(bytes: &[u8]) -> Result<((u32, u32), u64), Refusal> {
    let number = |at: usize| bytes.get(at..at + 4).and_then(|four| four.first_chunk()).map(|four| u32::from_be_bytes(*four));
    let (Some(width), Some(height), Some(&[depth, colour])) = (number(16), number(20), bytes.get(24..26)) else {
        return Err(damaged("it is cut off"));
    };
    // grey; red, green and blue; a colour of the palette, which has three; grey and transparency; all four. A transparent colour adds a channel.
    let channels = match colour {
        0 | 4 => 2,
        2 | 3 | 6 => 4,
        _ => return Err(damaged("its kind of colours is unknown")),
    };
    Ok(((width, height), channels * u64::from(depth.max(8))))
}

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
