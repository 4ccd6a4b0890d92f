/// The terms of a record's names: its title with its type, its aliases, its issuers.
///
/// A term's **share** of a name is one divided by how many pairs (for a syllable: how many syllables) the name has, in
/// thirty-seconds. A query that holds all the pairs of a name has shares that add up to the whole, however long the record is:
/// this is how `luật doanh nghiệp` finds the law so called before those that speak of enterprises more often.
struct NamedTerms {
    /// By first and second syllable (24 bits each; a second one of 0 for a single syllable), the largest share.
    private(set) var shares: [UInt64: UInt32] = [:]

    /// Thirty-seconds of a whole.
    static let whole = SymbolCode.maximumLevel
    /// Pairs of the longest name whose parts say something.
    static let longest = 40
    /// What a type alone says: it is shared by thousands of records.
    private static let typeShare = 4
    /// A title that begins so is named by what follows.
    private static let opening = Array("ve".utf8)

    private var type: ArraySlice<UInt32> = []
    /// The end of a type and the beginning of the title that goes on from it: “Luật” and “Bảo vệ bí mật nhà nước” are said in
    /// one breath.
    private(set) var joint: ArraySlice<UInt32> = []
    /// Words of a title that are neighbours without the little words between them, two by two: “Luật Thực hiện dân chủ ở cơ sở” is
    /// asked for as `luật dân chủ cơ sở`.
    private(set) var bridges: [ArraySlice<UInt32>] = []
    private static let little = Set(
        ["ở", "của", "và", "các", "những", "về", "cho", "trong", "trên", "đối", "với", "tại", "theo", "từ", "bằng"]
            .map { Array($0.utf8)[...] })

    /// Adds one run of a document's tokens, which come in the order of `SearchDocument.forEachField`.
    mutating func add(_ field: SearchField, _ tokens: ArraySlice<UInt32>, of chunk: TokenChunk, _ spellings: [UInt32]) {
        switch field {
        case .type:
            type = tokens
            add(tokens, spellings, share: Self.typeShare)
        case .title:
            var name = tokens
            if let first = name.first, name.count > 1, chunk.forms.folded(Int(first)).elementsEqual(Self.opening) {
                name = name.dropFirst()
            }
            let syllables = name.map { spellings[Int($0)] >> 7 }
            let own = type.map { spellings[Int($0)] >> 7 }
            add(name, spellings, share: nil)
            if let last = own.last, let first = syllables.first, !syllables.starts(with: own) {
                add(UInt64(last), UInt64(first), Self.share(of: name.count))
                joint = type.suffix(1) + name.prefix(1)
            }
            addBridges(name, of: chunk, spellings)
        case .aliases, .issuer: add(tokens, spellings, share: nil)
        default: break
        }
    }

    mutating func removeAll() {
        shares.removeAll(keepingCapacity: true)
        (type, joint) = ([], [])
        bridges.removeAll(keepingCapacity: true)
    }

    private mutating func addBridges(_ name: ArraySlice<UInt32>, of chunk: TokenChunk, _ spellings: [UInt32]) {
        guard name.count <= Self.longest else { return }
        var before: UInt32?
        var isParted = false
        for token in name {
            if Self.little.contains(chunk.forms.exact(Int(token))) {
                isParted = true
                continue
            }
            if let before, isParted {
                bridges.append([before, token])
                let pair = (UInt64(spellings[Int(before)] >> 7), UInt64(spellings[Int(token)] >> 7))
                add(pair.0, pair.1, Self.share(of: name.count - 1))
            }
            (before, isParted) = (token, false)
        }
    }

    private static func share(of parts: Int) -> UInt32 { UInt32(max(1, (whole + parts / 2) / max(1, parts))) }

    private mutating func add(_ tokens: ArraySlice<UInt32>, _ spellings: [UInt32], share: Int?) {
        guard !tokens.isEmpty, tokens.count <= Self.longest else { return }
        let ofPair = share.map(UInt32.init) ?? Self.share(of: tokens.count - 1)
        let ofSyllable = share.map(UInt32.init) ?? Self.share(of: tokens.count)
        var previous: UInt64 = 0
        for token in tokens {
            let syllable = UInt64(spellings[Int(token)] >> 7)
            add(syllable, 0, ofSyllable)
            if previous != 0 { add(previous, syllable, ofPair) }
            previous = syllable
        }
    }

    private mutating func add(_ first: UInt64, _ second: UInt64, _ share: UInt32) {
        let key = first << 24 | second
        shares[key] = max(shares[key] ?? 0, share)
    }
}
