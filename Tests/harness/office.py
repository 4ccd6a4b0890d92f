"""Makes small Word and OpenDocument files, as far as the importer reads them."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape, quoteattr

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def run(text: str, *, bold: bool = False, font: str = "", extra: str = "") -> str:
    properties = ("<w:b/>" if bold else "") + (f"<w:rFonts w:ascii={quoteattr(font)}/>" if font else "")
    pieces = []
    for index, piece in enumerate(text.split("\t")):
        pieces.append(("<w:tab/>" if index else "") + f'<w:t xml:space="preserve">{escape(piece)}</w:t>')
    return f"<w:r><w:rPr>{properties}</w:rPr>{''.join(pieces)}{extra}</w:r>"


def paragraph(*runs: str, align: str = "", numbering: tuple[int, int] | None = None, style: str = "", mark: str = "") -> str:
    """Runs may be plain text. `numbering` is the list and the level; `mark` goes into the paragraph mark's properties."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if numbering:
        properties += f'<w:numPr><w:ilvl w:val="{numbering[1]}"/><w:numId w:val="{numbering[0]}"/></w:numPr>'
    if align:
        properties += f'<w:jc w:val="{align}"/>'
    properties += f"<w:rPr>{mark}</w:rPr>" if mark else ""
    inner = "".join(each if each.startswith("<w:") else run(each) for each in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def heading(text: str) -> str:
    return paragraph(run(text, bold=True), align="center")


def table(*rows: list[str]) -> str:
    """Cells are plain text, paragraphs, or cells of their own (`<w:tc>`)."""

    def cell(content: str) -> str:
        if content.startswith("<w:tc>"):
            return content
        return f"<w:tc>{content if content.startswith('<w:p>') else paragraph(content)}</w:tc>"

    return "<w:tbl>" + "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows) + "</w:tbl>"


def level(index: int, text: str, form: str = "decimal", start: int = 1, extra: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{escape(text)}"/>{extra}</w:lvl>'
    )


def numbering(lists: dict[int, str], instances: dict[int, tuple[int, str]]) -> str:
    abstract = "".join(f'<w:abstractNum w:abstractNumId="{key}">{levels}</w:abstractNum>' for key, levels in lists.items())
    nums = "".join(
        f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{extra}</w:num>' for key, (of, extra) in instances.items()
    )
    return f"<w:numbering {W}>{abstract}{nums}</w:numbering>"


def docx(*body: str, parts: dict[str, str] | None = None) -> bytes:
    """A Word file of paragraphs and tables; other parts by name below `word/`."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{''.join(body)}</w:body></w:document>")
        for name, text in (parts or {}).items():
            archive.writestr(f"word/{name}", text)
    return data.getvalue()


LETTERHEAD = table(
    [
        paragraph(run("BỘ VÍ DỤ", bold=True)) + paragraph("-------") + paragraph("Số: 12/2024/TT-BVD"),
        paragraph(run("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True))
        + paragraph("Độc lập - Tự do - Hạnh phúc")
        + paragraph("Hà Nội, ngày 05 tháng 3 năm 2024"),
    ]
)
HEAD = [LETTERHEAD, heading("THÔNG TƯ"), heading("Quy định về việc nêu ví dụ"), paragraph("Căn cứ Luật Ví dụ;")]
SIGNATURE = table(
    [
        paragraph("Nơi nhận:") + paragraph("- Như trên;") + paragraph("- Lưu: VT."),
        paragraph(run("KT. BỘ TRƯỞNG", bold=True))
        + paragraph(run("THỨ TRƯỞNG", bold=True))
        + paragraph("(Đã ký)")
        + paragraph(run("Nguyễn Văn Mẫu", bold=True)),
    ]
)
