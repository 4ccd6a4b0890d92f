import Records

/// Documents that relations bind together, directly or through others: a connected component of the graph of relations.
public struct Family: Sendable, Hashable {
    /// Places in the catalogue, oldest first; those without a year stand last.
    public var members: [Int]
    /// Relations between members, in the order of those that act.
    public var links: [Link]
    /// The member with the most relations.
    public var head: Int

    public struct Link: Sendable, Hashable {
        /// Places in the catalogue.
        public var from: Int
        public var to: Int
        public var type: RelationType
    }
}

extension Catalogue {
    /// The families of at least two records, largest first; what is not in the collection binds nobody.
    ///
    /// Linear in records and relations but for putting members and families in order.
    public var families: [Family] {
        var roots = Array(records.indices)
        func root(_ place: Int) -> Int {
            var place = place
            while roots[place] != place {
                roots[place] = roots[roots[place]]
                place = roots[place]
            }
            return place
        }
        var links: [Family.Link] = []
        for (from, record) in records.enumerated() {
            for relation in relations(of: record.id) where !relation.isInverse {
                guard case .record(let id) = relation.other, let to = index[id] else { continue }
                links.append(Family.Link(from: from, to: to, type: relation.type))
                let (a, b) = (root(from), root(to))
                // The smaller place stays the root, so that the outcome depends on the content alone.
                roots[max(a, b)] = min(a, b)
            }
        }
        guard !links.isEmpty else { return [] }
        var degrees: [Int: Int] = [:]
        for link in links {
            degrees[link.from, default: 0] += 1
            degrees[link.to, default: 0] += 1
        }
        let members = Dictionary(grouping: degrees.keys, by: root)
        let linksByRoot = Dictionary(grouping: links) { root($0.from) }
        let families = members.map { root, members in
            let head = members.min { (-degrees[$0, default: 0], $0) < (-degrees[$1, default: 0], $1) }
            return Family(
                members: members.sorted { (time($0), $0) < (time($1), $1) }, links: linksByRoot[root] ?? [],
                head: head ?? root)
        }
        return families.sorted { ($1.members.count, $0.head) < ($0.members.count, $1.head) }
    }

    private func time(_ place: Int) -> Int {
        records[place].appeared.sortKey ?? .max
    }
}
