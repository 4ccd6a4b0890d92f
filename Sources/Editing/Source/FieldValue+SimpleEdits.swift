extension FieldValue {
    /// Breaks a change down into those that touch least: a list that is set over another becomes the few items that differ. Nothing
    /// where the change changes nothing.
    ///
    /// What remains is: `set` of a value that is there, or of a field whose mapping is there; `remove` of one of several; `insert`
    /// into a list that holds something; `move`. A text that is set over a number, and is a number itself, stays one:
    /// `issued: 2014` becomes `issued: 2015`.
    func simpleEdits(of edit: FieldEdit) throws(EditRefusal) -> [FieldEdit] {
        let path = edit.path
        switch edit.change {
        case .set(let new): return try sets(new, at: path)
        case .remove:
            guard self[path] != nil, let parent = path.parent else { return [] }
            switch self[parent] {
            case .mapping(let fields)? where fields.count == 1 && !parent.steps.isEmpty:
                return [FieldEdit(parent, .set(.mapping([])))]
            case .list(let items)? where items.count == 1: return [FieldEdit(parent, .set(.list([])))]
            default: return [FieldEdit(path, .remove)]
            }
        case .insert(let item):
            guard let list = path.parent, case .index? = path.steps.last else { return try sets(item, at: path) }
            if case .list(let items)? = self[list], !items.isEmpty { return [edit] }
            return try sets(.list([item]), at: list)
        case .move(let target):
            return path.steps.last == .index(target) ? [] : [edit]
        }
    }

    private func sets(_ new: FieldValue, at path: FieldPath) throws(EditRefusal) -> [FieldEdit] {
        if let old = self[path] { return Self.changes(from: old, to: new, at: path) }
        guard let parent = path.parent, let step = path.steps.last else { throw EditRefusal(path, .wrongShape) }
        switch (self[parent], step) {
        case (.mapping(let fields)?, .name):
            return fields.isEmpty && !parent.steps.isEmpty
                ? [FieldEdit(parent, .set(Self.holding(new, step)))] : [FieldEdit(path, .set(new))]
        case (.list(let items)?, .index):
            return items.isEmpty
                ? [FieldEdit(parent, .set(Self.holding(new, step)))] : [FieldEdit(path, .insert(new))]
        case (nil, _): return try sets(Self.holding(new, step), at: parent)
        case (.null?, _): return [FieldEdit(parent, .set(Self.holding(new, step)))]
        default: throw EditRefusal(path, .wrongShape)
        }
    }

    /// A mapping or list with that value alone.
    private static func holding(_ value: FieldValue, _ step: FieldPath.Step) -> FieldValue {
        switch step {
        case .name(let name): .mapping([.init(name: name, value: value)])
        case .index: .list([value])
        }
    }

    private static func changes(from old: FieldValue, to new: FieldValue, at path: FieldPath) -> [FieldEdit] {
        if old == new { return [] }
        switch (old, new) {
        case (.mapping(let before), .mapping(let after)):
            let kept = after.filter { old[$0.name] != nil }
            guard !kept.isEmpty || path.steps.isEmpty else { return [FieldEdit(path, .set(new))] }
            return kept.flatMap {
                changes(from: old[$0.name] ?? .null, to: $0.value, at: path.appending(.name($0.name)))
            }
                + after.filter { old[$0.name] == nil }
                .map { FieldEdit(path.appending(.name($0.name)), .set($0.value)) }
                + before.filter { new[$0.name] == nil }.map { FieldEdit(path.appending(.name($0.name)), .remove) }
        case (.list(let before), .list(let after)) where !before.isEmpty && !after.isEmpty:
            return changes(from: before, to: after, at: path)
        case (.number(let number), .string(let text)) where CoreSchema.isNumber(text):
            return number == text ? [] : [FieldEdit(path, .set(.number(text)))]
        default: return [FieldEdit(path, .set(new))]
        }
    }

    private static func changes(from old: [FieldValue], to new: [FieldValue], at path: FieldPath) -> [FieldEdit] {
        var start = 0
        while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
        var end = 0
        while end < min(old.count, new.count) - start, old[old.count - 1 - end] == new[new.count - 1 - end] { end += 1 }
        let common = min(old.count, new.count) - end
        var edits = (start..<max(start, common)).flatMap {
            changes(from: old[$0], to: new[$0], at: path.appending(.index($0)))
        }
        for index in stride(from: old.count - end - 1, through: common, by: -1) {
            edits.append(FieldEdit(path.appending(.index(index)), .remove))
        }
        for index in common..<max(common, new.count - end) {
            edits.append(FieldEdit(path.appending(.index(index)), .insert(new[index])))
        }
        return edits
    }
}
