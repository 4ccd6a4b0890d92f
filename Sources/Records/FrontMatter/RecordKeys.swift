/// Every key that some kind of record has.
enum RecordKeys {
    static let all = Set(Kind.allCases.flatMap(RecordFields.of).map(\.key))
}
