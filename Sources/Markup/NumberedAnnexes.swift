/// Annexes that are numbered by another annex's number: “Phụ lục I-1” beside “Phụ lục I”, whose own clause 1 would bear the
/// same anchor.
enum NumberedAnnexes {
    /// The anchors of the annexes whose numbers others take up: `phu-luc-i`.
    static func find(in source: UnsafeBufferPointer<UInt8>, _ starts: [Int]) -> Set<String> {
        var slugs: [String] = []
        for (line, start) in starts.enumerated() where start < source.count && source[start] == UInt8(ascii: "#") {
            let end = line + 1 < starts.count ? starts[line + 1] : source.count
            var index = start
            while index < end, isMarkup(source[index]) { index += 1 }
            guard index < end, source[index] == UInt8(ascii: "P") else { continue }
            var last = end
            while last > index, source[last - 1] <= 0x20 || isMarkup(source[last - 1]) { last -= 1 }
            let title = UnsafeBufferPointer(rebasing: source[index..<last])
            if let unit = HeadingUnit.read(title), unit.rank == .annex, !unit.slug.isEmpty { slugs.append(unit.slug) }
        }
        var found: Set<String> = []
        for slug in slugs {
            guard let dash = slug.lastIndex(of: "-") else { continue }
            found.insert("phu-luc-" + slug[..<dash])
        }
        return found
    }

    private static func isMarkup(_ byte: UInt8) -> Bool { "#*_ ".utf8.contains(byte) }
}
