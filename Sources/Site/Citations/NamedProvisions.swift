import Citations
import Markup

/// Finds in a text the provisions that a reference names.
public enum NamedProvisions {
    /// The anchors of the provisions named, of a range all from its first to its last; empty where the text lacks them.
    public static func anchors(of reference: ProvisionReference, in body: RenderedBody) -> [String] {
        guard let first = anchor(reference.exactAnchors, reference.steps, in: body) else {
            return reference.isRange
                ? [anchor(reference.exactAnchorsOfEnd, reference.through, in: body)].compactMap { $0 } : []
        }
        guard reference.isRange else { return [first] }
        guard let last = anchor(reference.exactAnchorsOfEnd, reference.through, in: body) else { return [first] }
        return reference.shared > 0
            ? alike(reference, first, last, in: body) : between(first, last, in: body.provisions) ?? [first, last]
    }

    /// Whether a text lacks what a reference names: the provision itself, or an end of the range.
    public static func lacks(_ reference: ProvisionReference, in body: RenderedBody) -> Bool {
        anchor(reference.exactAnchors, reference.steps, in: body) == nil
            || reference.isRange && anchor(reference.exactAnchorsOfEnd, reference.through, in: body) == nil
            || isInAnotherChapter(reference.steps, in: body)
    }

    /// Whether a reference names a chapter that does not hold its article: articles number through the chapters, so that their
    /// anchors do not tell.
    private static func isInAnotherChapter(_ steps: [ProvisionReference.Step], in body: RenderedBody) -> Bool {
        guard let chapter = steps.firstIndex(where: { $0.unit == .chapter }),
            let article = steps.firstIndex(where: { $0.unit == .article }), chapter < article,
            let anchor = anchor(ProvisionReference(Array(steps[...article])).exactAnchors, steps, in: body),
            let place = body.provisions.firstIndex(where: { $0.anchor == anchor }),
            let holder = body.provisions[..<place].last(where: { $0.unit == "chuong" })
        else { return false }
        return !ProvisionReference(Array(steps[...chapter])).exactAnchors.contains(holder.anchor)
    }

    private static func anchor(
        _ candidates: [String], _ steps: [ProvisionReference.Step], in body: RenderedBody
    ) -> String? {
        candidates.first { candidate in
            body.anchors.contains(candidate) && (steps.last?.unit == .annex || !isAnnex(candidate, in: body))
        }
    }

    private static func isAnnex(_ anchor: String, in body: RenderedBody) -> Bool {
        anchor.contains("phu-luc-") && body.provisions.contains { $0.anchor == anchor && $0.unit == "phu-luc" }
    }

    /// Everything of the ends' kind from one to the other; of clauses of several articles, the articles between whole.
    private static func between(_ first: String, _ last: String, in provisions: [Provision]) -> [String]? {
        guard let start = provisions.firstIndex(where: { $0.anchor == first }),
            let end = provisions.firstIndex(where: { $0.anchor == last }), start <= end
        else { return nil }
        let (from, to) = (provisions[start], provisions[end])
        let found = provisions[start...end].filter { provision in
            if provision.unit == from.unit, provision.outer == from.outer { return true }
            if from.outer == to.outer { return false }
            return provision.unit == to.unit && provision.outer == to.outer
                || provision.unit == "dieu" && from.unit != "dieu" && provision.anchor != to.outer
        }
        return found.map(\.anchor)
    }

    /// “khoản 1 các Điều 5 đến 9”: the same clause of each article.
    private static func alike(
        _ reference: ProvisionReference, _ first: String, _ last: String, in body: RenderedBody
    ) -> [String] {
        func outer(_ steps: [ProvisionReference.Step]) -> String? {
            ProvisionReference(steps.dropLast(reference.shared)).exactAnchors.first(where: body.anchors.contains)
        }
        guard let from = outer(reference.steps), let to = outer(reference.through),
            let units = between(from, to, in: body.provisions), first.hasPrefix(from)
        else { return [first, last] }
        let tail = first.dropFirst(from.count)
        return units.map { $0 + tail }.filter(body.anchors.contains)
    }
}
