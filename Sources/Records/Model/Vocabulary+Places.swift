import VietnameseText

extension Vocabulary {
    /// Organs of numbers that every province, district or commune has: of which one the number does not say.
    private static let localOrgans: Set<String> = ["ubnd", "hdnd", "tu", "hu", "qu", "du", "ttu"]
    private static let markers = [
        "Tỉnh ủy ", "Thành ủy ", "Quận ủy ", "Huyện ủy ", "Thị ủy ", "Đảng ủy ", "Đảng bộ tỉnh ", "tỉnh ", "thành phố ",
        "Thành phố ", "quận ", "huyện ", "thị xã ", "xã ", "phường ", "TP. ", "TP ",
    ]

    /// The place that tells a record from others with its number, such as the province of `123/KH-UBND`; nil where the
    /// number says enough, or nothing names the place. A number without letters, such as `17`, says too little, too; of such a
    /// one only the place of its author counts, since the place that a central organ prints tells nothing.
    public func tellingPlace(of record: Record) -> String? {
        guard let number = record.number else { return nil }
        let organs = number.parsed?.organs ?? []
        let isBare = !number.printed.contains { $0.isLetter }
        guard isBare || organs.contains(where: Self.isLocalOrgan) else { return nil }
        let day = record.issued.span?.lowerBound
        for issuer in record.issuers.compactMap(issuer) {
            if let place = issuer.place { return place }
            let name = issuer.name(on: day)
            for marker in Self.markers {
                guard let range = name.ranges(of: marker).last else { continue }
                let place = name[range.upperBound...]
                if place.first?.isUppercase ?? false { return String(place) }
            }
        }
        return isBare ? nil : record.place
    }

    /// Whether every place has an organ with these letters: `UBND`, `TU`.
    public static func isLocalOrgan(_ organ: String) -> Bool {
        let folded = Folding.fold(organ)
        return localOrgans.contains(folded) || folded.hasSuffix("tu") && folded.utf8.count > 3
    }
}
