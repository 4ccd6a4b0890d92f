import Records

/// Who stands above whom among issuing bodies, as far as the vocabulary says.
///
/// Only the body that issued a document, one that took over from it, or one above may change it (Quy định 66-QĐ/TW for
/// Party documents; Law 64/2025/QH15, Article 57, for legal documents).
struct IssuerRank {
    private let vocabulary: Vocabulary

    init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    /// Whether the vocabulary shows that none of one document's bodies may change what the other's bodies issued: it stands
    /// below one of them, or both are placed under bodies and neither is above the other. What it does not show is not held
    /// against anybody.
    func isKnownNotToReach(_ changing: [String], _ changed: [String]) -> Bool {
        guard !changing.isEmpty, !changed.isEmpty else { return false }
        return changing.allSatisfy { actor in changed.allSatisfy { isKnownNotToReach(actor, $0) } }
    }

    private func isKnownNotToReach(_ actor: String, _ target: String) -> Bool {
        let targets = line(of: target)
        if targets.contains(actor) || heirs(of: target).contains(actor) { return false }
        // An heir of a body above counts as that body.
        if targets.contains(where: { heirs(of: $0).contains(actor) }) { return false }
        let above = line(of: actor)
        if above.contains(target) { return true }
        return above.count > 1 && targets.count > 1
    }

    /// A body and those above it; a circle in the vocabulary ends the line.
    private func line(of id: String) -> [String] { chain(from: id) { vocabulary.issuer($0)?.parent } }

    private func heirs(of id: String) -> [String] { chain(from: id) { vocabulary.issuer($0)?.successor } }

    private func chain(from id: String, next: (String) -> String?) -> [String] {
        var chain = [id]
        while let last = chain.last, let following = next(last), !chain.contains(following) { chain.append(following) }
        return chain
    }
}
