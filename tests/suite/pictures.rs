//! Pictures of every kind: right in the PDF and in Word alike, or a message at their line; nothing of a camera's notes goes into a document.

use crate::support::{Built, build_path, messages, output, parts};
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{DynamicImage, ExtendedColorType, ImageEncoder, ImageFormat, Rgb, RgbImage, Rgba};
use std::io::Cursor;

/// A note with this file as its picture.
fn build(name: &str, bytes: &[u8]) -> Built {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(name), bytes).unwrap();
    let text = format!("kind: note\ntitle: T\nbody:\n  - figure: {{file: \"{name}\", alt: x}}\n");
    std::fs::write(folder.path().join("a.yaml"), text).unwrap();
    build_path(&folder.path().join("a.yaml"), &["pdf", "docx"])
}

/// What is said of a picture that is refused.
fn refused(name: &str, bytes: &[u8]) -> String {
    let built = build(name, bytes);
    assert!(built.outputs.is_empty());
    let said = messages(&built);
    assert!(said.contains("a.yaml:4:20: error[unreadable-picture]"), "{said}");
    said
}

/// The picture in the DOCX. The PDF has one of the same size.
fn shown(name: &str, bytes: &[u8]) -> (Vec<u8>, DynamicImage) {
    let built = build(name, bytes);
    assert_eq!(messages(&built), "");
    let (_, bytes) = parts(output(&built, ".docx")).into_iter().find(|(path, _)| path.starts_with("word/media/")).unwrap();
    let image = image::load_from_memory(&bytes).unwrap();
    let pdf = String::from_utf8_lossy(output(&built, ".pdf"));
    let size = [format!("/Width {}", image.width()), format!("/Height {}", image.height())];
    assert!(size.iter().all(|size| pdf.contains(size)), "{size:?}");
    (bytes, image)
}

/// A picture with another colour in each corner, large enough for the blocks of a JPEG.
fn corners() -> DynamicImage {
    let colour = |x: u32, y: u32| match (x < 32, y < 16) {
        (true, true) => Rgb([250, 0, 0]),
        (false, true) => Rgb([0, 250, 0]),
        (true, false) => Rgb([0, 0, 250]),
        (false, false) => Rgb([250, 250, 250]),
    };
    RgbImage::from_fn(64, 32, colour).into()
}

fn saved(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// Notes of a camera: how it was held, and a name that is nobody's business.
fn exif(orientation: u8) -> Vec<u8> {
    let head = *b"II*\0\x08\0\0\0\x02\0";
    let turned = [0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0];
    let artist = [0x3b, 0x01, 2, 0, 9, 0, 0, 0, 38, 0, 0, 0];
    [&head[..], &turned, &artist, &[0; 4], b"Ms Secret\0"].concat()
}

/// A JPEG with this segment behind its first marker.
fn with_segment(jpeg: &[u8], marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xff, marker], &length, content, &jpeg[2..]].concat()
}

/// A PNG with this chunk behind its head.
fn with_chunk(png: &[u8], kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let checked = [kind, content].concat();
    let crc = checked.iter().fold(!0u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 })
    });
    let length = u32::try_from(content.len()).unwrap().to_be_bytes();
    [&png[..33], &length, &checked, &(!crc).to_be_bytes(), &png[33..]].concat()
}

/// Changes the byte at `at` behind the marker of the frame.
fn frame(jpeg: &[u8], at: usize, byte: u8) -> Vec<u8> {
    let start = jpeg.windows(2).position(|pair| pair == [0xff, 0xc0]).unwrap();
    let mut changed = jpeg.to_vec();
    changed[start + at] = byte;
    changed
}

