/// Says which unit of a phrase contains which: “khoản 1, 2 và điểm a khoản 3 Điều 5, Phụ lục I” names three provisions of
/// Điều 5, and Phụ lục I.
///
/// What nothing but a blank parts belongs together, the smaller to the larger in either order. What “và”, “hoặc” or a
/// semicolon parts stands for itself; so does what a comma parts, but for a clause or point that would be nowhere without
/// what comes next. Units of one kind in a list share what contains the last of them.
struct ProvisionTree {
    /// One for each element, by its position.
    private struct Node {
        var parent: Int?
        var children: [Int] = []
        /// Whether it has what an earlier one of its list has: Điều 6 in “khoản 1 các Điều 5, 6”.
        var isCopy = false
    }

    private let elements: [ProvisionElement]
    private var nodes: [Node] = []
    /// Units that nothing contains, in printed order.
    private var roots: [Int] = []
    /// What each article of “khoản 1 các Điều 5, 6” has, while the list goes on.
    private var distributed: [Int] = []
    /// Whether the last element hangs on a larger unit that stands before it.
    private var isDescending = false

    init(_ elements: [ProvisionElement]) {
        self.elements = elements
        for index in elements.indices { add(index) }
    }

    // MARK: Building

    private mutating func add(_ index: Int) {
        let element = elements[index]
        nodes.append(Node())
        guard let last = roots.last else { return roots.append(index) }
        if element.unit < elements[last].unit, isContained(last, in: element) { return capture(by: index) }
        // “khoản 1 Mục III Điều 1”, “khoản 1, mục III, Điều 1”: an article that has sections in it.
        if element.unit == .article, last == index - 1, !nodes[last].children.isEmpty, elements[last].unit < .article,
            element.joint == .direct || element.joint == .comma && isSectionOfClauses(last), !elements[last].isCurrent
        {
            return capture(by: index)
        }
        if !distributed.isEmpty, element.unit == elements[last].unit, element.joint != .direct, !element.isCurrent {
            nodes[index].isCopy = true
            nodes[index].children = distributed
            return roots.append(index)
        }
        distributed = []
        if element.unit > elements[index - 1].unit, descends(index) {
            isDescending = true
            return hang(index, on: index - 1)
        }
        if let outer = listGoingOn(index) {
            isDescending = true
            return hang(index, on: outer)
        }
        if isDescending, [.comma, .and, .through].contains(element.joint), !ascends(index, isDirect: true),
            let outer = container(of: index - 1, for: element.unit)
        {
            return hang(index, on: outer)
        }
        isDescending = false
        roots.append(index)
    }

    private func isSectionOfClauses(_ index: Int) -> Bool {
        elements[index].unit == .section && nodes[index].children.allSatisfy { elements[$0].unit == .clause }
    }

    private mutating func hang(_ index: Int, on outer: Int) {
        nodes[index].parent = outer
        nodes[outer].children.append(index)
    }

    /// The last of the units that nothing contains yet, and those of its kind before it, belong to a larger unit.
    private mutating func capture(by index: Int) {
        var first = roots.count - 1
        let unit = elements[roots[first]].unit
        while first > 0, elements[roots[first - 1]].unit == unit, !elements[roots[first - 1]].isCurrent { first -= 1 }
        let captured = Array(roots[first...])
        roots.removeSubrange(first...)
        for child in captured { hang(child, on: index) }
        roots.append(index)
        isDescending = false
        distributed = elements[index].isPlural ? captured : []
    }

    private func isContained(_ last: Int, in outer: ProvisionElement) -> Bool {
        guard !elements[last].isCurrent else { return false }
        switch outer.joint {
        case .direct: return true
        case .comma: return isNowhereAlone(elements[last], beside: outer.unit)
        case .semicolon, .and, .through: return false
        }
    }

    /// Whether a unit needs a larger one to be found.
    private func isNowhereAlone(_ element: ProvisionElement, beside outer: ProvisionReference.Unit) -> Bool {
        switch element.unit {
        case .point, .clause, .subsection, .section: return true
        case .chapter: return outer == .part
        case .part: return outer == .annex
        case .article, .annex, .attachment: return false
        }
    }

    /// Whether a smaller unit belongs to the larger one right before it: “Điều 5 khoản 2”. A larger unit that has what stands
    /// before it, “khoản 1 Điều 5”, begins nothing.
    private func descends(_ index: Int) -> Bool {
        guard !elements[index].isCurrent, !elements[index - 1].isCurrent, nodes[index - 1].children.isEmpty else {
            return false
        }
        switch elements[index].joint {
        case .direct: return !isRightBeforeLarger(index)
        case .comma:
            // “Phụ lục I, Điều 5”: an annex and an article.
            return !ascends(index) && !(elements[index].unit == .article && elements[index - 1].unit == .annex)
        case .semicolon, .and, .through: return false
        }
    }

