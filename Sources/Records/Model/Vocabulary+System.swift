extension Vocabulary {
    /// Whether a record is a Party document: by its type's system, else by the shape of its number (`100-KL/TW`).
    public func isParty(_ record: Record) -> Bool {
        if let system = record.type.flatMap(type)?.system { return system == .party }
        return record.number?.printed.split(separator: "/").first?.utf8.contains(UInt8(ascii: "-")) ?? false
    }
}