#[test]
fn a_turned_picture_is_upright_in_both_formats() {
    let (jpeg, png) = (saved(&corners(), ImageFormat::Jpeg), saved(&corners(), ImageFormat::Png));
    for orientation in 1..=8 {
        let mut upright = corners();
        upright.apply_orientation(image::metadata::Orientation::from_exif(orientation).unwrap());
        let jpeg = with_segment(&jpeg, 0xe1, &[b"Exif\0\0", &exif(orientation)[..]].concat());
        let png = with_chunk(&png, b"eXIf", &exif(orientation));
        for (name, bytes) in [("a.jpg", jpeg), ("a.png", png)] {
            let (_, image) = shown(name, &bytes);
            assert_eq!((image.width(), image.height()), (upright.width(), upright.height()), "{name} {orientation}");
            for (x, y) in [(4, 4), (image.width() - 4, 4), (4, image.height() - 4), (image.width() - 4, image.height() - 4)] {
                let (is, wanted) = (image.to_rgb8().get_pixel(x, y).0, upright.to_rgb8().get_pixel(x, y).0);
                assert!(
                    is.iter().zip(wanted).all(|(is, wanted)| is.abs_diff(wanted) < 24),
                    "{name} {orientation} {is:?} {wanted:?}"
                );
            }
        }
    }
}

