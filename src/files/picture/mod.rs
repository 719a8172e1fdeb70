//! Reads the pictures of authors, and makes of each a file that a PDF and Word show alike.
//!
//! 1. The file is opened as all files that records name ([`super::attachment`]); its format is known by its first bytes, whatever its name ends with.
//! 2. Everything beside the pixels and the profile of colours is left out ([`png`], [`jpeg`]): the place and time of a photograph, its author,
//!    comments, small copies, what follows the end.
//! 3. The pixels are decoded once, one picture at a time, so that a damaged picture is a message, and memory is bounded.
//! 4. A picture that a camera has marked as turned is turned, and 16 bits become 8. Other pictures keep their bytes.

mod jpeg;
mod png;

use super::attachment::{Attachments, Refusal, Wanted, open};
use crate::diagnostic::{Diagnostic, Diagnostics, Reported, catalogue};
use crate::document::Picture;
use crate::source::Text;
use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::codecs::png::{PngDecoder, PngEncoder};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageEncoder, ImageResult, Limits};
use std::io::Cursor;
use std::sync::Arc;

/// The greatest size of a picture file, in bytes.
const MAX_BYTES: u64 = 32 << 20;
/// The most bytes of the pixels of a picture. An A3 page at 600 dots an inch has 70 million pixels, each of 3 bytes.
const MAX_DECODED: u64 = 256 << 20;
/// The most bytes that the decoder of PNG takes besides the pixels.
const MAX_ASIDE: u64 = 32 << 20;
/// The quality, of 100, of a JPEG that is written anew because it is turned.
const QUALITY: u8 = 95;
/// The most bytes of a profile of colours. Those of cameras and screens have under 10 KB, those of printers some MB.
const MAX_PROFILE: usize = 4 << 20;

/// A picture file that a PDF and Word show alike.
#[derive(Debug, Clone)]
pub struct Prepared {
    /// The bytes of the file.
    pub bytes: Arc<[u8]>,
    /// The format: `png` or `jpeg`.
    pub format: &'static str,
    /// The width and height in pixels.
    pub size: (u32, u32),
}

/// Reads the picture that `file` names, relative to the dossier's folder; `alt` is the description for readers who can't see it.
///
/// # Errors
///
/// Reports why the picture can't be used, and fails.
pub fn read(attachments: Attachments, file: &Text, alt: &Text, report: &mut Diagnostics) -> Result<Picture, Reported> {
    let wanted = Wanted { what: "a picture", name: "a PNG or JPEG file", most: MAX_BYTES };
    let mut refused =
        |(message, hint): Refusal| report.push(Diagnostic::new(catalogue::UNREADABLE_PICTURE, file.span, message).hint(hint));
    let (path, bytes) = open(attachments, file, &wanted).map_err(&mut refused)?;
    let prepared = attachments.loader.pictures.get(&bytes, prepare);
    let named = |(message, hint)| (format!("`{}` {message}", file.value), hint);
    let Prepared { bytes, format, size } = prepared.map_err(named).map_err(&mut refused)?;
    let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    let (file, span, alt) = (parts.join("/"), file.span, alt.value.trim().into());
    Ok(Picture { file, bytes, format: format.into(), size, alt, span })
}

/// Makes of a PNG or JPEG a file that a PDF and Word show alike.
///
/// # Errors
///
/// Refuses a file of another format, a damaged one, one that is too large, and a JPEG that not every program shows.
pub fn prepare(bytes: &[u8]) -> Result<Prepared, Refusal> {
    match bytes {
        _ if bytes.starts_with(png::SIGNATURE) => prepare_png(bytes),
        _ if bytes.starts_with(&jpeg::START) => prepare_jpeg(bytes),
        _ => Err(("is neither PNG nor JPEG".into(), "save it as PNG (drawings) or JPEG (photographs)".into())),
    }
}

fn prepare_png(bytes: &[u8]) -> Result<Prepared, Refusal> {
    let open = |bytes| PngDecoder::with_limits(Cursor::new(bytes), limits()).map_err(damaged);
    let (size, bits) = png::size(bytes)?;
    measured(size, bits)?;
    let mut original = open(bytes)?;
    let profile = original.icc_profile().ok().flatten().filter(|profile| is_profile(profile, original.color_type()));
    let stripped = png::stripped(bytes, profile.is_some())?;
    let turned = original.orientation().unwrap_or(Orientation::NoTransforms);
    let image = DynamicImage::from_decoder(open(&stripped)?).map_err(damaged)?;
    written(image, turned, profile, "png", stripped)
}

