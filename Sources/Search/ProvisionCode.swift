/// The anchors of a record's provisions as one short text: in printed order, parted by blanks, each as how many of its parts
/// it shares with the one before it (a digit; parts stand between hyphens) and what follows: `0dieu-12 2khoan-1 4diem-a`.
enum ProvisionCode {
    private static let mostShared = 9

    static func text(_ anchors: [String]) -> String {
        var text: [UInt8] = []
        var last: [UInt8] = []
        for anchor in anchors {
            let bytes = Array(anchor.utf8)
            guard !bytes.contains(UInt8(ascii: " ")) else { continue }
            let (shared, rest) = shared(bytes, last)
            if !text.isEmpty { text.append(UInt8(ascii: " ")) }
            text.append(UInt8(ascii: "0") + UInt8(shared))
            text += bytes[rest...]
            last = bytes
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// How many parts an anchor has in common with the one before it, and where the others begin; never all of it.
    private static func shared(_ anchor: [UInt8], _ last: [UInt8]) -> (parts: Int, rest: Int) {
        let hyphen = UInt8(ascii: "-")
        var (parts, start) = (0, 0)
        while parts < mostShared, start < last.count, let end = anchor[start...].firstIndex(of: hyphen) {
            guard end <= last.count, anchor[start..<end].elementsEqual(last[start..<end]),
                end == last.count || last[end] == hyphen
            else { break }
            parts += 1
            start = end + 1
        }
        return (parts, start)
    }

    static func anchors(in text: String) -> [String] {
        var anchors: [String] = []
        var last: [Substring] = []
        for piece in text.split(separator: " ") {
            let shared = piece.first?.wholeNumberValue ?? 0
            last = last.prefix(shared) + piece.dropFirst().split(separator: "-", omittingEmptySubsequences: false)
            anchors.append(last.joined(separator: "-"))
        }
        return anchors
    }
}