#[test]
fn the_notes_of_a_camera_stay_out() {
    let jpeg = saved(&corners(), ImageFormat::Jpeg);
    let noted = [0xe1, 0xed, 0xef, 0xfe].iter().fold(jpeg.clone(), |jpeg, marker| with_segment(&jpeg, *marker, b"Ms Secret"));
    let noted = [&noted[..], b"Ms Secret"].concat();
    let png = saved(&corners(), ImageFormat::Png);
    let chunks = [b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME", b"gAMA"];
    let annotated = chunks.iter().fold(png.clone(), |png, kind| with_chunk(&png, kind, b"Ms Secret"));
    let annotated = [&annotated[..], b"Ms Secret"].concat();
    let (clean_jpeg, _) = shown("a.jpg", &jpeg);
    assert_eq!(shown("a.jpg", &noted).0, clean_jpeg);
    assert_eq!(shown("a.png", &annotated).0, png);
    for (name, bytes) in [("a.jpg", noted), ("a.png", annotated)] {
        let built = build(name, &bytes);
        for output in &built.outputs {
            assert!(!output.bytes.windows(9).any(|window| window == b"Ms Secret"), "{name} in {}", output.name);
        }
    }
}

#[test]
fn the_ending_of_the_name_means_nothing() {
    let (jpeg, png) = (saved(&corners(), ImageFormat::Jpeg), saved(&corners(), ImageFormat::Png));
    for (name, bytes) in [("a.jpg", &png), ("a.png", &jpeg), ("a.svg", &png), ("a.PNG", &jpeg), ("a", &png), ("a.pdf", &jpeg)] {
        assert_eq!(shown(name, bytes).1.width(), 64, "{name}");
    }
}

#[test]
fn pixels_of_every_kind_are_shown() {
    let kinds = [
        DynamicImage::ImageLuma8(corners().to_luma8()),
        DynamicImage::ImageLumaA8(corners().to_luma_alpha8()),
        DynamicImage::ImageRgba8(image::RgbaImage::from_pixel(9, 9, Rgba([1, 2, 3, 4]))),
        DynamicImage::ImageLuma16(corners().to_luma16()),
        DynamicImage::ImageLumaA16(corners().to_luma_alpha16()),
        DynamicImage::ImageRgb16(corners().to_rgb16()),
        DynamicImage::ImageRgba16(corners().to_rgba16()),
        DynamicImage::new_rgb8(1, 60_000),
        DynamicImage::new_rgb8(60_000, 1),
    ];
    for kind in kinds {
        let (_, image) = shown("a.png", &saved(&kind, ImageFormat::Png));
        assert_eq!((image.width(), image.height()), (kind.width(), kind.height()));
        assert_eq!(image.color().channel_count(), kind.color().channel_count());
        assert!(image.color().bits_per_pixel() <= 32, "eight bits a channel");
    }
    let mut grey = Vec::new();
    JpegEncoder::new(&mut grey).write_image(&[128; 64 * 64], 64, 64, ExtendedColorType::L8).unwrap();
    assert_eq!(shown("a.jpg", &grey).1.width(), 64);
}

#[test]
fn what_a_pdf_or_word_would_show_otherwise_is_refused() {
    let jpeg = saved(&corners(), ImageFormat::Jpeg);
    assert!(refused("a.jpg", &frame(&jpeg, 9, 4)).contains("the colours of print (CMYK)"));
    for (at, byte) in [(1, 0xc3), (1, 0xc9), (1, 0xca), (1, 0xc5), (4, 12)] {
        assert!(refused("a.jpg", &frame(&jpeg, at, byte)).contains("a JPEG of a kind that few programs show"), "{at} {byte}");
    }
    let others: [(&str, &[u8]); 7] = [
        ("a.gif", b"GIF89a\x01\0\x01\0"),
        ("a.webp", b"RIFF\x0c\0\0\0WEBPVP8 "),
        ("a.tif", b"II*\0"),
        ("a.bmp", b"BM"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"),
        ("a.pdf", b"%PDF-1.7"),
        ("a.png", b""),
    ];
    for (name, bytes) in others {
        assert!(refused(name, bytes).contains("neither PNG nor JPEG"), "{name}");
    }
}

#[test]
fn what_is_damaged_is_refused() {
    for (name, format) in [("a.jpg", ImageFormat::Jpeg), ("a.png", ImageFormat::Png)] {
        let whole = saved(&corners(), format);
        for length in [12, 30, 40, whole.len() / 2, whole.len() - 3] {
            assert!(refused(name, &whole[..length]).contains("is damaged"), "{name} {length}");
        }
    }
    let png = saved(&corners(), ImageFormat::Png);
    assert!(refused("a.png", &with_chunk(&png, b"NEWS", b"")).contains("is damaged"));
    let mut wrong = png;
    wrong[45] ^= 1;
    assert!(refused("a.png", &wrong).contains("is damaged"));
}

#[test]
fn bombs_are_refused_or_left_out() {
    let png = saved(&corners(), ImageFormat::Png);
    let mut huge = png.clone();
    huge[16..24].copy_from_slice(&[0, 0, 0x27, 0x10, 0, 0, 0x27, 0x10]);
    huge[24] = 16;
    assert!(refused("a.png", &huge).contains("has 10000 × 10000 pixels of 64 bits"));
    // a profile of colours that is none, and one that grows to 100 MB
    let none = with_chunk(&png, b"iCCP", b"x\0\0nothing");
    assert_eq!(shown("a.png", &none).0, png);
    let mut bomb = Vec::new();
    let mut encoder = PngEncoder::new(&mut bomb);
    encoder.set_icc_profile(vec![0; 100 << 20]).unwrap();
    corners().write_with_encoder(encoder).unwrap();
    assert!(bomb.len() < 1 << 20 && shown("a.png", &bomb).0.len() < 4_000);
    let jpeg = saved(&corners(), ImageFormat::Jpeg);
    let none = with_segment(&jpeg, 0xe2, &[b"ICC_PROFILE\0\x01\x01", &[0; 60_000][..]].concat());
    assert_eq!(shown("a.jpg", &none).0, shown("a.jpg", &jpeg).0);
}

#[test]
fn a_profile_of_colours_stays() {
    let mut profile = vec![0; 300];
    profile[..4].copy_from_slice(&300u32.to_be_bytes());
    profile[8] = 2;
    profile[12..24].copy_from_slice(b"mntrRGB XYZ ");
    profile[36..40].copy_from_slice(b"acsp");
    let segment = [b"ICC_PROFILE\0\x01\x01", &profile[..]].concat();
    let jpeg = with_segment(&saved(&corners(), ImageFormat::Jpeg), 0xe2, &segment);
    let (kept, _) = shown("a.jpg", &jpeg);
    assert!(kept.windows(segment.len()).any(|window| window == segment));
}

#[test]
fn pictures_together_have_a_limit() {
    let folder = tempfile::tempdir().unwrap();
    let mut text = String::from("kind: note\ntitle: T\nbody:\n");
    for at in 0..2u8 {
        let wide = DynamicImage::ImageLuma8(image::GrayImage::from_pixel(9000, 8000, image::Luma([at])));
        std::fs::write(folder.path().join(format!("{at}.png")), saved(&wide, ImageFormat::Png)).unwrap();
        text.push_str(&format!("  - figure: {{file: {at}.png, alt: x}}\n").repeat(2));
    }
    std::fs::write(folder.path().join("a.yaml"), text).unwrap();
    let said = messages(&build_path(&folder.path().join("a.yaml"), &["docx"]));
    assert!(said.contains("a.yaml:6:20: error[unreadable-picture]: with this picture") && said.lines().count() == 1, "{said}");
}
