/// The numbers of records in the index after some came and others went. Records that stay keep their order, so that a list of
/// them stays in order, too.
struct Renumbering: Sendable {
    /// How many records there are now.
    let count: Int
    /// By the number of before, the number of now; -1 for a record that is gone.
    let numbers: [Int]
    /// By the number of now, the number of before; -1 for a record that came.
    let before: [Int]

    /// Nil where the numbers do not go together.
    init?(of records: Int, gone: Set<Int>, came: Set<Int>) {
        count = records - gone.count + came.count
        guard count > 0, gone.allSatisfy((0..<records).contains), came.allSatisfy((0..<count).contains) else {
            return nil
        }
        var numbers = [Int](repeating: -1, count: records)
        var before = [Int](repeating: -1, count: count)
        var next = 0
        for old in 0..<records where !gone.contains(old) {
            while came.contains(next) { next += 1 }
            (numbers[old], before[next]) = (next, old)
            next += 1
        }
        self.numbers = numbers
        self.before = before
    }

    /// Whether every record that stays has the number that it had.
    var keepsNumbers: Bool { numbers.indices.allSatisfy { numbers[$0] == $0 || numbers[$0] < 0 } }

    subscript(old: Int) -> Int { numbers.indices.contains(old) ? numbers[old] : -1 }

    /// The entry of a term whose records all stay, with their numbers of now.
    ///
    /// - Parameter syllables: Of the term: so many characters of marks stand before a list.
    func entry(_ entry: ArraySlice<UInt8>, syllables: Int) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(entry.count + 16)
        var section = 0
        var marks = syllables
        var (next, nextNow, high) = (0, 0, 0)
        for byte in entry {
            if marks > 0 {
                marks -= 1
                result.append(byte)
                continue
            }
            let digit = SymbolCode.symbol(byte) - SymbolCode.firstDigit
            // The second section is a level and a count, no list.
            if digit < 0 || section == 1 {
                result.append(byte)
                (next, nextNow, high) = (0, 0, 0)
                guard byte == SymbolCode.separator else { continue }
                section += 1
                marks = section > 3 ? syllables : 0
            } else if digit >= SymbolCode.endingDigits {
                high = high &* SymbolCode.continuingDigits &+ digit - SymbolCode.endingDigits + 1
            } else {
                let record = next &+ high &* SymbolCode.endingDigits &+ digit
                (next, high) = (record &+ 1, 0)
                let now = max(self[record], nextNow)
                SymbolCode.append(now - nextNow, to: &result)
                nextNow = now + 1
            }
        }
        return result
    }

    /// Whether a term's entry has a second tier.
    static func isCut(_ entry: ArraySlice<UInt8>, syllables: Int) -> Bool {
        let list = entry.dropFirst(syllables)
        guard let end = list.firstIndex(of: SymbolCode.separator), end + 1 < list.endIndex else { return false }
        return list[end + 1] != SymbolCode.separator
    }
}