    /// What an element goes on with behind “khoản 1 Điều 5”: the article in “…, khoản 2”, the clause in “… điểm a”.
    private func listGoingOn(_ index: Int) -> Int? {
        let outer = index - 1
        guard let child = nodes[outer].children.last, child < outer, !elements[outer].isCurrent,
            elements[index].unit > elements[outer].unit, !ascends(index, isDirect: true)
        else { return nil }
        switch elements[index].joint {
        // Articles number through the chapters, so that the next one need not be of the same.
        case .comma where elements[index].unit == elements[child].unit && elements[index].unit != .article: return outer
        case .direct where elements[index].unit > elements[child].unit && !isRightBeforeLarger(index): return child
        default: return nil
        }
    }

    /// Whether nothing but blanks stands between it and a larger unit.
    private func isRightBeforeLarger(_ index: Int) -> Bool {
        let behind = elements[(index + 1)...].prefix { $0.joint == .direct }
        return behind.contains { $0.unit < elements[index].unit }
    }

    /// Whether a larger unit that contains it comes later.
    private func ascends(_ index: Int, isDirect: Bool = false) -> Bool {
        let unit = elements[index].unit
        guard let place = elements[(index + 1)...].firstIndex(where: { $0.unit < unit }) else { return false }
        let outer = elements[place]
        switch outer.joint {
        case .direct: return true
        case .comma:
            // In “…, Điều 6 khoản 3” articles stand before what they contain.
            let isBeforeItsOwn =
                place + 1 < elements.count && elements[place + 1].joint == .direct
                && elements[place + 1].unit > outer.unit && !isRightBeforeLarger(place + 1)
            return !isDirect && !isBeforeItsOwn && isNowhereAlone(elements[index], beside: outer.unit)
        case .semicolon, .and, .through: return false
        }
    }

    /// The larger unit before a list, for one more of its kind: Điều 5 for “khoản 3” in “Điều 5 khoản 2 và khoản 3”.
    private func container(of index: Int, for unit: ProvisionReference.Unit) -> Int? {
        var next: Int? = index
        while let index = next {
            if elements[index].unit == unit { return nodes[index].parent }
            next = nodes[index].parent
        }
        return nil
    }

    // MARK: What it names

    /// A provision named, with the text that says it.
    struct Named {
        var reference: ProvisionReference
        /// As a reader is told; that of the range for both its ends.
        var words: String
        var range: Range<Int>
        /// Whether it ends the range of the one before.
        var isRangeEnd = false
        /// The place of the unit that nothing contains among those of its kind, and whether that one is “Điều này”.
        var root: Int
        var isCurrent: Bool
        /// Whether it is a clause or point that nothing contains while something larger follows.
        var isNowhere: Bool
    }

    /// In printed order; several may have one stretch of text.
    var named: [Named] {
        var found: [Named] = []
        var claimed = Set<Int>()
        for (position, root) in roots.enumerated() {
            let outer = elements[root]
            let isNowhere =
                outer.unit >= .clause && !outer.isCurrent
                && roots[(position + 1)...].contains { elements[$0].unit < outer.unit }
            var chains: [[Int]] = []
            collect(&chains, [root])
            for chain in chains {
                let steps = chain.map { elements[$0].step }
                let copy = chain.lastIndex { nodes[$0].isCopy }
                let shared = copy.map { chain.count - 1 - $0 } ?? 0
                let stretch = stretch(around: copy.map { chain[$0] } ?? chain[chain.count - 1], chain, &claimed)
                var next = Named(
                    reference: ProvisionReference(steps), words: "", range: stretch.range, root: position,
                    isCurrent: outer.isCurrent, isNowhere: isNowhere)
                next.words = next.reference.words
                if stretch.joint == .through,
                    let start = found.lastIndex(where: { $0.reference.steps.suffix(shared) == steps.suffix(shared) })
                {
                    found[start].reference.through = steps
                    found[start].reference.shared = shared
                    found[start].words = found[start].reference.words
                    next.words = found[start].words
                    next.isRangeEnd = true
                }
                found.append(next)
            }
        }
        return found.sorted { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    }

    /// The chains from a unit down to the smallest ones in it.
    private func collect(_ chains: inout [[Int]], _ chain: [Int]) {
        guard let last = chain.last, !nodes[last].children.isEmpty else { return chains.append(chain) }
        for child in nodes[last].children { collect(&chains, chain + [child]) }
    }

    /// The text of an element with that of its neighbours that contain it, where no other provision has taken that already.
    private func stretch(
        around index: Int, _ chain: [Int], _ claimed: inout Set<Int>
    ) -> (range: Range<Int>, joint: ProvisionElement.Joint) {
        var (first, last) = (index, index)
        while chain.contains(last + 1), !claimed.contains(last + 1) { last += 1 }
        while chain.contains(first - 1), !claimed.contains(first - 1), !nodes[index].isCopy { first -= 1 }
        claimed.formUnion(first...last)
        return (elements[first].range.lowerBound..<elements[last].range.upperBound, elements[first].joint)
    }
}
