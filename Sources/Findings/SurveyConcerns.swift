import Diagnostics
import Records

/// What a decision leaves for an editor to answer, as diagnostics with the line to add.
struct SurveyConcerns {
    /// In the order in which their tables were decided.
    let sources: [SurveyTables.Source]

    func diagnostic(_ concern: SurveyDecision.Concern) -> Diagnostic? {
        guard sources.indices.contains(concern.table) else { return nil }
        let source = sources[concern.table]
        let (table, span) = (source.table, source.table.span)
        switch concern.kind {
        case .groupingUndecided(let by, let other):
            return Diagnostic(.groupingUndecided, at: span, table.id, name(by), name(other))
        case .groupingByChance(let by, let other, let parts):
            let lines = parts.sorted { $0.key < $1.key }.map { whole, members in
                "\(group(whole)): [\(members.map(group).joined(separator: ", "))]"
            }
            return Diagnostic(.groupingByChance, at: span, name(by), name(other), lines.joined(separator: ", "))
        case .groupingContradicted(let by, let other):
            return Diagnostic(.groupingContradicted, at: span, name(by), name(other))
        case .filterFound(let first, let rows):
            guard sources.indices.contains(first) else { return nil }
            let question =
                sources[first].record == source.record ? sources[first].table.id : sources[first].table.question
            let answers = rows.map { label(sources[first].counts.answers[$0]) }
            return Diagnostic(.filterFound, at: span, table.id, question, answers.joined(separator: ", "))
        case .filterContradicted: return Diagnostic(.filterContradicted, at: span, table.id)
        case .withheldWhole: return Diagnostic(.tableWithheldWhole, at: span, table.id)
        case .exposedByWiderAudience: return Diagnostic(.exposedByWiderAudience, at: span, table.id)
        case .exposedByReleases: return Diagnostic(.exposedByReleases, at: span, table.id)
        }
    }

    /// A grouping as some table calls it.
    private func name(_ spelling: SurveyTable.Spelling) -> String {
        sources.compactMap(\.table.by).first { SurveyTable.Spelling($0) == spelling } ?? spelling.text
    }

    /// A group as some table calls it.
    private func group(_ spelling: SurveyTable.Spelling) -> String {
        sources.flatMap(\.counts.groups).first { SurveyTable.Spelling($0) == spelling }.map(label) ?? spelling.text
    }

    private func label(_ label: TableLabel) -> String { if case .text(let text) = label { text } else { "–" } }
}
