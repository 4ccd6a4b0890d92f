/// Makes an editor's changes in another version of a record: those whose old value still stands there are taken over, the others
/// are told.
public struct EditReplay: Sendable {
    /// Changes that fit the other version, with their paths there.
    public private(set) var taken: [FieldEdit] = []
    public private(set) var conflicts: [Conflict] = []

    /// A change that does not fit, since somebody else changed the same value.
    public struct Conflict: Sendable, Equatable {
        public var edit: FieldEdit
        /// What stands at the path in the other version; nil for nothing.
        public var theirs: FieldValue?
    }

    /// - Parameters:
    ///   - edits: One after the other, as they were made on `base`.
    ///   - theirs: The other version.
    public init(_ edits: [FieldEdit], base: FieldValue, on theirs: FieldValue) {
        var (mine, other) = (base, theirs)
        for edit in edits {
            let moved = Self.moved(edit, from: mine, to: other)
            let before = mine[edit.path]
            if let next = try? mine.applying(edit) { mine = next }
            guard let moved else {
                conflicts.append(Conflict(edit: edit, theirs: nil))
                continue
            }
            // Somebody else may have made the same change.
            if case .set(let new) = edit.change, let there = other[moved.path], there.saysTheSame(as: new) { continue }
            if case .remove = edit.change, other[moved.path] == nil { continue }
            guard Self.stillStands(edit, before, at: moved.path, in: other), let next = try? other.applying(moved)
            else {
                conflicts.append(Conflict(edit: moved, theirs: other[moved.path]))
                continue
            }
            taken.append(moved)
            other = next
        }
    }

    /// Whether what the editor saw stands there. An item that is put into a list replaces nothing.
    private static func stillStands(
        _ edit: FieldEdit, _ before: FieldValue?, at path: FieldPath, in other: FieldValue
    ) -> Bool {
        if case .insert = edit.change, case .index? = path.steps.last { return true }
        return switch (edit.old ?? before, other[path]) {
        case (nil, nil): true
        case (let old?, let there?): old.saysTheSame(as: there)
        default: false
        }
    }

    /// The change with each index of its path as the other version has it; nil where an item is no longer there.
    private static func moved(_ edit: FieldEdit, from mine: FieldValue, to other: FieldValue) -> FieldEdit? {
        var moved = edit
        moved.path = FieldPath([])
        var seen = FieldPath([])
        for (number, step) in edit.path.steps.enumerated() {
            var found = step
            if case .index(let index) = step, case .list(let items)? = mine[seen],
                case .list(let others)? = other[moved.path]
            {
                let isInsertion = number == edit.path.steps.count - 1 && edit.isInsertion
                guard let place = isInsertion ? gap(index, items, others) : place(index, items, others) else {
                    return nil
                }
                found = .index(place)
                if case .move(let target) = edit.change, number == edit.path.steps.count - 1, items != others {
                    guard items.indices.contains(target), let there = Self.place(target, items, others) else {
                        return nil
                    }
                    moved.change = .move(to: there)
                }
            }
            seen = seen.appending(step)
            moved.path = moved.path.appending(found)
        }
        return moved
    }

    /// Where an item of a list stands in another version of the list: that with the same place among equal items, else, where the
    /// lists are as long, that of the same index.
    private static func place(_ index: Int, _ items: [FieldValue], _ others: [FieldValue]) -> Int? {
        guard items.indices.contains(index) else { return index <= others.count ? index : nil }
        if others.indices.contains(index), others[index] == items[index] { return index }
        let equal = others.indices.filter { others[$0] == items[index] }
        if equal.count == 1 { return equal[0] }
        return items.count == others.count ? index : nil
    }

    /// Where a new item goes: after the item that it came after.
    private static func gap(_ index: Int, _ items: [FieldValue], _ others: [FieldValue]) -> Int {
        if items == others { return index }
        guard index > 0, items.indices.contains(index - 1) else { return index == 0 ? 0 : others.count }
        return place(index - 1, items, others).map { min($0 + 1, others.count) } ?? others.count
    }
}

extension FieldEdit {
    fileprivate var isInsertion: Bool {
        if case .insert = change { return true }
        return false
    }
}
