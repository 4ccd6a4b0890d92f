import VietnameseText

/// The encodings that Vietnamese documents used before Unicode: one byte a letter (TCVN 5712:1993, fonts `.VnTime`), or a
/// letter and a byte for its marks (VNI, fonts `VNI-Times`).
public enum LegacyEncoding: String, Sendable, CaseIterable {
    case tcvn3
    case vni

    /// The encoding that a font's name stands for.
    static func ofFont(_ name: String?) -> LegacyEncoding? {
        guard let name = name?.lowercased() else { return nil }
        if name.hasPrefix(".vn") { return .tcvn3 }
        if name.hasPrefix("vni-") || name.hasPrefix("vni ") { return .vni }
        return nil
    }

    /// Fonts of capitals alone: `.VnTimeH`.
    static func isCapitalsFont(_ name: String?) -> Bool {
        guard let name = name?.lowercased(), name.hasPrefix(".vn") else { return false }
        return name.split(separator: " ").first?.hasSuffix("h") ?? false
    }

    /// A text in Unicode. A text that has letters beyond Latin-1 is Unicode already.
    func decoded(_ text: String) -> String {
        guard
            text.unicodeScalars.allSatisfy({
                $0.value < 0x100 || (0x2000...0x203A).contains($0.value) || $0.value == 0x20AC
                    || Self.windows.contains($0)
            })
        else { return text }
        switch self {
        case .tcvn3: return Self.decodeTCVN3(text)
        case .vni: return Self.decodeVNI(text)
        }
    }

    /// Signs of the upper half of Windows-1252 that some converters leave as their Unicode characters.
    private static let windows: Set<UnicodeScalar> = ["\u{0192}", "\u{02C6}", "\u{02DC}"]

    private static func decodeTCVN3(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar.value >= 0xA1, scalar.value <= 0xFE, let letter = letters[scalar.value] {
                result.append(letter)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    private static let letters: [UInt32: UnicodeScalar] = {
        let pairs =
            "A1Ă A2Â A3Ê A4Ô A5Ơ A6Ư A7Đ A8ă A9â AAê ABô ACơ ADư AEđ B5à B6ả B7ã B8á B9ạ BBằ BCẳ BDẵ BEắ C6ặ C7ầ C8ẩ C9ẫ CAấ CBậ CCè CEẻ CFẽ D0é D1ẹ D2ề D3ể D4ễ D5ế D6ệ D7ì D8ỉ DCĩ DDí DEị DFò E1ỏ E2õ E3ó E4ọ E5ồ E6ổ E7ỗ E8ố E9ộ EAờ EBở ECỡ EDớ EEợ EFù F1ủ F2ũ F3ú F4ụ F5ừ F6ử F7ữ F8ứ F9ự FAỳ FBỷ FCỹ FDý FEỵ"
        var table: [UInt32: UnicodeScalar] = [:]
        for pair in pairs.split(separator: " ") {
            guard let code = UInt32(pair.prefix(2), radix: 16), let letter = pair.dropFirst(2).unicodeScalars.first
            else {
                continue
            }
            table[code] = letter
        }
        return table
    }()

    /// Combining marks of the bytes that follow a letter.
    private static let marks: [UnicodeScalar: String] = {
        let (grave, acute, hook, tilde, dot) = ("\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}")
        let (circumflex, breve) = ("\u{302}", "\u{306}")
        let small: [(UnicodeScalar, String)] = [
            ("ø", grave), ("ù", acute), ("û", hook), ("õ", tilde), ("ï", dot), ("â", circumflex),
            ("à", circumflex + grave), ("á", circumflex + acute), ("å", circumflex + hook), ("ã", circumflex + tilde),
            ("ä", circumflex + dot), ("ê", breve), ("è", breve + grave), ("é", breve + acute), ("ú", breve + hook),
            ("ü", breve + tilde), ("ë", breve + dot),
        ]
        var table: [UnicodeScalar: String] = [:]
        for (sign, mark) in small {
            table[sign] = mark
            if let capital = String(sign).uppercased().unicodeScalars.first { table[capital] = mark }
        }
        return table
    }()

    private static let whole: [UnicodeScalar: String] = [
        "ñ": "đ", "Ñ": "Đ", "ì": "ì", "í": "í", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "Ì": "Ì", "Í": "Í", "Æ": "Ỉ", "Ó": "Ĩ",
        "Ò": "Ị", "ô": "ơ", "Ô": "Ơ", "ö": "ư", "Ö": "Ư", "î": "ỵ", "Î": "Ỵ",
    ]

    private static func decodeVNI(_ text: String) -> String {
        var result = ""
        var previous: UnicodeScalar = " "
        for scalar in text.unicodeScalars {
            let takesMarks = "aeouyAEOUYôÔöÖ".unicodeScalars.contains(previous)
            if takesMarks, let mark = marks[scalar] {
                result += mark
            } else {
                result += whole[scalar] ?? String(scalar)
            }
            previous = scalar
        }
        return Normalization.nfc(result)
    }

    /// What a text looks like by its letters: those of the encoding that stand where Vietnamese has none, counted.
    static func likely(in text: String) -> LegacyEncoding? {
        var (tcvn3, vni, unicode) = (0, 0, 0)
        var previous: UnicodeScalar = " "
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xA8...0xAE, 0xB5...0xBE: if previous.properties.isAlphabetic || scalar.value == 0xAE { tcvn3 += 1 }
            case 0xF1: if !previous.properties.isAlphabetic { vni += 1 }
            case 0xE4, 0xE5, 0xEB, 0xEF, 0xF6, 0xF8, 0xFB, 0xFC, 0xC4, 0xC5, 0xCB, 0xCF, 0xD8, 0xDB, 0xDC:
                if "aeiouyAEIOUY".unicodeScalars.contains(previous) { vni += 1 }
            case 0x1EA0...0x1EF9, 0x110, 0x111, 0x1A0, 0x1A1, 0x1AF, 0x1B0: unicode += 1
            default: break
            }
            previous = scalar
        }
        guard max(tcvn3, vni) >= 4, max(tcvn3, vni) > unicode * 2 else { return nil }
        return tcvn3 >= vni ? .tcvn3 : .vni
    }
}

