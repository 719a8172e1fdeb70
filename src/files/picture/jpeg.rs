//! The segments of a JPEG.

use super::super::attachment::Refusal;
use super::damaged;

/// The first bytes of every JPEG: the marker of the start, and the beginning of the next one.
pub const START: [u8; 3] = [0xff, 0xd8, 0xff];
/// The end of the picture.
const END: u8 = 0xd9;
/// The start of a scan, whose pixels follow its segment.
const SCAN: u8 = 0xda;
/// The segment of Adobe, which says how the colours are written.
const ADOBE: u8 = 0xee;
/// The segment that says that the file is JFIF: with a picture in colours that these are YCbCr. It has the shape of a pixel and no small copy.
const JFIF: [u8; 18] = *b"\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0";
/// The most bytes of a profile that go into one segment.
const PIECE: usize = 65_000;

/// Returns the JPEG with nothing but its pixels, what says how to read these, and `profile` as its profile of colours.
///
/// # Errors
///
/// Refuses a file that is damaged or cut off, and one that a PDF or Word does not show: with the colours of print, or compressed in a way that few
/// programs know.
pub fn stripped(bytes: &[u8], profile: Option<&[u8]>) -> Result<Vec<u8>, Refusal> {
    let mut out = bytes[..2].to_vec();
    let mut rest = &bytes[2..];
    let mut scans = 0;
    let head = profile_segments(profile);
    loop {
        let (marker, after) = marker(rest)?;
        if marker == END {
            out.extend([0xff, END]);
            return if scans > 0 { Ok(out) } else { Err(damaged("it has no pixels")) };
        }
        let (segment, after) = segment(after)?;
        let mut keep = |before: &[u8]| {
            out.extend(before);
            out.extend([0xff, marker]);
            out.extend(segment);
        };
        rest = after;
        match marker {
            0xe0 if segment[2..].starts_with(b"JFIF\0") => out.extend(JFIF),
            ADOBE if segment.len() >= 14 && segment[2..].starts_with(b"Adobe") => {
                out.extend([0xff, ADOBE, 0, 14]);
                out.extend(&segment[2..14]);
            }
            // notes of programs, and comments
            0xe0..=0xef | 0xfe => {}
            0xc0..=0xcf if marker != 0xc4 => {
                frame(marker, segment)?;
                keep(&head);
            }
            SCAN => {
                keep(&[]);
                let (pixels, after) = rest.split_at(scan_length(rest));
                out.extend(pixels);
                (rest, scans) = (after, scans + 1);
            }
            // tables, the interval between the pieces of a scan, the number of lines
            0xc4 | 0xdb | 0xdc | 0xdd => keep(&[]),
            _ => return Err(damaged("it has a segment of an unknown kind")),
        }
    }
}

/// Returns the next marker and what follows it. Any number of bytes 255 may stand before it.
fn marker(bytes: &[u8]) -> Result<(u8, &[u8]), Refusal> {
    let fill = bytes.iter().take_while(|byte| **byte == 0xff).count();
    match bytes.get(fill) {
        None => Err(damaged("it is cut off")),
        Some(marker) if fill > 0 => Ok((*marker, &bytes[fill + 1..])),
        Some(_) => Err(damaged("it has bytes that belong to no segment")),
    }
}

/// Returns the segment at the beginning, with its length, and what follows it.
fn segment(bytes: &[u8]) -> Result<(&[u8], &[u8]), Refusal> {
    let length = bytes.first_chunk().map(|length| usize::from(u16::from_be_bytes(*length))).filter(|length| *length >= 2);
    length.and_then(|length| bytes.split_at_checked(length)).ok_or_else(|| damaged("it is cut off"))
}

/// Returns how many bytes of pixels there are before the next marker.
fn scan_length(bytes: &[u8]) -> usize {
    // a zero after 255 is a 255 of the pixels; 208 to 215 count the pieces of the scan
    let is_end = |pair: &[u8]| pair[0] == 0xff && !matches!(pair[1], 0x00 | 0xd0..=0xd7 | 0xff);
    bytes.windows(2).position(is_end).unwrap_or(bytes.len())
}

/// Refuses what a PDF or Word does not show.
fn frame(marker: u8, segment: &[u8]) -> Result<(), Refusal> {
    let (Some(bits), Some(colours)) = (segment.get(2), segment.get(7)) else { return Err(damaged("it is cut off")) };
    if !matches!(marker, 0xc0..=0xc2) || *bits != 8 {
        let message = "is a JPEG of a kind that few programs show (arithmetic, lossless, hierarchical, or of more than 8 bits)";
        return Err((message.into(), "save it as a usual JPEG, or as PNG".into()));
    }
    match colours {
        1 | 3 => Ok(()),
        4 => {
            let message = "has the colours of print (CMYK), which look otherwise in every program";
            Err((message.into(), "convert it to RGB in a program for pictures, and save it".into()))
        }
        _ => Err(damaged(format!("it has {colours} colours"))),
    }
}

/// Returns the segments with a profile of colours: APP2, each with its number and how many there are.
fn profile_segments(profile: Option<&[u8]>) -> Vec<u8> {
    let pieces: Vec<&[u8]> = profile.unwrap_or_default().chunks(PIECE).collect();
    let count = u8::try_from(pieces.len()).expect("a profile has at most 4 MB");
    let one = |(at, piece): (u8, &&[u8])| {
        let length = u16::try_from(16 + piece.len()).expect("a piece has at most 65 000 bytes");
        let head = [&[0xff, 0xe2][..], &length.to_be_bytes(), b"ICC_PROFILE\0", &[at, count]].concat();
        [&head, *piece].concat()
    };
    (1..).zip(&pieces).flat_map(one).collect()
}
