import Diagnostics
import Records

extension Catalogue {
    /// The same with one record as it says now, where its relations, number and dates of issue and effect are as they were. Its
    /// own state is reckoned anew; those of others stand.
    public func replacing(_ record: Record) -> Catalogue {
        guard let place = index[record.id] else { return self }
        var catalogue = self
        catalogue.records[place] = record
        guard validities[record.id] != nil else { return catalogue }
        var acting: [Record] = []
        let edges = relations(of: record.id).compactMap { relation -> RelationGraph.Edge? in
            guard relation.isInverse, case .record(let id) = relation.other, let other = self.record(id) else {
                return nil
            }
            acting.append(other)
            return RelationGraph.Edge(
                from: id, to: record.id, type: relation.type, isPartial: !relation.provisions.isEmpty,
                span: SourceSpan(file: other.path))
        }
        let validity = ValidityReckoning(records: acting, edges: edges, asOf: asOf).validity(of: record)
        catalogue.validities[record.id] = validity
        catalogue.statuses[record.id] =
            StatusReckoning(asOf: asOf).statuses(of: [record], validities: [record.id: validity])[record.id]
        return catalogue
    }
}
