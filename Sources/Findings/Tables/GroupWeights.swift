import Diagnostics
import Records

/// The weight that one respondent of each group stands for, as post-stratification gives it.
struct GroupWeights: Sendable, Hashable {
    /// By group of the table, in its order.
    var weights: [Double]

    /// Reads a CSV file with a group and its weight in each row; the decimal mark is a comma or a point.
    static func read(_ file: SourceFile, for table: CountTable) -> Result<GroupWeights, Diagnostic> {
        func refuse(_ line: Int, _ vi: String, _ en: String) -> Result<GroupWeights, Diagnostic> {
            .failure(Diagnostic(.wrongWeights, at: SourceSpan(file: file.path, line: line), vi, en))
        }
        guard !table.groups.isEmpty else { return refuse(1, "bảng không chia nhóm", "the table has no groups") }
        guard let csv = try? CommaSeparated(file) else {
            return refuse(1, "tệp CSV không đọc được", "the CSV file cannot be read")
        }
        var weights: [String: Double] = [:]
        for (index, row) in csv.rows.enumerated() {
            guard row.fields.count == 2 else {
                return refuse(row.line, "mỗi dòng cần đúng hai ô", "every row has exactly two cells")
            }
            guard let weight = decimal(row.fields[1]) else {
                // The first row may be a heading.
                if index == 0 { continue }
                return refuse(row.line, "quyền số không phải số", "the weight is not a number")
            }
            guard weight > 0, weights.updateValue(weight, forKey: row.fields[0]) == nil else {
                return refuse(
                    row.line, "quyền số phải dương và mỗi nhóm một dòng", "weights are positive, a row for each group")
            }
        }
        var ordered: [Double] = []
        for group in table.groups {
            guard case .text(let name) = group, let weight = weights.removeValue(forKey: name) else {
                return refuse(1, "có nhóm của bảng thiếu quyền số", "a group of the table has no weight")
            }
            ordered.append(weight)
        }
        guard weights.isEmpty else { return refuse(1, "có nhóm không nằm trong bảng", "a group is not in the table") }
        return .success(GroupWeights(weights: ordered))
    }

    static func decimal(_ text: String) -> Double? {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
        guard (1...2).contains(parts.count),
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } })
        else { return nil }
        return Double(parts.joined(separator: "."))
    }
}
