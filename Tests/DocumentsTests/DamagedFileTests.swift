import Foundation
import Testing

@testable import Documents

/// Damaged and hostile containers end in an error or a document, never in a trap, and within the limits.
/// `TRACUU_FUZZ_SECONDS` makes the run as long as wanted.
@Suite struct DamagedFileTests {
    @Test func damagedContainersAreRead() {
        var random = Generator(state: 20)
        let seconds = ProcessInfo.processInfo.environment["TRACUU_FUZZ_SECONDS"].flatMap { Double($0) } ?? 1
        let end = Date().addingTimeInterval(seconds)
        var limits = ReadingLimits()
        limits.uncompressedBytes = 4 << 20
        limits.elements = 50_000
        limits.cells = 1_000
        limits.paragraphs = 5_000
        let reader = DocumentReader(limits: limits)
        var runs = 0
        repeat {
            var parts = Self.parts
            for index in parts.indices where random.below(2) == 0 { Self.damage(&parts[index].bytes, &random) }
            var container = StoredZip.archive(parts)
            if random.below(3) == 0 { Self.damage(&container, &random) }
            _ = try? reader.read(container)
            var page = Self.page
            Self.damage(&page, &random)
            _ = try? reader.read(page)
            runs += 1
        } while Date() < end || runs < 200
        #expect(runs >= 200)
    }

    @Test func limitsHold() {
        var limits = ReadingLimits()
        limits.cells = 10
        let cells = String(repeating: "<w:tc/>", count: 100)
        let file = StoredZip.archive([
            ("word/document.xml", Array(Self.document("<w:tbl><w:tr>\(cells)</w:tr></w:tbl>").utf8))
        ])
        #expect(throws: ReadingError.tooLarge) { try DocumentReader(limits: limits).read(file) }
        let typed = StoredZip.archive([
            ("word/document.xml", Array("<!DOCTYPE a [<!ENTITY b 'c'>]>\(Self.document("<w:p/>"))".utf8))
        ])
        #expect(throws: ReadingError.documentType) { try DocumentReader().read(typed) }
    }

    private static func document(_ body: String) -> String {
        "<w:document xmlns:w=\"w\" xmlns:r=\"r\"><w:body>\(body)</w:body></w:document>"
    }

    private static let parts: [(name: String, bytes: [UInt8])] = [
        (
            "word/document.xml",
            Array(
                document(
                    """
                    <w:p><w:pPr><w:pStyle w:val="A"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>\
                    <w:r><w:rPr><w:b/><w:rFonts w:ascii=".VnTime"/></w:rPr><w:t>Điều</w:t><w:tab/><w:softHyphen/>\
                    <w:footnoteReference w:id="1"/><w:fldChar w:fldCharType="begin"/></w:r><w:ins><w:r><w:t>x</w:t></w:r></w:ins></w:p>\
                    <w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="3"/><w:vMerge/></w:tcPr><w:p><w:r><w:t>ô</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
                    """
                ).utf8)
        ),
        (
            "word/numbering.xml",
            Array(
                """
                <w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>\
                <w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/>\
                <w:lvlRestart w:val="0"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/>\
                <w:lvlOverride w:ilvl="1"><w:startOverride w:val="99999999999"/></w:lvlOverride></w:num></w:numbering>
                """.utf8)
        ),
        (
            "word/styles.xml",
            Array(
                """
                <w:styles xmlns:w="w"><w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="A"/><w:pPr><w:jc w:val="center"/>\
                </w:pPr></w:style></w:styles>
                """.utf8)
        ),
        (
            "word/footnotes.xml",
            Array(
                "<w:footnotes xmlns:w=\"w\"><w:footnote w:id=\"1\"><w:p><w:r><w:t>chú</w:t></w:r></w:p></w:footnote></w:footnotes>"
                    .utf8)
        ),
    ]

    private static let page = Array(
        "<!doctype html><body><table><tr><td colspan=9>a<td>b</table><ol start=3><li>c</ol><pre>d\ne</pre><p style='font-family:.VnTime'>f"
            .utf8)

    /// Flips, removes, repeats and puts in bytes.
    private static func damage(_ bytes: inout [UInt8], _ random: inout Generator) {
        for _ in 0..<(1 + random.below(6)) where !bytes.isEmpty {
            let index = random.below(bytes.count)
            switch random.below(4) {
            case 0: bytes[index] = UInt8(random.below(256))
            case 1: bytes.removeSubrange(index..<min(bytes.count, index + 1 + random.below(20)))
            case 2: bytes.insert(contentsOf: bytes[index..<min(bytes.count, index + random.below(200))], at: index)
            default:
                bytes.insert(
                    contentsOf: ["<", ">", "&", "\"", "/"].randomElement(using: &random)?.utf8.map { $0 } ?? [],
                    at: index)
            }
        }
    }
}

/// A reproducible source of chance (SplitMix64).
private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}

/// A zip file whose entries are stored without compression.
private enum StoredZip {
    static func archive(_ parts: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for (name, bytes) in parts {
            let offset = file.count
            let fields =
                two(20) + two(0) + two(0) + two(0) + two(0) + four(checksum(bytes)) + four(UInt32(bytes.count))
                + four(UInt32(bytes.count)) + two(name.utf8.count) + two(0)
            file += four(0x0403_4B50) + fields + Array(name.utf8) + bytes
            directory +=
                four(0x0201_4B50) + two(20) + fields + two(0) + two(0) + two(0) + four(0) + four(UInt32(offset))
                + Array(name.utf8)
        }
        let start = file.count
        file += directory + four(0x0605_4B50) + two(0) + two(0) + two(parts.count) + two(parts.count)
        return file + four(UInt32(directory.count)) + four(UInt32(start)) + two(0)
    }

    private static func two(_ value: Int) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)] }

    private static func four(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(value >> (8 * $0) & 0xFF) } }

    /// CRC-32 (ISO 3309).
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }
}
