"""What is no text: formats known by their first bytes, and what to do about each.

The signatures are those of the formats' own standards; where they are letters that an article could
begin with ("MZ", "RIFF", "BZ"), the bytes that follow are asked too.
"""

import re

from hearsay.errors import NotText

SAVE = "save the article as HTML or plain text, and give that"
UNPACK = "unpack it, and give the page that is in it"
HEAD = 4096  # bytes that are looked at
_PDF = rb"\s*%PDF-"
_SIGNATURES = (  # (first bytes, what they are, what to do)
    (_PDF, "a PDF file", SAVE),
    (rb"PK\x03\x04[\s\S]{26}(?=[\s\S]{0,3000}?word/)", "a Word document", SAVE),
    (rb"PK\x03\x04[\s\S]{26}mimetypeapplication/epub", "an e-book", SAVE),
    (rb"PK\x03\x04[\s\S]{26}mimetypeapplication/vnd\.oasis", "an office document", SAVE),
    (rb"PK\x03\x04[\s\S]{26}(?=[\s\S]{0,3000}?(?:xl|ppt)/)", "an office document", SAVE),
    (rb"PK(?:\x03\x04|\x05\x06|\x07\x08)", "a zip archive", UNPACK),
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document of the old kind", SAVE),
    (rb"\{\\rtf", "a rich-text document", SAVE),
    (rb"%!PS|\x04%!PS", "a PostScript file", SAVE),
    (rb"AT&TFORM", "a DjVu scan", SAVE),
    (rb"\x1f\x8b", "a gzip archive", UNPACK),
    (rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)", "a bzip2 archive", UNPACK),
    (rb"\xfd7zXZ\x00", "an xz archive", UNPACK),
    (rb"\x28\xb5\x2f\xfd", "a zstd archive", UNPACK),
    (rb"7z\xbc\xaf\x27\x1c", "a 7z archive", UNPACK),
    (rb"Rar!\x1a\x07", "a rar archive", UNPACK),
    (rb"[\s\S]{257}ustar", "a tar archive", UNPACK),
    (rb"WARC/[01]\.\d+\r?\n", "a web archive of many pages (WARC)", UNPACK),
    (rb"bplist\d\d", "a web archive (or another property list)", "save the page as HTML alone"),
    (rb"\x89PNG\r\n", "a PNG image", SAVE),
    (rb"\xff\xd8\xff", "a JPEG image", SAVE),
    (rb"GIF8[79]a", "a GIF image", SAVE),
    (rb"II\*\x00|MM\x00\*", "a TIFF image", SAVE),
    (rb"BM[\s\S]{4}\x00\x00\x00\x00", "a BMP image", SAVE),
    (rb"RIFF[\s\S]{4}WEBP", "a WebP image", SAVE),
    (rb"RIFF[\s\S]{4}(?:WAVE|AVI )", "a sound or film file", SAVE),
    (rb"[\s\S]{4}ftyp(?:avif|heic|heix|mif1)", "an image", SAVE),
    (rb"[\s\S]{4}ftyp[ -~]{4}", "a sound or film file", SAVE),
    (rb"\x1aE\xdf\xa3|OggS\x00|fLaC\x00|ID3[\x02-\x04]|\xff[\xfb\xf3\xf2][\x10-\xef]", "a sound or film file", SAVE),
    (rb"wOF[F2]\x00|\x00\x01\x00\x00\x00|OTTO\x00", "a font", SAVE),
    (rb"\x7fELF|MZ[\s\S]{2,60}\x00|\xca\xfe\xba\xbe|\xcf\xfa\xed\xfe", "a program", SAVE),
    (rb"SQLite format 3\x00", "a database", SAVE),
)  # fmt: skip
_KNOWN = tuple((re.compile(pattern), what, remedy) for pattern, what, remedy in _SIGNATURES)
_MHTML = re.compile(
    rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*+){0,40}?content-type:\s*multipart/related",
    re.IGNORECASE,
)
_FEED = re.compile(
    rb"(?:\xef\xbb\xbf)?(?>(?:\s+|<!--.*?-->|<\?.*?\?>)*)<(?:rss|feed|rdf:RDF)\b",
    re.IGNORECASE | re.DOTALL,
)


def refuse_what_is_no_text(data: bytes) -> None:
    """Nothing, for bytes that may be a page or a text.

    Raises:
        NotText: they are of another format, which it names.
    """
    head = data[:HEAD]
    for signature, what, remedy in _KNOWN:
        if signature.match(head):
            raise NotText(f"it is {what}", remedy)
    if _MHTML.match(head):
        raise NotText("it is a web archive (MHTML)", "save the page as HTML alone")
    if _FEED.match(head):
        raise NotText("it is a news feed, not an article", "give the page of one of its articles")
