import Diagnostics

/// Finds what typing and copying leave in a text: letters of other encodings and look-alikes of Đ. One pass over the bytes;
/// one finding of a sort for each file, at its first place.
enum TextHygiene {
    static func diagnostics(of file: SourceFile) -> [Diagnostic] {
        var scan = Scan()
        file.bytes.withUnsafeBufferPointer { scan.run($0) }
        var found: [Diagnostic] = []
        if let first = scan.lookalikes.first {
            let letter = String(decoding: file.bytes[first..<(first + 2)], as: UTF8.self)
            found.append(
                Diagnostic(
                    .lookalikeLetter, at: file.span(at: first, length: 1), letter, String(scan.lookalikes.count)))
        }
        for (name, signs) in [("TCVN3", scan.tcvn3), ("VNI", scan.vni), ("UTF-8", scan.doubled)] {
            guard signs.certain >= fewestCertain || name == "VNI" && signs.areMany else { continue }
            found.append(Diagnostic(.garbledText, at: file.span(at: signs.first), name, String(signs.count)))
        }
        return found
    }

    /// Whether a text is in TCVN3, where letters stand at the places of other signs.
    static func isTCVN3(_ bytes: [UInt8]) -> Bool {
        var scan = Scan()
        bytes.withUnsafeBufferPointer { scan.run($0) }
        return scan.tcvn3.certain >= fewestCertain
    }

    /// One strange sign may be meant; two that stand inside no word of any language are not, nor are many letters of others
    /// behind vowels.
    private static let (fewest, fewestCertain) = (4, 2)

    private struct Signs {
        var count = 0
        var certain = 0
        var first = 0
        /// A bit for each sort of sign.
        var kinds: UInt64 = 0

        var areMany: Bool { count >= fewest && kinds.nonzeroBitCount >= 2 }

        mutating func add(_ place: Int, _ second: UInt8, isCertain: Bool = false) {
            if count == 0 { first = place }
            count += 1
            if isCertain { certain += 1 }
            kinds |= 1 << UInt64(second & 0x3F)
        }
    }

    private struct Scan {
        var lookalikes: [Int] = []
        var tcvn3 = Signs()
        var vni = Signs()
        var doubled = Signs()

        mutating func run(_ bytes: UnsafeBufferPointer<UInt8>) {
            var index = 0
            let last = bytes.count - 1
            while index < last {
                let lead = bytes[index]
                // Everything looked for is U+00A0–U+00FF, U+0189 or U+0256.
                guard lead >= 0xC2, lead <= 0xC9 else {
                    index += 1
                    continue
                }
                let second = bytes[index + 1]
                switch lead {
                case 0xC2: latinSign(bytes, index, second)
                case 0xC3: latinLetter(bytes, index, second)
                case 0xC6 where second == 0x89, 0xC9 where second == 0x96: lookalikes.append(index)
                default: break
                }
                index += 2
            }
        }

        /// U+0080–U+00BF. In TCVN3 these are letters (¸ á, µ à, ® đ, © â), so they stand inside words; and `áº`, `á»` are
        /// how the UTF-8 of a Vietnamese vowel looks in a Western code page.
        private mutating func latinSign(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ second: UInt8) {
            let next = index + 2 < bytes.count ? bytes[index + 2] : 0
            let before = index > 0 ? bytes[index - 1] : 0
            if second == 0xBA || second == 0xBB, index > 1, before == 0xA1, bytes[index - 2] == 0xC3, next >= 0x80 {
                doubled.add(index - 2, second, isCertain: true)
                return
            }
            // ¨ © ª « ¬ ® µ ¶ · ¸ ¹ » ¼ ½ ¾
            let isSign =
                second >= 0xA8 && second <= 0xAE && second != 0xAD || second >= 0xB5 && second <= 0xBE && second != 0xBA
            guard isSign, Self.isLetter(next), Self.isLetter(before) || second == 0xAE else { return }
            // Quotation marks may be set close, a dot may part, a trade mark may follow its name.
            tcvn3.add(index, second, isCertain: ![0xAB, 0xAE, 0xB7, 0xBB].contains(second))
        }

        /// U+00C0–U+00FF. VNI writes a vowel and then its mark as a letter of its own (`hoäi`, `ñaûng`): letters that
        /// Vietnamese does not have, right behind a vowel.
        private mutating func latinLetter(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ second: UInt8) {
            switch second {
            case 0x90: lookalikes.append(index)
            // At the start of a word only: inside one it is Icelandic.
            case 0xB0:
                if index == 0 || bytes[index - 1] < 0x41 { lookalikes.append(index) }
            // ä å ë ï ö ø û ü
            case 0xA4, 0xA5, 0xAB, 0xAF, 0xB6, 0xB8, 0xBB, 0xBC:
                if index > 0, "aeiouyAEIOUY".utf8.contains(bytes[index - 1]) { vni.add(index, second) }
            // ñ for đ
            case 0xB1:
                if index == 0 || bytes[index - 1] <= 0x20, index + 2 < bytes.count, Self.isLetter(bytes[index + 2]) {
                    vni.add(index, second)
                }
            default: break
            }
        }

        private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
    }
}
