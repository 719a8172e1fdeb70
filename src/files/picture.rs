//! Reads the pictures of authors: only from inside the dossier, only PNG and JPEG, only up to a size that the program can handle.

use super::attachment::{Attachments, Refusal, Wanted, open};
use crate::diagnostic::{Diagnostic, Diagnostics, Reported, catalogue};
use crate::document::Picture;
use crate::source::Text;

/// The greatest size of a picture file, in bytes.
const MAX_BYTES: u64 = 32 << 20;
/// The most pixels of a picture. An A3 page at 600 dots an inch has 70 million.
const MAX_PIXELS: u64 = 100_000_000;

/// Reads the picture that `file` names, relative to the dossier's folder; `alt` is the description for readers who can't see it.
///
/// # Errors
///
/// Reports why the picture can't be used, and fails.
pub fn read(attachments: Attachments, file: &Text, alt: &Text, report: &mut Diagnostics) -> Result<Picture, Reported> {
    let wanted = Wanted { what: "a picture", name: "a PNG or JPEG file", most: MAX_BYTES };
    let mut refused = |message: String, hint: String| {
        report.push(Diagnostic::new(catalogue::UNREADABLE_PICTURE, file.span, message).hint(hint))
    };
    let (path, bytes) = open(attachments, file, &wanted).map_err(|(message, hint)| refused(message, hint))?;
    let (format, size) = measure(&bytes).map_err(|(message, hint)| refused(format!("`{}` {message}", file.value), hint))?;
    let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    let (file, span, alt) = (parts.join("/"), file.span, alt.value.clone());
    Ok(Picture { file, bytes, format: format.into(), size, alt, span })
}

/// Returns the format of a picture (`png` or `jpeg`) and its width and height in pixels.
fn measure(bytes: &[u8]) -> Result<(&'static str, (u32, u32)), Refusal> {
    let format = match imagesize::image_type(bytes) {
        Ok(imagesize::ImageType::Png) => "png",
        Ok(imagesize::ImageType::Jpeg) => "jpeg",
        _ => return Err(("is neither PNG nor JPEG".into(), "save it as PNG (drawings) or JPEG (photographs)".into())),
    };
    let damaged = |_| ("is damaged".to_string(), "save it again".to_string());
    let size = imagesize::blob_size(bytes).map_err(damaged)?;
    if size.width as u64 * size.height as u64 > MAX_PIXELS || size.width == 0 || size.height == 0 {
        let message = format!("has {} × {} pixels", size.width, size.height);
        return Err((message, format!("a picture has at most {} million", MAX_PIXELS / 1_000_000)));
    }
    Ok((format, (size.width as u32, size.height as u32)))
}
