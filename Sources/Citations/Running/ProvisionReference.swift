import VietnameseText

/// A provision as running text cites it: “điểm a khoản 2 Điều 5”, “Mục II Phụ lục I”; or a range of them: “Điều 5 đến
/// Điều 9”.
public struct ProvisionReference: Sendable, Hashable {
    /// From the largest. An attachment is what a document promulgates: the Quy chế of a decision.
    public enum Unit: Int, Sendable, Comparable, CaseIterable {
        case attachment, annex, part, chapter, section, subsection, article, clause, point

        public static func < (a: Unit, b: Unit) -> Bool { a.rawValue < b.rawValue }
    }

    public struct Step: Sendable, Hashable {
        public var unit: Unit
        /// As anchors spell it: `5`, `iv`, `dd` for đ; empty for “này”.
        public var slug: String
        /// As printed: `5`, `IV`, `đ`, `này`; the name of the type for an attachment.
        public var label: String

        public init(_ unit: Unit, slug: String, label: String) {
            self.unit = unit
            self.slug = slug
            self.label = label
        }

        /// The place of the label in its row, where it is a number or a letter alone.
        var ordinal: Int? {
            if let number = Int(slug) { return number }
            if unit == .point { return Self.letters.firstIndex(of: slug) }
            return unit < .article ? RomanNumeral.value(label) : nil
        }

        /// As points are lettered: the Vietnamese alphabet, with f and without the letters that bear signs but đ.
        private static let letters = [
            "a", "b", "c", "d", "dd", "e", "f", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u",
            "v", "x", "y",
        ]
    }

    /// From the largest unit to the smallest.
    public var steps: [Step]
    /// The last provision of a range, from the largest unit to the smallest; empty when one provision is named.
    public var through: [Step]
    /// How many of the last steps each provision of the range has: one in “khoản 1 các Điều 5 đến 9”.
    public var shared: Int

    public init(_ steps: [Step], through: [Step] = [], shared: Int = 0) {
        self.steps = steps
        self.through = through
        self.shared = shared
    }

    public var isRange: Bool { !through.isEmpty }

    /// Whether a range ends before it begins: “Điều 9 đến Điều 5”.
    var isBackward: Bool {
        for (from, to) in zip(steps, through) where from != to {
            guard from.unit == to.unit, let start = from.ordinal, let end = to.ordinal else { return false }
            return end < start
        }
        return false
    }

    /// “Điều này”, “khoản này”: the unit in which the citing text stands.
    public var current: Unit? { steps.first.flatMap { $0.slug.isEmpty ? $0.unit : nil } }

    /// Anchors that may be the provision's, the most exact first, then those of what contains it.
    public func anchors() -> [String] { Self.paths(steps).reversed().flatMap { $0 } }

    /// Anchors that are the provision's own, not those of what contains it; several where texts number in several ways.
    public var exactAnchors: [String] { Self.paths(steps).last ?? [] }

    /// Those of the last provision of the range.
    public var exactAnchorsOfEnd: [String] { Self.paths(through).last ?? [] }

    /// For each step the anchors that it may have, the likeliest first; none where the text says “này”.
    private static func paths(_ steps: [Step]) -> [[String]] {
        var found: [[String]] = []
        // Of the attachment and the annex that number anew, and of the unit before.
        var base = ""
        var paths = [""]
        var isInArticle = false
        for step in steps {
            let slug = step.slug
            guard !slug.isEmpty else { return [] }
            let path = paths[0]
            switch step.unit {
            case .attachment:
                base = slug
                paths = [base]
            case .annex:
                // “Phụ lục 1” is printed “Phụ lục 01” as well.
                let isDigit = slug.utf8.count == 1 && slug.utf8.allSatisfy { $0 &- 0x30 < 10 }
                let padded = joined(base, "phu-luc-0" + slug)
                base = joined(base, "phu-luc-" + slug)
                paths = isDigit ? [base, padded] : [base]
            case .part: paths = [joined(base, "phan-" + slug)]
            // Chapters and articles number through the parts.
            case .chapter: paths = [joined(base, "chuong-" + slug)]
            case .section:
                // An annex's own numbers stand right behind its name.
                let isInAnnex = !path.isEmpty && path == base
                paths = [joined(path, "muc-" + slug)] + (isInAnnex ? [path + "-" + slug] : [])
            case .subsection: paths = [joined(path, "tieu-muc-" + slug)]
            case .article:
                paths = [joined(base, "dieu-" + slug)]
                isInArticle = true
            case .clause:
                if isInArticle {
                    paths = [path + "-khoan-" + slug]
                } else if path.isEmpty {
                    paths = ["muc-" + slug]
                } else {
                    // In an annex the number may stand right behind the annex's own.
                    paths = path == base ? [path + "-muc-" + slug, path + "-" + slug] : [path + "-" + slug]
                }
            case .point:
                let mark = isInArticle ? "-diem-" : "-"
                paths = paths.flatMap { path -> [String] in
                    guard !path.isEmpty else { return ["muc-" + slug] }
                    // “điểm 1.3 khoản 1 Mục II” is muc-ii-1-3.
                    return [continued(path, slug), path + mark + slug].compactMap { $0 }
                }
            }
            found.append(paths)
        }
        return found
    }

