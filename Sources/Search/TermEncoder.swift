/// Writes the entries of terms, as FORMAT.md describes them, one after the other into one buffer.
struct TermEncoder: Sendable {
    /// Where an entry stands in `bytes`.
    struct Entry: Sendable {
        /// Numbers in the lexicon; the second is 0 for a single syllable.
        var first: Int
        var second: Int
        /// Records that hold the term.
        var records: Int
        var range: Range<Int>
        /// The entry of the second tier in `rest`; empty when all is in the first.
        var rest: Range<Int>
    }

    private(set) var bytes: [UInt8] = []
    private(set) var rest: [UInt8] = []
    private(set) var entries: [Entry] = []
    private(set) var postings = 0
    private let firstTier: Int

    private var term = TermPostings()

    init(firstTier: Int) { self.firstTier = firstTier }

    /// Adds a term by its packed postings, in order. A list that may not be cut is whole, however long.
    mutating func add(first: Int, _ packed: Slice<UnsafeMutableBufferPointer<UInt64>>, mayCut: Bool = true) {
        guard let any = packed.first else { return }
        let second = PackedPosting(bits: any).second
        term.read(packed)
        postings += term.documents.count
        let start = bytes.count
        if !mayCut || term.documents.count <= firstTier + firstTier / 2 {
            term.appendMain(isSingle: second == 0, to: &bytes)
            term.appendList(term.order[...], to: &bytes)
            if !term.isUniform || term.isNamed {
                bytes.append(SymbolCode.separator)
                term.appendNames(among: nil, to: &bytes)
                term.appendSpellings(isSingle: second == 0, among: nil, to: &bytes)
            }
            entries.append(
                Entry(
                    first: first, second: second, records: term.documents.count, range: start..<bytes.count, rest: 0..<0
                ))
            return
        }
        let members = term.cut(at: firstTier)
        let skipped = term.order[firstTier...]
        term.appendMain(isSingle: second == 0, to: &bytes)
        term.appendList(term.order[..<firstTier], to: &bytes)
        bytes.append(SymbolCode.separator)
        bytes.append(SymbolCode.character(term.levels[term.order[firstTier]]))
        SymbolCode.append(skipped.count, to: &bytes)
        term.appendNames(among: members, to: &bytes)
        term.appendSpellings(isSingle: second == 0, among: members, to: &bytes)

        let restStart = rest.count
        term.appendMain(isSingle: second == 0, to: &rest)
        term.appendList(skipped, to: &rest)
        rest.append(SymbolCode.separator)
        let others = members.map { !$0 }
        term.appendNames(among: others, to: &rest)
        term.appendSpellings(isSingle: second == 0, among: others, to: &rest)
        entries.append(
            Entry(
                first: first, second: second, records: term.documents.count, range: start..<bytes.count,
                rest: restStart..<rest.count))
    }
}

/// The postings of the term in hand, in buffers that serve one term after the other.
struct TermPostings: Sendable {
    /// Records in order, with their levels.
    private(set) var documents: [Int] = []
    private(set) var levels: [Int] = []
    /// Places in `documents`, highest level first, then in order.
    private(set) var order: [Int] = []
    /// The spelling that most records have; of equals the one with the lowest code.
    private(set) var main = 0
    /// Whether all records have that spelling and no other.
    private(set) var isUniform = true

    /// Spelling and, in the low 32 bits, the place in `documents` of a record that has it.
    private var spellings: [UInt64] = []
    /// Share of a name and, in the low 32 bits, the place in `documents` of a record that has it.
    private var names: [UInt64] = []

    var isNamed: Bool { !names.isEmpty }

    mutating func read(_ packed: Slice<UnsafeMutableBufferPointer<UInt64>>) {
        documents.removeAll(keepingCapacity: true)
        levels.removeAll(keepingCapacity: true)
        spellings.removeAll(keepingCapacity: true)
        names.removeAll(keepingCapacity: true)
        isUniform = true
        main = packed.lazy.map { PackedPosting(bits: $0) }.first { $0.named == nil }?.spelling ?? 0
        for bits in packed {
            let posting = PackedPosting(bits: bits)
            if documents.last != posting.document {
                documents.append(posting.document)
                levels.append(posting.level)
            } else if posting.level > 0 {
                levels[levels.count - 1] = posting.level
            }
            if let share = posting.named {
                names.append(UInt64(share) << 32 | UInt64(documents.count - 1))
                continue
            }
            if posting.spelling != main { isUniform = false }
            spellings.append(UInt64(posting.spelling) << 32 | UInt64(documents.count - 1))
        }
        if !isUniform {
            spellings.sort()
            main = commonestSpelling
        }
        orderByLevel()
    }

