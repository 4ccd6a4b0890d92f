import VietnameseText

/// A file that is edited as text, put back into the form that it had: lines that stood there keep their bytes and their ends, new
/// ones get the ends that most have.
enum WholeFileText {
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The text as a box shows it: without a byte order mark, each line ending in LF.
    static func shown(_ bytes: [UInt8]) -> String {
        let text = bytes.starts(with: byteOrderMark) ? bytes[3...] : bytes[...]
        return lines(text).map { String(decoding: $0.text, as: UTF8.self) }.joined(separator: "\n")
    }

    /// The file with what stands in the box.
    static func written(_ shown: String, over base: [UInt8]) -> [UInt8] {
        let hasMark = base.starts(with: byteOrderMark)
        let old = lines(hasMark ? base[3...] : base[...])
        var ends: [ArraySlice<UInt8>: ArraySlice<UInt8>] = [:]
        for line in old where ends[line.text] == nil { ends[line.text] = line.end }
        let crlf = old.count { $0.end.count == 2 }
        let usual: [UInt8] = crlf * 2 > old.count ? [0x0D, 0x0A] : [0x0A]
        var bytes = hasMark ? byteOrderMark : []
        let new = lines(Array(shown.utf8)[...])
        for (index, line) in new.enumerated() {
            let known = ends[line.text]
            bytes +=
                known == nil
                ? Array(Normalization.nfc(String(decoding: line.text, as: UTF8.self)).utf8)[...] : line.text
            guard index < new.count - 1 else { continue }
            let end = known ?? []
            bytes += end.isEmpty ? usual[...] : end
        }
        return bytes
    }

    /// Lines with their ends; the last has none.
    private static func lines(_ bytes: ArraySlice<UInt8>) -> [(text: ArraySlice<UInt8>, end: ArraySlice<UInt8>)] {
        var found: [(text: ArraySlice<UInt8>, end: ArraySlice<UInt8>)] = []
        var start = bytes.startIndex
        var index = start
        while index < bytes.endIndex {
            guard bytes[index] == 0x0A || bytes[index] == 0x0D else {
                index += 1
                continue
            }
            let isPair = bytes[index] == 0x0D && index + 1 < bytes.endIndex && bytes[index + 1] == 0x0A
            let next = index + (isPair ? 2 : 1)
            found.append((bytes[start..<index], bytes[index..<next]))
            (start, index) = (next, next)
        }
        return found + [(bytes[start...], [])]
    }
}
