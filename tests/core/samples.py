"""Small real files of every kind, made here, and files that the portal refuses."""

import io
import struct
import zipfile
import zlib

DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
PPTX_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def pdf(*lines, extra=""):
    """One page. `extra` stands among the entries of the catalogue."""
    text = "".join(f"({line}) Tj 0 -16 Td " for line in lines or ("Water in Cabo Verde",))
    stream = f"BT /F1 12 Tf 72 720 Td {text}ET".encode("latin-1")
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {extra} >>".encode(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return out + end % (table, len(out))


def pdf_with_packed_objects(hidden):
    packed = zlib.compress(hidden)
    stream = (
        b"9 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream\nendobj\n"
    )
    return pdf().replace(b"xref\n0 6", stream % (len(packed), packed) + b"xref\n0 6", 1)


def archive(parts, compression=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return out.getvalue()


def office(main_type, parts):
    types = f'<Types><Override PartName="/main.xml" ContentType="{main_type}"/></Types>'
    return archive({"[Content_Types].xml": types, "_rels/.rels": "<Relationships/>"} | parts)


def docx(*paragraphs, **parts):
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs or ("Water in Cabo Verde",))
    return office(DOCX_TYPE, {"word/document.xml": f"<w:document {WORD}><w:body>{body}</w:body></w:document>"} | parts)


def xlsx():
    return office(XLSX_TYPE, {"xl/sharedStrings.xml": "<sst><si><t>Water</t></si></sst>"})


def pptx():
    return office(PPTX_TYPE, {"ppt/slides/slide1.xml": "<p><t>Water</t></p>"})


def odt(kind="text", **parts):
    return archive(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            "META-INF/manifest.xml": "<manifest/>",
            "content.xml": "<office><p>Water</p></office>",
        }
        | parts
    )


def png(width=1, height=1):
    def chunk(name, content):
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


def jpeg(width=1, height=1):
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8\xff\xc0" + struct.pack(">H", len(frame) + 2) + frame + b"\xff\xda\x00\x02pixels\xff\xd9"


def webp(width=1, height=1):
    content = b"WEBPVP8 " + struct.pack("<I", 10) + b"\0\0\0\x9d\x01\x2a" + struct.pack("<HH", width, height)
    return b"RIFF" + struct.pack("<I", len(content)) + content


GOOD = {
    "pdf": pdf(),
    "docx": docx(),
    "xlsx": xlsx(),
    "pptx": pptx(),
    "odt": odt(),
    "ods": odt("spreadsheet"),
    "odp": odt("presentation"),
    "csv": b"country,water\nCabo Verde,1\n",
    "txt": "Вода в Кабо-Верде".encode(),
    "png": png(),
    "jpg": jpeg(),
    "jpeg": jpeg(),
    "webp": webp(),
}
