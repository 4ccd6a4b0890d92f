import VietnameseText

/// The abbreviations that document numbers are made of.
public struct CodeBook: Sendable {
    /// Which system writes a type or is an organ of; both where that is not certain.
    public struct Systems: OptionSet, Sendable, Hashable {
        public let rawValue: Int
        public init(rawValue: Int) { self.rawValue = rawValue }
        public static let party = Systems(rawValue: 1)
        public static let state = Systems(rawValue: 2)
    }

    /// A type of document. Two types may share an abbreviation: QĐ, TT.
    public struct TypeEntry: Sendable, Hashable {
        public var abbreviation: String
        public var name: String
        public var nameEN: String?
        public var systems: Systems

        public init(_ abbreviation: String, _ name: String, _ nameEN: String? = nil, _ systems: Systems) {
            self.abbreviation = abbreviation
            self.name = name
            self.nameEN = nameEN
            self.systems = systems
        }
    }

    /// An organ's abbreviation.
    public struct OrganEntry: Sendable, Hashable {
        public var abbreviation: String
        public var systems: Systems

        public init(_ abbreviation: String, _ systems: Systems) {
            self.abbreviation = abbreviation
            self.systems = systems
        }
    }

    public let types: [TypeEntry]
    public let organs: [OrganEntry]

    // Keys are folded. Values keep the order of the book, which ranks candidates.
    let typesByAbbreviation: [String: [TypeEntry]]
    let typesByName: [String: [TypeEntry]]
    let organsByAbbreviation: [String: [OrganEntry]]
    /// The same with every run of d as one: typing leftovers such as BGDDDT and NDD.
    let typesByLooseAbbreviation: [String: [TypeEntry]]
    let organsByLooseAbbreviation: [String: [OrganEntry]]
    /// Longest first; equal lengths in the order of the book.
    let typeKeysLongestFirst: [String]
    let longestOrgan: Int

    /// The standard book with a collection's own abbreviations over it.
    public init(types: [(abbreviation: String, name: String, nameEN: String?)], issuers: [String]) {
        self.init(
            types: types.map { TypeEntry($0.abbreviation, $0.name, $0.nameEN, [.party, .state]) },
            organs: issuers.map { OrganEntry($0, Self.likelySystem(of: $0)) })
    }

    /// The standard book with further entries. An entry with the abbreviation and name of a standard one only adds its
    /// English name; what the standard book knows about systems stays.
    public init(types: [TypeEntry] = [], organs: [OrganEntry] = []) {
        var allTypes = Self.standardTypes
        for type in types {
            let name = Folding.fold(type.name)
            let same = allTypes.firstIndex { $0.abbreviation == type.abbreviation && Folding.fold($0.name) == name }
            if let same {
                allTypes[same].name = type.name
                if let nameEN = type.nameEN { allTypes[same].nameEN = nameEN }
            } else {
                allTypes.append(type)
            }
        }
        var allOrgans = Self.standardOrgans
        for organ in organs where !allOrgans.contains(where: { $0.abbreviation == organ.abbreviation }) {
            allOrgans.append(organ)
        }
        self.init(exactly: allTypes, allOrgans)
    }

    /// The abbreviations of the rules on form (399-QĐ/TW, 30/2020/NĐ-CP) and those seen in printed numbers.
    public static let standard = CodeBook(exactly: standardTypes, standardOrgans)

    private init(exactly types: [TypeEntry], _ organs: [OrganEntry]) {
        self.types = types
        self.organs = organs
        // Types that only words name (Luật) have no abbreviation and match none.
        let abbreviated = types.filter { !$0.abbreviation.isEmpty }
        typesByAbbreviation = Dictionary(grouping: abbreviated) { Self.letters($0.abbreviation) }
        typesByLooseAbbreviation = Dictionary(grouping: abbreviated) { Self.loose(Self.letters($0.abbreviation)) }
        organsByAbbreviation = Dictionary(grouping: organs) { Self.letters($0.abbreviation) }
        organsByLooseAbbreviation = Dictionary(grouping: organs) { Self.loose(Self.letters($0.abbreviation)) }
        var byName = Dictionary(grouping: types) { Self.words($0.name) }
        for type in types {
            if let nameEN = type.nameEN { byName[Self.words(nameEN), default: []].append(type) }
        }
        typesByName = byName
        typeKeysLongestFirst = typesByAbbreviation.keys.sorted {
            ($1.utf8.count, $0) < ($0.utf8.count, $1)
        }
        longestOrgan = organsByAbbreviation.keys.map(\.utf8.count).max() ?? 0
    }

    /// Folded letters and digits alone: `bnnptnt` for BNN&PTNT.
    static func letters(_ text: String) -> String {
        let bytes = Folding.fold(text).utf8.filter { $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func words(_ text: String) -> String { Slug.make(text).replacing("-", with: " ") }

    static func loose(_ letters: String) -> String {
        var result: [UInt8] = []
        for byte in letters.utf8 where byte != 0x64 || result.last != 0x64 { result.append(byte) }
        return String(decoding: result, as: UTF8.self)
    }

    /// Organs of the Party end in TW, TU, HU or ĐU; others may belong to either system.
    private static func likelySystem(of abbreviation: String) -> Systems {
        let letters = letters(abbreviation)
        let isParty = ["tw", "tu", "du"].contains { letters.hasSuffix($0) }
        return isParty ? .party : [.party, .state]
    }
}
