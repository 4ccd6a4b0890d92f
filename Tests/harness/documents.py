"""Two made-up documents that have one of everything, and the words that a page shows of one."""

from __future__ import annotations

import re
from pathlib import Path

import lxml.html

DECREE = """---
number: 9/2021/NĐ-CP
type: nghi-dinh
issuer: chinh-phu
title: quy định về <ví dụ> & thử nghiệm
issued: 2021-02-03
effective: 2021-05-01
place: Hà Nội
signer: {name: Nguyễn Văn A, position: Thủ tướng, capacity: TM. CHÍNH PHỦ}
topics: [thu]
audience: public
relations:
  - {type: amends, target: 8/2020/NĐ-CP, provisions: ["điểm a khoản 2 Điều 5"]}
  - {type: repeals, target: 1/1999/QĐ-TTg, of-type: quyet-dinh, issued: 1999-02-03}
---

*Căn cứ Luật Ví dụ ngày 19 tháng 6 năm 2015;*

Căn cứ Nghị định số 8/2020/NĐ-CP ngày 01 tháng 4 năm 2020;

Theo đề nghị của Bộ Ví dụ.

## Chương I. QUY ĐỊNH CHUNG

### Điều 1. Phạm vi

1. Nghị định này quy định về **ví dụ**[^1], theo Điều 5 Nghị định số 8/2020/NĐ-CP.
2. Áp dụng với:

   a) người thử nghiệm;

   đ) người khác, xem [Nghị định 8](nd-8.md).

Đoạn cuối của điều.

### Điều 2. Giải thích

Từ ngữ:

- gạch đầu dòng
- dòng `mã`

| Tên | Số |
|:---|---:|
| <một> | 1 |

> Trích dẫn.

## Chương II. THI HÀNH

### Mục 1. HIỆU LỰC

#### Điều 3. Hiệu lực

Có hiệu lực từ ngày 01 tháng 5 năm 2021[^1].

```
x < y
```

## Lời kết

Hết.

## QUY CHẾ LÀM VIỆC

(Ban hành kèm theo Nghị định số 9/2021/NĐ-CP)

### Điều 1. Nguyên tắc

1) Một.
2) Hai.

## Phụ lục II

1. Mẫu

[^1]: Chú thích & <thử>.
"""

AMENDED = """---
number: 8/2020/NĐ-CP
type: nghi-dinh
issuer: chinh-phu
title: quy định cũ
issued: 2020-04
audience: public
---

### Điều 5. Cũ

1. Một.
2. Hai:

   a) điểm.
"""

VOCABULARY = {
    "types": "- {id: nghi-dinh, name: Nghị định, abbreviation: NĐ, system: state}\n- {id: quyet-dinh, name: Quyết định}\n",
    "issuers": "- {id: chinh-phu, name: Chính phủ, abbreviation: CP}\n",
    "topics": "- {id: thu, name: Thử}\n",
}


def collection(folder: Path, setup: str) -> Path:
    for name in ("directives", "vocabulary"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for name, entries in VOCABULARY.items():
        (folder / "vocabulary" / f"{name}.yml").write_text(entries, encoding="utf-8")
    (folder / "site.yml").write_text(setup, encoding="utf-8")
    (folder / "directives" / "nd-9.md").write_text(DECREE, encoding="utf-8")
    (folder / "directives" / "nd-8.md").write_text(AMENDED, encoding="utf-8")
    return folder


def letters(text: str) -> str:
    return re.sub(r"[^\w]", "", text)


def words_of_page(page: Path) -> str:
    """The letters and figures of a page's text with the numbers of its lists, without its footnotes."""
    bodies = lxml.html.fromstring(page.read_text(encoding="utf-8")).find_class("body")
    if not bodies:
        return ""
    for name in ("permalink", "provision-note", "footnotes", "footnote-ref", "visually-hidden"):
        for element in bodies[0].find_class(name):
            element.drop_tree()
    for numbered in bodies[0].iter("ol"):
        following = int(numbered.get("start", "1"))
        for item in numbered.findall("li"):
            number = int(item.get("value", following))
            following = number + 1
            zero = "0" if "leading-zero" in numbered.get("class", "") and number < 10 else ""
            item.text = f"{zero}{number} {item.text or ''}"
    return letters(bodies[0].text_content())