fn prepare_jpeg(bytes: &[u8]) -> Result<Prepared, Refusal> {
    // first, since the decoder does not know all that it can't read
    jpeg::stripped(bytes, None)?;
    let open = |bytes| JpegDecoder::new(Cursor::new(bytes)).map_err(damaged);
    let mut original = open(bytes)?;
    measured(original.dimensions(), original.color_type().bits_per_pixel().into())?;
    let profile = original.icc_profile().ok().flatten().filter(|profile| is_profile(profile, original.color_type()));
    let stripped = jpeg::stripped(bytes, profile.as_deref())?;
    let turned = original.orientation().unwrap_or(Orientation::NoTransforms);
    let image = DynamicImage::from_decoder(open(&stripped)?).map_err(damaged)?;
    written(image, turned, profile, "jpeg", stripped)
}

/// Returns the picture with the bytes that it has, or, if it has to be turned or has more than 8 bits, written anew.
fn written(
    image: DynamicImage,
    turned: Orientation,
    profile: Option<Vec<u8>>,
    format: &'static str,
    bytes: Vec<u8>,
) -> Result<Prepared, Refusal> {
    let deep = image.color().bytes_per_pixel() > image.color().channel_count();
    if turned == Orientation::NoTransforms && !deep {
        return Ok(Prepared { bytes: bytes.into(), format, size: (image.width(), image.height()) });
    }
    let mut image = if deep { eight_bits(image) } else { image };
    image.apply_orientation(turned);
    let mut out = Vec::new();
    let done = match format {
        "png" => encode(PngEncoder::new(&mut out), &image, profile),
        _ => encode(JpegEncoder::new_with_quality(&mut out, QUALITY), &image, profile),
    };
    done.map_err(damaged)?;
    Ok(Prepared { bytes: out.into(), format, size: (image.width(), image.height()) })
}

fn encode(mut encoder: impl ImageEncoder, image: &DynamicImage, profile: Option<Vec<u8>>) -> ImageResult<()> {
    if let Some(profile) = profile {
        // a picture without its profile is still the picture
        let _ = encoder.set_icc_profile(profile);
    }
    image.write_with_encoder(encoder)
}

fn eight_bits(image: DynamicImage) -> DynamicImage {
    match (image.color().has_color(), image.color().has_alpha()) {
        (true, true) => image.into_rgba8().into(),
        (true, false) => image.into_rgb8().into(),
        (false, true) => image.into_luma_alpha8().into(),
        (false, false) => image.into_luma8().into(),
    }
}

/// Refuses a picture without pixels, and one with more than can be handled.
fn measured((width, height): (u32, u32), bits: u64) -> Result<(), Refusal> {
    let bytes = (u64::from(width) * u64::from(height)).saturating_mul(bits) / 8;
    if bytes > MAX_DECODED || width == 0 || height == 0 {
        let message = format!("has {width} × {height} pixels of {bits} bits");
        return Err((message, format!("a picture has at most {} MB when it is unpacked; make it smaller", MAX_DECODED >> 20)));
    }
    Ok(())
}

/// Returns the limits of what a decoder takes besides the pixels.
fn limits() -> Limits {
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MAX_ASIDE);
    limits
}

/// Says whether these bytes are a profile of the colours of such a picture, as far as its head says (ISO 15076-1, 7.2). Any other one is left out,
/// as viewers do.
fn is_profile(profile: &[u8], colour: image::ColorType) -> bool {
    let space: &[u8] = if colour.has_color() { b"RGB " } else { b"GRAY" };
    let size = profile.first_chunk().map(|size| u32::from_be_bytes(*size) as usize);
    let class = profile.get(12..16).unwrap_or_default();
    size == Some(profile.len())
        && (129..=MAX_PROFILE).contains(&profile.len())
        && matches!(profile[8], 2 | 4)
        && [&b"mntr"[..], b"scnr", b"prtr", b"spac"].contains(&class)
        && &profile[16..20] == space
        && [&b"XYZ "[..], b"Lab "].contains(&&profile[20..24])
        && &profile[36..40] == b"acsp"
}

/// Returns the refusal of a damaged picture.
fn damaged(why: impl std::fmt::Display) -> Refusal {
    (format!("is damaged: {why}"), "open it in a program for pictures and save it again".into())
}
