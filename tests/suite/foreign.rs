//! Hostile and damaged Word files as `reference:`: each is refused by name, or what is dangerous in it is left out by name and the document is whole.

use crate::reference::{OFFICE, PNG, RELATIONSHIPS, build_with, changed, everything};
use crate::support::{Built, keep, messages, output, part, parts, request};
use rapporteur::dossier::Input;
use rapporteur::project::Workspace;
use std::io::{Cursor, Write};
use std::sync::Arc;
use zip::write::SimpleFileOptions;

const NAMESPACES: &str = concat!(
    r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" "#,
    r#"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" "#,
    r#"xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" "#,
    r#"xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" "#,
    r#"xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" "#,
    r#"xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" "#,
    r#"xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" "#,
    r#"xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14" "#,
    r#"xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office""#
);

/// `everything.docx` with this part in the place of the one at `path`.
fn with_part(path: &str, text: &[u8]) -> Vec<u8> {
    changed(&everything(), &|name, bytes| Some(if name == path { text.to_vec() } else { bytes }), &[])
}

/// A Word file with these paragraphs in its header, and these relationships of the header, each as a kind, a target and more.
fn with_header(paragraphs: &str, relationships: &[(&str, &str, &str)]) -> Vec<u8> {
    let header = format!("<w:hdr {NAMESPACES}>{paragraphs}</w:hdr>");
    let one = |(at, (kind, target, more)): (usize, &(&str, &str, &str))| {
        format!(r#"<Relationship Id="rId{at}" Type="{OFFICE}/{kind}" Target="{target}" {more}/>"#)
    };
    let all: String = relationships.iter().enumerate().map(one).collect();
    let all = format!(r#"<Relationships xmlns="{RELATIONSHIPS}">{all}</Relationships>"#);
    let replace = |name: &str, bytes: Vec<u8>| Some(if name == "word/header1.xml" { header.clone().into_bytes() } else { bytes });
    changed(&everything(), &replace, &[("word/_rels/header1.xml.rels", all.as_bytes()), ("word/media/logo.png", PNG)])
}

/// A run with a picture, whose data is named by these attributes.
fn picture(blip: &str) -> String {
    format!(
        r#"<w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="Logo" descr="The logo"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip {blip}><a:extLst><a:ext uri="x"/></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"#
    )
}

/// A field in runs with this instruction in these pieces, which shows `seen`.
fn field(instruction: &[&str], seen: &str) -> String {
    let mark = |kind: &str| format!(r#"<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>"#);
    let pieces: String = instruction.iter().map(|piece| format!("<w:r><w:instrText>{piece}</w:instrText></w:r>")).collect();
    format!("{}{pieces}{}<w:r><w:t>{seen}</w:t></w:r>{}", mark("begin"), mark("separate"), mark("end"))
}

/// The message about what is left out; empty if nothing is said. The documents are made, and all relationships lead to a part.
fn left_out(built: &Built) -> String {
    assert_eq!(built.outputs.len(), 3, "{}", messages(built));
    let parts = parts(output(built, ".docx"));
    for (path, bytes) in parts.iter().filter(|(path, _)| path.ends_with(".xml")) {
        let text = String::from_utf8_lossy(bytes);
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let list = parts.iter().find(|(path, _)| *path == format!("{folder}/_rels/{name}.rels"));
        let list = String::from_utf8_lossy(list.map(|(_, bytes)| bytes.as_slice()).unwrap_or_default());
        for attribute in ["r:id=\"", "r:embed=\""] {
            for (_, rest) in text.match_indices(attribute).map(|(at, _)| text.split_at(at + attribute.len())) {
                let id = rest.split('"').next().unwrap();
                assert_eq!(list.matches(&format!("Id=\"{id}\"")).count(), 1, "{id} of {path} in {list}");
            }
        }
    }
    messages(built).lines().filter(|line| line.contains("left-out-of-reference")).collect()
}

#[test]
fn what_is_dangerous_in_a_header_is_left_out_by_name() {
    let external = "TargetMode=\"External\"";
    let nested = format!(
        r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF 1 = 1 </w:instrText></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>"#,
        field(&["INCLUDETEXT \"\\\\evil\\a\""], "evil")
    );
    let imagedata = |more: &str| {
        format!(r#"<w:r><w:pict><v:shape style="width:9pt;height:9pt"><v:imagedata {more}/></v:shape></w:pict></w:r>"#)
    };
    let cases: Vec<(String, &str, &str)> = vec![
        (field(&[" DDE", "AUTO excel \"evil\" "], "evil"), "the field `DDEAUTO`", ""),
        (field(&["PAGE\u{a0}DDEAUTO evil"], "evil"), "the field `PAGE\u{a0}DDEAUTO`", ""),
        (field(&["DATE"], "evil"), "the field `DATE`", ""),
        (field(&["HYPERLINK \"file:///evil\""], "evil"), "the field `HYPERLINK`", ""),
        (field(&["HYPERLINK \"https://www.itu.int\" \\l \"evil\""], "evil"), "the field `HYPERLINK`", ""),
        (nested, "the field `IF`, which has another field in it,", ""),
        (r#"<w:fldSimple w:instr="INCLUDEPICTURE &quot;http://evil&quot;"><w:r><w:t>evil</w:t></w:r></w:fldSimple>"#.into(), "the field `INCLUDEPICTURE`", ""),
        (r#"<w:fldSimple w:instr="MACROBUTTON evil"/>"#.into(), "the field `MACROBUTTON`", ""),
        (imagedata(r#"src="\\evil\a.png""#), "`src` of `v:imagedata`", ""),
        (imagedata(r#"r:id="rId0" r:href="rId0""#), "`r:href` of `v:imagedata`", ""),
        (imagedata(r#"r:id="rId0""#), "the relationship to `http://evil/a.png`", "image"),
        (picture(r#"r:link="rId0""#), "`r:link` of `a:blip`", "image"),
        (picture(r#"r:embed="rId0""#), "the relationship to `http://evil/a.png`", "image"),
        (picture(r#"r:embed="rId9""#), "the relationship `rId9`, which is not there,", ""),
        (r#"<w:r><w:object><o:OLEObject Type="Link" ProgID="evil" r:id="rId0"/></w:object></w:r>"#.into(), "`w:object`", "oleObject"),
        (r#"<w:r><w:control r:id="rId0" w:name="evil"/></w:r>"#.into(), "`w:control`", "control"),
        (r#"<w:subDoc r:id="rId0"/>"#.into(), "`w:subDoc`", "subDocument"),
        (r#"<w:hyperlink r:id="rId0"><w:r><w:t>text</w:t></w:r></w:hyperlink>"#.into(), "the relationship to `javascript:evil`", "hyperlink"),
        (r#"<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:entryMacro w:val="evil"/></w:ffData></w:fldChar></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>"#.into(), "`w:ffData`", ""),
        (r#"<x:evil xmlns:x="urn:evil"/>"#.into(), "`x:evil (urn:evil)`", ""),
        (r#"<w:r><w:t w:evil="1">text</w:t></w:r>"#.into(), "`w:evil` of `w:t`", ""),
    ];
    let count = cases.len();
    for (at, (run, named, kind)) in cases.into_iter().enumerate() {
        let target = if kind == "hyperlink" { "javascript:evil" } else { "http://evil/a.png" };
        let relationships = [(kind, target, external)];
        let relationships = if kind.is_empty() { &[("image", "media/logo.png", "")][..] } else { &relationships[..] };
        let built = build_with(&with_header(&format!("<w:p>{run}</w:p>"), relationships), |_| ());
        keep(&built, &format!("foreign-{at}-of-{count}"));
        let said = left_out(&built);
        let named = format!("`house.docx` this is not taken over: {named} in `word/header1.xml`;");
        assert!(said.contains(&named), "{named}\n{said}");
        for (path, bytes) in parts(output(&built, ".docx")) {
            let text = String::from_utf8_lossy(&bytes);
            assert!(!text.contains("evil"), "{path} has it: {named}\n{text}");
        }
    }
}

#[test]
fn what_is_left_out_does_not_change_what_a_field_is() {
    let mark = |kind: &str| format!(r#"<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>"#);
    let hidden =
        |piece: &str| format!("{}{piece}<w:r><w:instrText>DDEAUTO evil</w:instrText></w:r>{}", mark("begin"), mark("end"));
    let page = "<w:r><w:instrText>PAGE </w:instrText></w:r>";
    for known in [
        format!(r#"<x:a xmlns:x="urn:a">{page}</x:a>"#),
        format!("<w:r><w:rPr>{page}</w:rPr></w:r>"),
        format!("<w:r><w:object>{page}</w:object></w:r>"),
        format!("<w:del>{page}</w:del>"),
        format!("<w:r><w:t>{page}</w:t></w:r>"),
        format!("<w:r><w:pict><v:shape><v:evil>{page}</v:evil></v:shape></w:pict></w:r>"),
        format!("<w:r><w:drawing><wp:inline>{page}</wp:inline></w:drawing></w:r>"),
        format!(r#"<w:hyperlink r:id="rId9">{page}</w:hyperlink>"#),
        "<w:r><w:instrText w:evil=\"1\">PAGE </w:instrText></w:r>".into(),
    ] {
        let built = build_with(&with_header(&format!("<w:p>{}</w:p>", hidden(&known)), &[]), |_| ());
        if built.outputs.is_empty() {
            assert!(messages(&built).contains("unreadable-reference"), "{known}");
            continue;
        }
        let said = left_out(&built);
        let header = part(output(&built, ".docx"), "word/header1.xml");
        let is_page = header.contains("PAGE </w:instrText>");
        assert!(is_page || !header.contains("DDEAUTO") && said.contains("the field `DDEAUTO`"), "{known}\n{said}\n{header}");
    }
}

#[test]
fn an_alternative_chunk_and_a_table_without_rows_leave_a_header_whole() {
    let chunk = r#"<w:altChunk r:id="rId0"/>"#;
    let built = build_with(&with_header(chunk, &[("aFChunk", "media/evil.html", "")]), |_| ());
    assert!(left_out(&built).contains("`w:altChunk` in `word/header1.xml`"));
    let table = "<w:tbl><w:tblPr/><w:tblGrid/></w:tbl><w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:tcPr/></w:tc></w:tr></w:tbl>";
    let built = build_with(&with_header(table, &[]), |_| ());
    keep(&built, "foreign-table");
    let said = left_out(&built);
    assert!(said.contains("`w:tbl`, which is not whole, in `word/header1.xml`"), "{said}");
    assert!(
        part(output(&built, ".docx"), "word/header1.xml").contains("<w:tc><w:tcPr/><w:p/></w:tc></w:tr></w:tbl><w:p/></w:hdr>")
    );
}

#[test]
fn what_a_secretariat_has_in_its_header_stays() {
    let fields: String = [
        "PAGE",
        " NUMPAGES \\* MERGEFORMAT ",
        "STYLEREF Doc_symbol",
        "DOCPROPERTY Symbol",
        "filename",
        "HYPERLINK \"https://www.itu.int\"",
    ]
    .iter()
    .map(|instruction| field(&[instruction], "1"))
    .collect();
    let simple = r#"<w:fldSimple w:instr="TITLE"><w:r><w:t>T</w:t></w:r></w:fldSimple>"#;
    let link = r#"<w:hyperlink r:id="rId1" w:history="1"><w:r><w:t>www.itu.int</w:t></w:r></w:hyperlink>"#;
    let control =
        r#"<w:sdt><w:sdtPr><w:docPartObj/></w:sdtPr><w:sdtContent><w:r><w:t>in a control</w:t></w:r></w:sdtContent></w:sdt>"#;
    let frame = concat!(
        r#"<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing/></mc:Choice><mc:Fallback><w:pict><v:rect style="width:90pt;height:20pt">"#,
        r#"<v:textbox><w:txbxContent><w:p><w:r><w:t>in a box</w:t></w:r></w:p></w:txbxContent></v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r>"#
    );
    let marks = r#"<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/><w:r w:rsidR="00AA00AA"><w:rPr><w:lang w:val="fr-FR"/><w14:ligatures w14:val="all"/></w:rPr><w:lastRenderedPageBreak/><w:t>plain</w:t></w:r>"#;
    let table = r#"<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/></w:tblPr><w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>"#;
    let logo = picture(r#"r:embed="rId0" cstate="print""#);
    let header = format!(r#"<w:p w14:paraId="00000001">{fields}{simple}{link}{control}{frame}{marks}{logo}</w:p>{table}<w:p/>"#);
    let relationships =
        [("image", "media/logo.png", ""), ("hyperlink", "https://www.itu.int/a?b=1&amp;c=2", "TargetMode=\"External\"")];
    let built = build_with(&with_header(&header, &relationships), |_| ());
    keep(&built, "foreign-whole");
    assert_eq!(left_out(&built), "");
    let docx = output(&built, ".docx");
    let header = part(docx, "word/header1.xml");
    for words in [
        "PAGE",
        "NUMPAGES \\* MERGEFORMAT",
        "STYLEREF Doc_symbol",
        "DOCPROPERTY Symbol",
        "filename",
        "w:instr=\"TITLE\"",
        "in a control",
        "in a box",
        "plain",
        "a:blip r:embed=\"rId",
        "<w:tbl>",
        "The logo",
    ] {
        assert!(header.contains(words), "{words} in {header}");
    }
    assert!(header.contains("HYPERLINK &quot;https://www.itu.int&quot;"));
    let relationships = part(docx, "word/_rels/header1.xml.rels");
    assert!(relationships.contains("https://www.itu.int/a?b=1&amp;c=2") && relationships.contains("media/reference1.png"));
}

#[test]
fn styles_and_themes_are_taken_as_far_as_they_are_known() {
    let styles = part(&everything(), "word/styles.xml").replace(
        "</w:styles>",
        concat!(
            r#"<w:style w:type="paragraph" w:styleId="Normal"><w:name w:val="evil"/></w:style>"#,
            r#"<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>"#,
            r#"<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>"#,
            r#"<w:style w:type="paragraph" w:styleId="C"><w:rPr><w:b/></w:rPr><w:name w:val="C"/><w:rPr/><w:pPr><w:jc w:val="evil"/><w:keepNext w:val="1"/></w:pPr></w:style></w:styles>"#
        ),
    );
    let built = build_with(&with_part("word/styles.xml", styles.as_bytes()), |_| ());
    keep(&built, "foreign-styles");
    let said = left_out(&built);
    for named in [
        "another style `Normal`",
        "`w:basedOn` of the style `A`, which rests on itself,",
        "a second `w:rPr` in `w:style`",
        "`w:val` of `w:jc`, whose value is none that it can have",
    ] {
        assert!(said.contains(&format!("{named} in `word/styles.xml`")), "{named}\n{said}");
    }
    let styles = part(output(&built, ".docx"), "word/styles.xml");
    assert!(!styles.contains("evil"));
    assert!(
        styles.contains(
            r#"w:styleId="C"><w:name w:val="C"/><w:pPr><w:keepNext w:val="1"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>"#
        )
    );
    let theme = part(&everything(), "word/theme/theme1.xml");
    let theme = theme.replace("0B4A8F", "123456").replace("</a:theme>", "<a:evil xmlns:x=\"evil\"/></a:theme>");
    let theme = part(
        output(&build_with(&with_part("word/theme/theme1.xml", theme.as_bytes()), |_| ()), ".docx"),
        "word/theme/theme1.xml",
    );
    assert!(theme.contains("123456") && !theme.contains("evil"));
}

/// What is said of a Word file that is refused.
fn refused(reference: &[u8]) -> String {
    let built = build_with(reference, |_| ());
    let said = messages(&built);
    assert!(said.contains("error[unreadable-reference]: `house.docx`") && built.outputs.is_empty(), "{said}");
    said
}

#[test]
fn parts_that_are_damaged_are_refused() {
    let styles = part(&everything(), "word/styles.xml");
    let in_styles =
        |text: &str| with_part("word/styles.xml", styles.replace("</w:styles>", &format!("{text}</w:styles>")).as_bytes());
    let many = |piece: &str, count| in_styles(&piece.repeat(count));
    let utf16: Vec<u8> = styles.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cases: [(Vec<u8>, &str); 15] = [
        (in_styles("<x:y/>"), "uses the prefix `x`, which it does not declare"),
        (in_styles("<w:style x:y=\"1\"/>"), "uses the prefix `x`, which it does not declare"),
        (in_styles("&#0;"), "invalid character"),
        (in_styles("<w:style w:a=\"1\" w:a=\"2\"/>"), "has `w:a` twice"),
        (in_styles("&xxe;"), "names an entity `xxe`"),
        (with_part("word/styles.xml", format!("{styles}<w:styles/>").as_bytes()), "not one root"),
        (with_part("word/styles.xml", &utf16), "can't be read"),
        (with_part("word/styles.xml", styles.replace("UTF-8", "windows-1252").as_bytes()), "not UTF-8"),
        (with_part("word/styles.xml", styles.replace("wordprocessingml/2006/main", "other").as_bytes()), "as Word writes it"),
        (many("<w:x/>", 3_000_000), "it is too large"),
        (many("x<w:x/>", 300_000), "it is too large"),
        (many("<w:x>", 300), "it is too large"),
        (with_header("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r></w:p>", &[]), "a field that does not end"),
        (
            with_header("<w:p/>", &[("image", "media/logo.png", ""), ("image", "a\" Id=\"rId0", "")]),
            "`word/_rels/header1.xml.rels`",
        ),
        (
            with_header(&format!("<w:p>{}</w:p>", picture("r:embed=\"rId0\"")), &[("image", "media/none.png", "")]),
            "it is missing",
        ),
    ];
    for (at, (file, why)) in cases.iter().enumerate() {
        let said = refused(file);
        assert!(said.contains(why), "{at}: {why}\n{said}");
    }
}

/// The package with every entry once more under another name, which is then written over the old one in the bytes.
fn renamed(from: &str, to: &str, mark: impl Fn(SimpleFileOptions) -> SimpleFileOptions) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new_append(Cursor::new(everything())).unwrap();
    writer.start_file(from, mark(SimpleFileOptions::default())).unwrap();
    writer.write_all(b"evil").unwrap();
    let mut bytes = writer.finish().unwrap().into_inner();
    assert_eq!(from.len(), to.len());
    while let Some(at) = bytes.windows(from.len()).position(|window| window == from.as_bytes()) {
        bytes[at..at + to.len()].copy_from_slice(to.as_bytes());
    }
    bytes
}

#[test]
fn archives_that_can_be_read_in_two_ways_are_refused() {
    let same = |options| options;
    for (from, to, why) in [
        ("word/stylez.xml", "word/styles.xml", "has an entry twice"),
        ("word/stylez.xml", "word/STYLES.xml", "differ only in capitals"),
        ("xx/xx/evil.xml", "../../evil.xml", "leads elsewhere"),
        ("xevil.xml", "/evil.xml", "leads elsewhere"),
        ("word.evil.xml", "word\\evil.xml", "leads elsewhere"),
        ("xx/evil.xml", "C:/evil.xml", "leads elsewhere"),
    ] {
        let said = refused(&renamed(from, to, same));
        assert!(said.contains(why), "{to}: {said}");
    }
    let mut writer = zip::ZipWriter::new_append(Cursor::new(everything())).unwrap();
    writer.add_symlink("word/link", "/etc/passwd", SimpleFileOptions::default()).unwrap();
    assert!(refused(&writer.finish().unwrap().into_inner()).contains("leads elsewhere"));
    // the central entry of the settings leads to the bytes of the styles
    let package = everything();
    let central = |name: &str| {
        let found = package
            .windows(46 + name.len())
            .position(|window| window.starts_with(b"PK\x01\x02") && &window[46..] == name.as_bytes());
        found.unwrap()
    };
    let (styles, settings) = (central("word/styles.xml"), central("word/settings.xml"));
    let mut overlapping = package.clone();
    overlapping.copy_within(styles + 42..styles + 46, settings + 42);
    assert!(refused(&overlapping).contains("lie in one another"));
    let mut locked = package.clone();
    locked[styles + 8] |= 1;
    assert!(refused(&locked).contains("house.docx"));
    let mut wrong = package.clone();
    wrong[styles + 16] ^= 1;
    assert!(refused(&wrong).contains("`word/styles.xml`"));
}

#[test]
fn the_type_of_the_file_decides_not_its_name() {
    let types = part(&everything(), "[Content_Types].xml");
    let with = |from: &str, to: &str| with_part("[Content_Types].xml", types.replace(from, to).as_bytes());
    assert!(refused(&with("wordprocessingml.document.main", "spreadsheetml.sheet.main")).contains("is not a Word file"));
    assert!(refused(&with("wordprocessingml.styles", "wordprocessingml.settings")).contains("its type is another one"));
    // macros are no part that is taken over
    let macros = with(
        "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "vnd.ms-word.document.macroEnabled.main+xml",
    );
    let macros =
        changed(&macros, &|_, bytes| Some(bytes), &[("word/vbaProject.bin", b"evil"), ("customUI/customUI.xml", b"evil")]);
    let built = build_with(&macros, |_| ());
    assert_eq!(left_out(&built), "");
    assert!(parts(output(&built, ".docx")).iter().all(|(path, bytes)| !path.contains("vba") && !bytes.starts_with(b"evil")));
    assert!(part(output(&built, ".docx"), "[Content_Types].xml").contains("wordprocessingml.document.main"));
}

#[test]
fn pictures_of_a_header_are_what_they_say() {
    let header = format!("<w:p>{}</w:p>", picture("r:embed=\"rId0\""));
    let with = |bytes: &[u8]| {
        let file = with_header(&header, &[("image", "media/logo.png", "")]);
        changed(&file, &|name, old| Some(if name == "word/media/logo.png" { bytes.to_vec() } else { old }), &[])
    };
    for bytes in [&b"MZ"[..], b"<svg/>", &PNG[..100], b"\xff\xd8\xff\xe0"] {
        assert!(refused(&with(bytes)).contains("`word/media/logo.png` that can't be read: the picture"));
    }
    let built = build_with(&with(b"GIF89a\x01\0\x01\0\0\0\0;"), |_| ());
    assert_eq!(left_out(&built), "");
    assert!(parts(output(&built, ".docx")).iter().any(|(path, _)| path == "word/media/reference1.gif"));
}

#[test]
fn it_is_read_once_for_all_documents_and_runs() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("submissions")).unwrap();
    std::fs::write(folder.path().join("house.docx"), everything()).unwrap();
    std::fs::write(folder.path().join("dossier.yaml"), "reference: house.docx\n").unwrap();
    for name in ["a", "b"] {
        let text = format!("kind: note\ntitle: {name}\nbody: [Text.]\n");
        std::fs::write(folder.path().join(format!("submissions/{name}.yaml")), text).unwrap();
    }
    let mut workspace = Workspace::default();
    let looks = |workspace: &mut Workspace| {
        let prepared = workspace.prepare(Input::Path(folder.path()), &request(&["docx"])).unwrap();
        let look = |document: &rapporteur::project::ReadyDocument| document.word_template.as_ref().unwrap().look.clone();
        prepared.documents.iter().map(look).collect::<Vec<_>>()
    };
    let (first, second) = (looks(&mut workspace), looks(&mut workspace));
    assert!(first.len() == 2 && first.iter().chain(&second).all(|look| Arc::ptr_eq(look, &first[0])));
}