extension ImportedDocument {
    /// The encoding that a good part of the text is in, by fonts and by its letters; nil for Unicode.
    public var legacyEncoding: LegacyEncoding? {
        var counts: [LegacyEncoding: Int] = [:]
        var loose = ""
        forEachRun { run in
            guard case .text(let text) = run.content else { return }
            if let encoding = LegacyEncoding.ofFont(run.font), encoding.decoded(text) != text {
                counts[encoding, default: 0] += 1
            } else {
                loose += text + " "
            }
        }
        if let most = counts.max(by: { ($0.value, $0.key.rawValue) < ($1.value, $1.key.rawValue) }), most.value >= 3 {
            return most.key
        }
        return LegacyEncoding.likely(in: loose)
    }

    /// The document in Unicode: every run by its font, runs of other fonts where their letters show the encoding.
    public func decoded(from encoding: LegacyEncoding) -> ImportedDocument {
        var result = self
        let likely = ImportedDocument.texts(of: blocks).joined(separator: " ")
        let isEverywhere = LegacyEncoding.likely(in: likely) == encoding
        result.mapRuns { run in
            guard case .text(let text) = run.content else { return run }
            var run = run
            let isMarked = LegacyEncoding.ofFont(run.font) == encoding
            // In a text that is all in the old encoding, runs of other fonts are, too: decoding leaves Unicode as it is.
            guard isMarked || isEverywhere else { return run }
            var decoded = encoding.decoded(text)
            if LegacyEncoding.isCapitalsFont(run.font) { decoded = decoded.uppercased() }
            run.content = .text(decoded)
            return run
        }
        result.remarks.insert(.legacyEncoding)
        return result
    }

    private func forEachRun(_ body: (Run) -> Void) {
        func visit(_ blocks: [Block]) {
            for block in blocks {
                switch block {
                case .paragraph(let paragraph): paragraph.runs.forEach(body)
                case .table(let table): for row in table.rows { for cell in row { visit(cell.blocks) } }
                }
            }
        }
        visit(blocks)
        notes.forEach(visit)
    }

    private mutating func mapRuns(_ change: (Run) -> Run) {
        func mapped(_ blocks: [Block]) -> [Block] {
            blocks.map { block in
                switch block {
                case .paragraph(var paragraph):
                    paragraph.runs = paragraph.runs.map(change)
                    return .paragraph(paragraph)
                case .table(var table):
                    for row in table.rows.indices {
                        for cell in table.rows[row].indices {
                            table.rows[row][cell].blocks = mapped(table.rows[row][cell].blocks)
                        }
                    }
                    return .table(table)
                }
            }
        }
        blocks = mapped(blocks)
        notes = notes.map(mapped)
    }
}
