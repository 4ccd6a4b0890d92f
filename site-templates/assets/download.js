// Makes a file of one part of a document, for Word or in Markdown, out of the page that shows it: so it works from a folder as
// well, and holds what the page holds. The panel that offers it comes with it (citing.js).
"use strict";
(() => {
    // The part as blocks of runs.

    const hidden = ".permalink, .cite-panel, .provision-note, .visually-hidden, .print-only, .footnote-ref, .footnote-back";
    const runsOf = (node, style = {}) => [...node.childNodes].flatMap(child => {
        if (child.nodeType === 3) return [{ ...style, text: child.data.replace(/\s+/g, " ") }];
        if (child.nodeType !== 1 || child.matches(hidden) || blocks.test(child.tagName)) return [];
        if (child.matches("br")) return [{ text: "\n" }];
        if (child.matches("img")) return [{ ...style, text: child.alt }];
        const { tagName: name } = child;
        return runsOf(child, { bold: style.bold || name === "STRONG", italic: style.italic || name === "EM" });
    });
    const blocks = /^(P|UL|OL|LI|TABLE|BLOCKQUOTE|PRE|DIV|H\d)$/;
    const inside = (nodes, indent) => nodes.flatMap(node => blocksOf(node, indent));
    const blocksOf = (node, indent) => {
        if (node.matches(hidden)) return [];
        if (isHeading(node)) return [{ level: +node.tagName[1], runs: runsOf(node, { bold: true }), indent }];
        if (node.matches("pre")) return node.textContent.replace(/\n$/, "").split("\n").map(text => ({ runs: [{ text }], indent }));
        if (node.matches("ul, ol")) {
            let next = node.start ?? 1;
            return [...node.children].flatMap(item => {
                if (node.matches("ol")) next = item.value || next;
                const number = node.matches(".leading-zero") && next < 10 ? `0${next}` : next;
                const isPoint = one(":scope > .provision", item);
                const mark = node.matches("ol") ? `${number}${node.matches(".parenthesis") ? ")" : "."} ` : isPoint ? "" : "- ";
                next++;
                const own = runsOf(item), rest = inside([...item.children].filter(child => blocks.test(child.tagName)), indent);
                const first = own.some(run => run.text.trim()) ? { runs: own, indent } : rest.shift() ?? { runs: [], indent };
                return [{ ...first, runs: [{ text: mark }, ...first.runs] }, ...rest];
            });
        }
        if (node.matches("table")) return [{ rows: [...node.rows].map(row => [...row.cells].map(cell => runsOf(cell))), indent }];
        if (node.matches("blockquote, div")) return inside([...node.children], indent + node.matches("blockquote"));
        return [{ runs: runsOf(node), indent }];
    };
    const trimmed = runs => {
        const kept = runs.filter(run => run.text).map(run => ({ ...run }));
        if (kept.length) {
            kept[0].text = kept[0].text.trimStart();
            kept.at(-1).text = kept.at(-1).text.trimEnd();
        }
        return kept;
    };

    // Markdown

    const sign = text => text.replace(/[\\`*_[\]<&|]/g, "\\$&");
    const spanOf = ({ text, bold, italic }) => {
        const [, before, words, after] = /^(\s*)([^]*?)(\s*)$/.exec(text), mark = bold ? "**" : italic ? "*" : "";
        return text === "\n" ? "\\\n" : words ? before + mark + sign(words) + mark + after : text;
    };
    const lineOf = runs => trimmed(runs).map(spanOf).join("");
    const markdownOf = parts => parts.map(({ level, runs, rows, indent }) => {
        const margin = "> ".repeat(indent);
        if (rows) {
            const cells = rows.map(row => `| ${row.map(cell => lineOf(cell).replaceAll("\\\n", "<br>")).join(" | ")} |`);
            return [cells[0], `|${" --- |".repeat(rows[0].length)}`, ...cells.slice(1)].map(line => margin + line).join("\n");
        }
        if (level) return `${margin}${"#".repeat(level)} ${lineOf(runs.map(({ text }) => ({ text })))}`;
        return lineOf(runs).replace(/^(\d+)(?=[.)])|^[-+#>]/, found => /\d/.test(found) ? found + "\\" : "\\" + found).replace(/^/gm, margin);
    }).join("\n\n");

    // Word: a zip file of parts as they are, in the typography of official documents.

    const xml = text => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt()};`).replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, "");
    const tag = (name, attributes, inner) => `<w:${name}${attributes && ` ${attributes}`}>${inner}</w:${name}>`;
    const runXML = ({ text, bold, italic }) => {
        const look = (bold ? "<w:b/>" : "") + (italic ? "<w:i/>" : "");
        return tag("r", "", (look && tag("rPr", "", look)) + (text === "\n" ? "<w:br/>" : tag("t", 'xml:space="preserve"', xml(text))));
    };
    const paragraphXML = ({ runs, indent, isCentered }) => tag("p", "", tag("pPr", "", `<w:ind w:left="${indent * 720}" w:firstLine="${indent || isCentered ? 0 : 720}"/><w:jc w:val="${isCentered ? "center" : "both"}"/>`)
        + trimmed(runs).map(runXML).join(""));
    const tableXML = rows => {
        const width = Math.floor(9354 / rows[0].length), edge = name => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`;
        return tag("tbl", "", tag("tblPr", "", `<w:tblW w:w="9354" w:type="dxa"/>${tag("tblBorders", "", ["top", "left", "bottom", "right", "insideH", "insideV"].map(edge).join(""))}`)
            + tag("tblGrid", "", rows[0].map(() => `<w:gridCol w:w="${width}"/>`).join(""))
            + rows.map(row => tag("tr", "", row.map(runs => tag("tc", "", tag("tcPr", "", `<w:tcW w:w="${width}" w:type="dxa"/>`) + paragraphXML({ runs, indent: 0, isCentered: true }))).join(""))).join("")) + "<w:p/>";
    };
    const office = "http://schemas.openxmlformats.org/", word = `xmlns:w="${office}wordprocessingml/2006/main"`, type = "application/vnd.openxmlformats-";
    const header = '<?xml version="1.0" encoding="UTF-8"?>\n';
    const wordOf = parts => zipOf({
        "[Content_Types].xml": `${header}<Types xmlns="${office}package/2006/content-types"><Default Extension="rels" ContentType="${type}package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`
            + ["document.main", "styles"].map(name => `<Override PartName="/word/${name.split(".")[0]}.xml" ContentType="${type}officedocument.wordprocessingml.${name}+xml"/>`).join("") + "</Types>",
        "_rels/.rels": relations("officeDocument", "word/document.xml"),
        "word/_rels/document.xml.rels": relations("styles", "styles.xml"),
        "word/styles.xml": `${header}<w:styles ${word}>${tag("docDefaults", "", tag("rPrDefault", "", tag("rPr", "", '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/>')) + "<w:pPrDefault/>")}`
            + `${tag("style", 'w:type="paragraph" w:default="1" w:styleId="Normal"', '<w:name w:val="Normal"/><w:pPr><w:spacing w:before="60" w:after="60" w:line="276" w:lineRule="auto"/></w:pPr>')}</w:styles>`,
        "word/document.xml": `${header}<w:document ${word}><w:body>${parts.map(part => part.rows ? tableXML(part.rows) : paragraphXML(part)).join("")}`
            + '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>',
    });
    const relations = (name, target) => `${header}<Relationships xmlns="${office}package/2006/relationships"><Relationship Id="rId1" Type="${office}officeDocument/2006/relationships/${name}" Target="${target}"/></Relationships>`;
    const checksum = bytes => {
        let value = -1;
        for (const byte of bytes) {
            value ^= byte;
            for (let bit = 0; bit < 8; bit++) value = value & 1 ? value >>> 1 ^ 0xedb88320 : value >>> 1;
        }
        return ~value >>> 0;
    };
    const zipOf = files => {
        const encoder = new TextEncoder(), bodies = [], directory = [];
        let offset = 0;
        // Pairs of a size in bytes and a value.
        const numbers = (...pairs) => {
            const bytes = [];
            for (const [size, value] of pairs) for (let k = 0; k < size; k++) bytes.push(value >>> (8 * k) & 255);
            return new Uint8Array(bytes);
        };
        for (const [path, text] of Object.entries(files)) {
            const name = encoder.encode(path), body = encoder.encode(text);
            const shared = [[2, 20], [2, 0x800], [2, 0], [2, 0], [2, 0x21], [4, checksum(body)], [4, body.length], [4, body.length], [2, name.length], [2, 0]];
            const before = numbers([4, 0x04034b50], ...shared);
            bodies.push(before, name, body);
            directory.push(numbers([4, 0x02014b50], [2, 20], ...shared, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), name);
            offset += before.length + name.length + body.length;
        }
        const size = directory.reduce((sum, { length }) => sum + length, 0), count = Object.keys(files).length;
        return [...bodies, ...directory, numbers([4, 0x06054b50], [4, 0], [2, count], [2, count], [4, size], [4, offset], [2, 0])];
    };

    // Giving it to the reader

    const give = (parts, name, mediaType) => {
        const link = made("a", { href: URL.createObjectURL(new Blob(parts, { type: mediaType })), download: name });
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 9999);
    };
    // The elements of a part, the words that cite it, the ending.
    globalThis.tracuuDownload = (elements, cited, kind) => {
        const canonical = one("link[rel=canonical]")?.href, source = canonical && `${canonical}#${elements[0].id}`;
        const name = `${location.pathname.split("/").at(-2) || "trich"}-${elements[0].id}.${kind}`;
        const part = [{ runs: [{ text: `TRÍCH ${cited}`, bold: true }], indent: 0, isCentered: true }, ...inside(elements, 0),
            ...source ? [{ runs: [{ text: source, italic: true }], indent: 0 }] : []];
        if (kind === "md") give([`${markdownOf(part)}\n`], name, "text/markdown");
        else give(wordOf(part), name, `${type}officedocument.wordprocessingml.document`);
    };
})();
