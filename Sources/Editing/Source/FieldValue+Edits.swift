import VietnameseText

extension FieldValue {
    /// The value after a change, as plain data.
    func applying(_ edit: FieldEdit) throws(EditRefusal) -> FieldValue {
        switch edit.change {
        case .set(let new): return try setting(new, at: edit.path.steps[...], of: edit.path)
        case .remove:
            guard self[edit.path] != nil else { return self }
            return try changing(edit.path) { parent, step in
                switch (step, parent) {
                case (.name(let name), .mapping(let fields)): .mapping(fields.filter { $0.name != name })
                case (.index(let index), .list(let items)):
                    .list(Array(items[..<index] + items[(index + 1)...]))
                default: nil
                }
            }
        case .insert(let item):
            guard case .index(let index)? = edit.path.steps.last, let list = edit.path.parent else {
                guard self[edit.path] == nil else { throw EditRefusal(edit.path, .wrongShape) }
                return try setting(item, at: edit.path.steps[...], of: edit.path)
            }
            switch self[list] {
            case nil, .null?:
                guard index == 0 else { throw EditRefusal(edit.path, .nothingThere) }
                return try setting(.list([item]), at: list.steps[...], of: edit.path)
            case .list(var items)?:
                guard index <= items.count else { throw EditRefusal(edit.path, .nothingThere) }
                items.insert(item, at: index)
                return try setting(.list(items), at: list.steps[...], of: edit.path)
            default: throw EditRefusal(edit.path, .wrongShape)
            }
        case .move(let target):
            guard case .index(let index)? = edit.path.steps.last, let list = edit.path.parent,
                case .list(var items)? = self[list]
            else { throw EditRefusal(edit.path, .wrongShape) }
            guard items.indices.contains(index), items.indices.contains(target) else {
                throw EditRefusal(edit.path, .nothingThere)
            }
            items.insert(items.remove(at: index), at: target)
            return try setting(.list(items), at: list.steps[...], of: edit.path)
        }
    }

    /// Puts a value at a path; mappings and lists on the way are made where there is nothing.
    private func setting(
        _ new: FieldValue, at steps: ArraySlice<FieldPath.Step>, of path: FieldPath
    ) throws(EditRefusal) -> FieldValue {
        guard let step = steps.first else { return new }
        switch (step, self) {
        case (.name(let name), .mapping(var fields)):
            if let index = fields.firstIndex(where: { $0.name == name }) {
                fields[index].value = try fields[index].value.setting(new, at: steps.dropFirst(), of: path)
            } else {
                let value = try FieldValue.null.setting(new, at: steps.dropFirst(), of: path)
                fields.append(Field(name: name, value: value))
            }
            return .mapping(fields)
        case (.index(let index), .list(var items)):
            guard index <= items.count else { throw EditRefusal(path, .nothingThere) }
            let old = index < items.count ? items[index] : .null
            let value = try old.setting(new, at: steps.dropFirst(), of: path)
            if index < items.count { items[index] = value } else { items.append(value) }
            return .list(items)
        case (.name, .null): return try FieldValue.mapping([]).setting(new, at: steps, of: path)
        case (.index, .null): return try FieldValue.list([]).setting(new, at: steps, of: path)
        default: throw EditRefusal(path, .wrongShape)
        }
    }

    private func changing(
        _ path: FieldPath, _ change: (FieldValue, FieldPath.Step) -> FieldValue?
    ) throws(EditRefusal) -> FieldValue {
        guard let parent = path.parent, let step = path.steps.last, let value = self[parent],
            let changed = change(value, step)
        else { throw EditRefusal(path, .wrongShape) }
        return try setting(changed, at: parent.steps[...], of: path)
    }

    fileprivate var holdsOnlyNumbers: Bool {
        switch self {
        case .number(let number): CoreSchema.isNumber(number)
        case .list(let items): items.allSatisfy(\.holdsOnlyNumbers)
        case .mapping(let fields): fields.allSatisfy(\.value.holdsOnlyNumbers)
        default: true
        }
    }

    /// Texts in normal form C.
    var inNormalForm: FieldValue {
        switch self {
        case .string(let text): .string(Normalization.nfc(text))
        case .list(let items): .list(items.map(\.inNormalForm))
        case .mapping(let fields):
            .mapping(fields.map { .init(name: Normalization.nfc($0.name), value: $0.value.inNormalForm) })
        default: self
        }
    }
}

extension FieldEdit {
    /// Whether each number in it is one.
    var holdsOnlyNumbers: Bool {
        switch change {
        case .set(let value), .insert(let value): value.holdsOnlyNumbers
        case .remove, .move: true
        }
    }

    var inNormalForm: FieldEdit {
        var edit = self
        switch change {
        case .set(let value): edit.change = .set(value.inNormalForm)
        case .insert(let value): edit.change = .insert(value.inNormalForm)
        case .remove, .move: break
        }
        edit.path = FieldPath(
            path.steps.map { step in
                if case .name(let name) = step { return .name(Normalization.nfc(name)) }
                return step
            })
        return edit
    }
}