    /// `muc-ii-1` and `1-3` make `muc-ii-1-3`.
    private static func continued(_ path: String, _ slug: String) -> String? {
        guard let dash = slug.firstIndex(of: "-"), let last = path.lastIndex(of: "-"),
            path[path.index(after: last)...] == slug[..<dash]
        else { return nil }
        return path[..<last] + "-" + slug
    }

    private static func joined(_ path: String, _ step: String) -> String { path.isEmpty ? step : path + "-" + step }

    // MARK: In words

    /// From small to large, as citations are written: `điểm a khoản 2 Điều 5`, `khoản 1 đến khoản 3 Điều 5`.
    public var words: String {
        guard isRange else { return Self.words(steps) }
        // What both ends stand in is said once.
        var common = 0
        while common < min(steps.count, through.count) - 1, steps[common] == through[common] { common += 1 }
        let ends = [steps, through].map { Self.words(Array($0[common...])) }.joined(separator: " đến ")
        return common == 0 ? ends : ends + " " + Self.words(Array(steps[..<common]))
    }

    private static func words(_ steps: [Step]) -> String {
        steps.reversed().map { step in
            let name = names[step.unit.rawValue]
            return name.isEmpty ? step.label : name + " " + step.label
        }.joined(separator: " ")
    }

    private static let names = [
        "", "Phụ lục", "Phần", "Chương", "Mục", "Tiểu mục", "Điều", "khoản", "điểm",
    ]

    /// The words for an anchor that `ProvisionPaths` of the renderer gave: `khoản 2 Điều 5` for `dieu-5-khoan-2`,
    /// `mục II.1` for `muc-ii-1`; nil for an anchor that no unit of a document bears.
    public static func words(ofAnchor anchor: String) -> String? {
        // The second of its number in one article cannot be told from the first.
        guard !anchor.contains("--") else { return nil }
        var words: [String] = []
        var rest = anchor.split(separator: "-")[...]
        while let first = rest.popFirst() {
            var name: String
            switch first {
            case "dieu": name = "Điều"
            case "khoan": name = "khoản"
            case "diem": name = "điểm"
            case "chuong": name = "Chương"
            case "muc": name = "mục"
            case "phan": name = "Phần"
            case "phu" where rest.first == "luc":
                rest = rest.dropFirst()
                name = "Phụ lục"
            case "tieu" where rest.first == "muc":
                rest = rest.dropFirst()
                name = "tiểu mục"
            default: return nil
            }
            let labels = rest.prefix { !Self.unitSlugs.contains($0) }
            rest = rest.dropFirst(labels.count)
            let isCapital = name != "điểm" && name != "khoản"
            let printed = labels.map { label in
                label == "dd"
                    ? "đ" : isCapital && label.allSatisfy { "ivxl".contains($0) } ? label.uppercased() : String(label)
            }.joined(separator: ".")
            if !printed.isEmpty { name += " " + printed }
            words.append(name)
        }
        return words.isEmpty ? nil : words.reversed().joined(separator: " ")
    }

    private static let unitSlugs: Set<Substring> = ["dieu", "khoan", "diem", "chuong", "muc", "phan", "phu", "tieu"]
}
