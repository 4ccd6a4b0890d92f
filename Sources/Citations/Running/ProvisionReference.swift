/// A provision as running text cites it: “điểm a khoản 2 Điều 5”, “Mục II Phụ lục I”.
public struct ProvisionReference: Sendable, Hashable {
    /// From the largest.
    public enum Unit: Int, Sendable, Comparable, CaseIterable {
        case annex, part, chapter, section, article, clause, point

        public static func < (a: Unit, b: Unit) -> Bool { a.rawValue < b.rawValue }
    }

    public struct Step: Sendable, Hashable {
        public var unit: Unit
        /// As anchors spell it: `5`, `iv`, `dd` for đ; empty for “này”.
        public var slug: String
        /// As printed: `5`, `IV`, `đ`, `này`.
        public var label: String

        public init(_ unit: Unit, slug: String, label: String) {
            self.unit = unit
            self.slug = slug
            self.label = label
        }
    }

    /// From the largest unit to the smallest.
    public var steps: [Step]

    public init(_ steps: [Step]) { self.steps = steps }

    /// “Điều này”, “khoản này”: the unit in which the citing text stands.
    public var current: Unit? { steps.first.flatMap { $0.slug.isEmpty ? $0.unit : nil } }

    /// Anchors that may be the provision's, the most exact first, then those of what contains it.
    /// - Parameter current: the anchor of the unit that “này” points at.
    public func anchors(current: String? = nil) -> [String] {
        var anchors: [String] = []
        var path = ""
        var isInArticle = false
        for step in steps {
            if step.slug.isEmpty {
                guard let current else { return [] }
                path = current
                isInArticle = path.contains("dieu-")
                anchors.append(path)
                continue
            }
            let slug = step.slug
            switch step.unit {
            case .annex: path = "phu-luc-" + slug
            case .part: path = Self.joined(path, "phan-" + slug)
            case .chapter: path = Self.joined(path.hasPrefix("phan-") ? "" : path, "chuong-" + slug)
            case .section: path = Self.joined(path.hasPrefix("phan-") ? "" : path, "muc-" + slug)
            case .article:
                // Articles number through the whole text, but anew in an annex.
                path = Self.joined(path.hasPrefix("phu-luc-") ? path : "", "dieu-" + slug)
                isInArticle = true
            case .clause: path = isInArticle ? path + "-khoan-" + slug : Self.joined(path.isEmpty ? "muc" : path, slug)
            case .point:
                if isInArticle {
                    path += "-diem-" + slug
                } else if let last = anchors.last, let cut = Self.continued(last, slug) {
                    // “điểm 1.3 khoản 1 Mục II” is muc-ii-1-3.
                    path = cut
                } else {
                    path = Self.joined(path.isEmpty ? "muc" : path, slug)
                }
            }
            anchors.append(path)
        }
        return anchors.reversed()
    }

    /// `muc-ii-1` and `1-3` make `muc-ii-1-3`.
    private static func continued(_ path: String, _ slug: String) -> String? {
        guard let dash = slug.firstIndex(of: "-"), let last = path.lastIndex(of: "-"),
            path[path.index(after: last)...] == slug[..<dash]
        else { return nil }
        return path[..<last] + "-" + slug
    }

    private static func joined(_ path: String, _ step: String) -> String { path.isEmpty ? step : path + "-" + step }

    /// From small to large, as citations are written: `điểm a khoản 2 Điều 5`.
    public var words: String {
        steps.reversed().map { Self.names[$0.unit.rawValue] + " " + $0.label }.joined(separator: " ")
    }

    private static let names = ["Phụ lục", "Phần", "Chương", "Mục", "Điều", "khoản", "điểm"]

    /// The words for an anchor that `ProvisionPaths` of the renderer gave: `khoản 2 Điều 5` for `dieu-5-khoan-2`,
    /// `mục II.1` for `muc-ii-1`; nil for an anchor that no unit of a document bears.
    public static func words(ofAnchor anchor: String) -> String? {
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
