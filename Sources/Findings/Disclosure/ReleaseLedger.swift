import Diagnostics
import Foundation
import Records

/// What earlier releases printed of surveys: it cannot be called back, so it is decided before anything else.
///
/// One JSON file for each survey, in `findings/published/`, kept with the content.
public struct ReleaseLedger: Sendable {
    /// A table as one edition printed it.
    public struct Entry: Sendable, Hashable, Codable {
        var record: String
        var id: String
        /// Whose edition it was; nil for a site without editions.
        var audience: String?
        var question: String
        /// Nil for those who gave no answer.
        var answers: [String?]
        var by: String
        /// Nil for those of no group.
        var groups: [String?]
        var isExclusive: Bool
        var nets: [String: [String]]
        var base: Int?
        var totals: [Int?]
        var groupBases: [Int?]
        /// By answer, then group; nil where it was withheld.
        var counts: [[Int?]]
    }

    struct File: Codable {
        var format = 1
        var survey: String
        var tables: [Entry]
    }

    private(set) var surveys: [String: [Entry]] = [:]
    private(set) var problems: [Diagnostic] = []

    public init() {}

    public init(reading files: [SourceFile]) {
        for file in files {
            guard let read = try? JSONDecoder().decode(File.self, from: Data(file.bytes)), read.format == 1,
                read.tables.allSatisfy(\.isWhole)
            else {
                problems.append(Diagnostic(.ledgerUnreadable, at: SourceSpan(file: file.path, line: 1)))
                continue
            }
            surveys[read.survey, default: []] += read.tables
        }
    }

    /// Tables that readers have seen.
    func entries(of survey: String, seenBy isSeen: (String) -> Bool) -> [Entry] {
        (surveys[survey] ?? []).filter { $0.audience.map(isSeen) ?? true }
    }

    /// The ledger's files after a release: what was noted, and what these records print now.
    ///
    /// - Parameter audience: Whose edition it is; nil for a site without editions.
    /// - Returns: By path in the content folder.
    public func noting(
        _ tables: [RecordID: [PublishedTable]], of records: [Record], audience: String?
    ) throws -> [String: [UInt8]] {
        var surveys = surveys
        var printed = Set<String>()
        for record in records {
            guard let finding = record.finding, finding.form == .survey, !record.isExample else { continue }
            let survey =
                finding.isSameSample ? finding.survey ?? record.id : "\(finding.survey ?? record.id)\u{1F}\(record.id)"
            for table in tables[record.id] ?? [] {
                let nets = finding.tables.first { $0.id == table.id }?.nets ?? []
                let entry = Entry(table, record: record.id, audience: audience, nets: nets)
                printed.insert(survey)
                if !(surveys[survey] ?? []).contains(entry) { surveys[survey, default: []].append(entry) }
            }
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        var files: [String: [UInt8]] = [:]
        for survey in printed.sorted() {
            let sorted = (surveys[survey] ?? []).sorted {
                ($0.record, $0.id, $0.audience ?? "") < ($1.record, $1.id, $1.audience ?? "")
            }
            let bytes = try encoder.encode(File(survey: survey, tables: sorted))
            files[ContentLoader.releasesFolder + Self.fileName(survey)] = Array(bytes) + [UInt8(ascii: "\n")]
        }
        return files
    }

    /// Letters, figures and hyphens of a survey's name; what else is in it, as its bytes.
    private static func fileName(_ survey: String) -> String {
        survey.utf8.map { byte in
            let isPlain = (48...57).contains(byte) || (97...122).contains(byte) || byte == UInt8(ascii: "-")
            return isPlain ? String(UnicodeScalar(byte)) : "_" + String(byte, radix: 16)
        }.joined() + ".json"
    }
}

extension ReleaseLedger.Entry {
    init(_ printed: PublishedTable, record: String, audience: String?, nets: [FindingTable.Net]) {
        func name(_ label: TableLabel?) -> String? { if case .text(let text) = label { text } else { nil } }
        self.init(
            record: record, id: printed.id, audience: audience, question: printed.question,
            answers: printed.answers.map(name), by: printed.by ?? "", groups: printed.groups.map { name($0.label) },
            isExclusive: printed.answerForm != .several,
            nets: Dictionary(nets.map { ($0.name, $0.parts) }, uniquingKeysWith: { first, _ in first }),
            base: printed.total.base, totals: printed.total.cells.map { $0.figures?.count },
            groupBases: printed.groups.map(\.base),
            counts: printed.answers.indices.map { row in printed.groups.map { $0.cells[row].figures?.count } })
    }

    /// Whether every list is as long as it should be.
    var isWhole: Bool {
        totals.count == answers.count && counts.count == answers.count && groupBases.count == groups.count
            && counts.allSatisfy { $0.count == groups.count }
    }

    /// For arithmetic; nil where neither the entry nor today's table says how many were asked.
    func table(askedNow: Int?) -> SurveyTable? {
        guard let asked = base ?? askedNow else { return nil }
        var rows: [Int: [Int]] = [:]
        for (net, parts) in nets {
            guard let row = answers.firstIndex(of: net) else { continue }
            rows[row] = parts.compactMap { answers.firstIndex(of: $0) }
        }
        return SurveyTable(
            question: .init(question),
            answers: SurveyTable.Spelling.list(answers.map { $0.map(TableLabel.text) ?? .noAnswer }),
            by: .init(by), groups: SurveyTable.Spelling.list(groups.map { $0.map(TableLabel.text) ?? .noGroup }),
            counts: counts, groupBases: groupBases, totals: totals, base: asked, isBasePrinted: base != nil,
            isExclusive: isExclusive, nets: rows)
    }
}