    private var commonestSpelling: Int {
        var best = (count: 0, spelling: 0)
        var start = 0
        for index in spellings.indices {
            if index + 1 == spellings.count || spellings[index + 1] >> 32 != spellings[index] >> 32 {
                if index + 1 - start > best.count { best = (index + 1 - start, Int(spellings[index] >> 32)) }
                start = index + 1
            }
        }
        return best.spelling
    }

    private mutating func orderByLevel() {
        order.removeAll(keepingCapacity: true)
        if documents.count == 1 {
            order.append(0)
            return
        }
        withUnsafeTemporaryAllocation(of: Int.self, capacity: SymbolCode.maximumLevel + 1) { counts in
            counts.initialize(repeating: 0)
            for level in levels { counts[level] += 1 }
            var start = 0
            for level in stride(from: SymbolCode.maximumLevel, through: 0, by: -1) {
                let count = counts[level]
                counts[level] = start
                start += count
            }
            order.append(contentsOf: repeatElement(0, count: documents.count))
            for place in levels.indices {
                order[counts[levels[place]]] = place
                counts[levels[place]] += 1
            }
        }
    }

    /// Moves the newest of the level that the cut goes through before it; says who is in the first tier.
    mutating func cut(at size: Int) -> [Bool] {
        let level = levels[order[size]]
        let start = order.firstIndex { levels[$0] == level } ?? 0
        let end = order[start...].firstIndex { levels[$0] != level } ?? order.count
        let newest = Array(order[(end - (size - start))..<end])
        let older = Array(order[start..<(end - (size - start))])
        order.replaceSubrange(start..<end, with: newest + older)
        var members = [Bool](repeating: false, count: documents.count)
        for place in order[..<size] { members[place] = true }
        return members
    }

    /// Levels, each followed by its records as gaps.
    func appendList(_ places: ArraySlice<Int>, to bytes: inout [UInt8]) {
        var level = 0
        var next = 0
        for place in places {
            if levels[place] != level {
                level = levels[place]
                next = 0
                bytes.append(SymbolCode.character(level))
            }
            SymbolCode.append(documents[place] - next, to: &bytes)
            next = documents[place] + 1
        }
    }

    /// Shares of names, the largest first, each followed by its records as gaps; `members` limits them to one tier. Nothing but
    /// the separator where no record has the term in a name.
    mutating func appendNames(among members: [Bool]?, to bytes: inout [UInt8]) {
        bytes.append(SymbolCode.separator)
        names.sort { $0 >> 32 != $1 >> 32 ? $0 > $1 : $0 < $1 }
        var share = 0
        var next = 0
        for name in names {
            let place = Int(name & 0xFFFF_FFFF)
            guard members?[place] ?? true else { continue }
            if Int(name >> 32) != share {
                share = Int(name >> 32)
                next = 0
                bytes.append(SymbolCode.character(share))
            }
            SymbolCode.append(documents[place] - next, to: &bytes)
            next = documents[place] + 1
        }
    }

    /// Who lacks the main spelling, and who has which other; `members` limits both to one tier.
    func appendSpellings(isSingle: Bool, among members: [Bool]?, to bytes: inout [UInt8]) {
        if isUniform { return }
        var has = [Bool](repeating: false, count: documents.count)
        for spelling in spellings where Int(spelling >> 32) == main { has[Int(spelling & 0xFFFF_FFFF)] = true }
        bytes.append(SymbolCode.separator)
        var next = 0
        for place in documents.indices where !has[place] && members?[place] ?? true {
            SymbolCode.append(documents[place] - next, to: &bytes)
            next = documents[place] + 1
        }
        var last = -1
        next = 0
        for spelling in spellings where Int(spelling >> 32) != main {
            let place = Int(spelling & 0xFFFF_FFFF)
            guard members?[place] ?? true else { continue }
            if Int(spelling >> 32) != last {
                last = Int(spelling >> 32)
                next = 0
                bytes.append(SymbolCode.separator)
                append(spelling: last, isSingle: isSingle, to: &bytes)
            }
            SymbolCode.append(documents[place] - next, to: &bytes)
            next = documents[place] + 1
        }
    }

    func appendMain(isSingle: Bool, to bytes: inout [UInt8]) { append(spelling: main, isSingle: isSingle, to: &bytes) }

    /// One character for each syllable's marks.
    private func append(spelling: Int, isSingle: Bool, to bytes: inout [UInt8]) {
        if !isSingle { bytes.append(SymbolCode.character(spelling / MarkCode.count + 1)) }
        bytes.append(SymbolCode.character(spelling % MarkCode.count + 1))
    }
}
