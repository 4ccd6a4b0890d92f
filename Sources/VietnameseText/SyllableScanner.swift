/// Cuts text into syllables, the tokens of Vietnamese search: runs of letters and digits.
///
/// Walks the bytes once and gives for every token where it stands, its folded key and its exact key. The keys stand in
/// one buffer that the next call overwrites: copy what must live longer. The text should be NFC; a token with separate
/// combining marks is composed first, which is slower but gives the same keys.
///
///     var scanner = SyllableScanner(bytes)
///     while scanner.next() { use(scanner.range, scanner.folded, scanner.exact) }
///
/// Both keys treat these spellings alike: tone placement (`hòa`/`hoà`, `khỏe`/`khoẻ`, `thúy`/`thuý`), `i` and `y` in
/// open syllables after h, k, l, m, s, t (`lý`/`lí`) and `quý`/`quí`, and the look-alikes of đ. Never `-ay`/`-ai` nor
/// `-uy`/`-ui`, which are different words.
public struct SyllableScanner: ~Copyable {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let table: UnsafePointer<LetterEntry>
    private let ascii: UnsafePointer<UInt8>
    private var position = 0
    private var keys: KeyBuffer

    /// Byte offsets of the token in the text.
    public private(set) var start = 0
    public private(set) var end = 0
    /// Whether the token is digits alone.
    public private(set) var isNumber = false

    public init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        table = LetterTable.entries
        ascii = LetterTable.ascii
        keys = KeyBuffer()
    }

    deinit { keys.deallocate() }

    /// The bytes of the token.
    public var range: Range<Int> { start..<end }
    /// Lower case without marks: `hoa` for `Hòa`. Valid until the next call of `next()`.
    public private(set) var folded = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    /// Lower case with marks, one spelling for each syllable. Valid until the next call of `next()`.
    public private(set) var exact = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    /// Whether the token carries marks: then its exact key differs from its folded one.
    public private(set) var isMarked = false

    /// Moves to the next token; `false` at the end of the text.
    public mutating func next() -> Bool {
        // A mark that stands alone leaves nothing to look up.
        while findToken() {
            if folded.count != 0 { return true }
        }
        return false
    }

    @inline(__always)
    private mutating func findToken() -> Bool {
        let count = bytes.count
        guard let base = bytes.baseAddress else { return false }
        let ascii = ascii
        var index = position
        while index < count {
            let lead = base[index]
            if lead < 0x80 {
                if ascii[Int(lead)] != 0 { break }
                index += 1
            } else if lead == 0xE2, index + 2 < count, base[index + 1] == 0x80 {
                // Dashes, quotation marks, ellipsis: the only other signs that are frequent.
                index += 3
            } else {
                let (scalar, length) = Self.decode(base + index, count - index)
                if Self.isWord(scalar, table) { break }
                index += length
            }
        }
        position = index
        guard index < count else { return false }
        start = index
        readToken(base, count)
        return true
    }

    // The hot loop: pointers and counts in locals, one load of the table for each letter, no calls. The three last
    // letters are kept as slots of the table; -1 is a letter outside it.
    private mutating func readToken(_ base: UnsafePointer<UInt8>, _ count: Int) {
        let ascii = ascii
        let table = table
        var folded = keys.folded
        var exact = keys.exact
        var limit = keys.capacity - 8
        var foldedCount = 0
        var exactCount = 0
        var isMarked = false
        var needsComposing = false
        var letters = 0
        var highest: UInt8 = 0
        var (last, secondLast, thirdLast) = (-1, -1, -1)
        var (lastAt, secondLastAt) = (0, 0)
        var index = start
        while index < count {
            if exactCount > limit || foldedCount > limit {
                keys.grow(keeping: foldedCount, exactCount)
                (folded, exact, limit) = (keys.folded, keys.exact, keys.capacity - 8)
            }
            let lead = base[index]
            let slot: Int
            let written: Int
            if lead < 0x80 {
                let letter = ascii[Int(lead)]
                if letter == 0 { break }
                folded[foldedCount] = letter
                exact[exactCount] = letter
                foldedCount += 1
                written = 1
                highest = max(highest, letter)
                slot = Int(lead)
                index += 1
            } else {
                let (scalar, length) = Self.decode(base + index, count - index)
                highest = 0xFF
                if let found = LetterTable.slot(scalar) {
                    let entry = table + found
                    guard entry.pointee.isWord else { break }
                    let utf8 = entry.pointee.lowerUTF8.littleEndian
                    UnsafeMutableRawPointer(exact + exactCount).storeBytes(of: utf8, as: UInt32.self)
                    written = Int(entry.pointee.lowerLength)
                    if entry.pointee.folded != 0 {
                        folded[foldedCount] = entry.pointee.folded
                        foldedCount += 1
                    } else {
                        UnsafeMutableRawPointer(folded + foldedCount).storeBytes(of: utf8, as: UInt32.self)
                        foldedCount += written
                    }
                    isMarked = true
                    slot = found
                } else {
                    guard Self.isWord(scalar, table) else { break }
                    if Self.isMark(scalar) { needsComposing = true }
                    let lower = Unicode.Scalar(scalar).map { OtherScripts.lower($0).value } ?? scalar
                    written = KeyBuffer.write(lower, to: exact + exactCount)
                    if lower == 0x111 {
                        folded[foldedCount] = 0x64
                        foldedCount += 1
                        isMarked = true
                    } else {
                        foldedCount += KeyBuffer.write(lower, to: folded + foldedCount)
                    }
                    slot = -1
                }
                index += length
            }
            (secondLastAt, lastAt) = (lastAt, exactCount)
            (thirdLast, secondLast, last) = (secondLast, last, slot)
            exactCount += written
            letters += 1
        }
        end = index
        position = index
        isNumber = highest < 0x61
        keys.set(foldedCount, exactCount, isMarked)
        if needsComposing {
            compose(base)
        } else if last >= 0, secondLast >= 0, letters >= 2, table[last].vowel != 0,
            table[secondLast].vowel != 0 || letters == 2 && table[last].vowel == Row.y
        {
            // Only syllables that end in two vowels, or in i or y, have several spellings.
            let first = thirdLast >= 0 ? table[thirdLast] : LetterEntry()
            unify(letters, first, table[secondLast], table[last], secondLastAt, lastAt)
        }
        // Stored, not computed: callers in other modules read them once for every token.
        self.folded = UnsafeBufferPointer(start: keys.folded, count: keys.foldedCount)
        self.exact = UnsafeBufferPointer(start: keys.exact, count: keys.exactCount)
        self.isMarked = keys.isMarked
    }

    /// Gives the syllables with two spellings one: `hoà` as `hòa`, `lý` as `lí`, `quí` as `quý`.
    private mutating func unify(
        _ letters: Int, _ first: LetterEntry, _ second: LetterEntry, _ third: LetterEntry, _ secondAt: Int,
        _ thirdAt: Int
    ) {
        let isY = third.vowel == Row.y
        if isY || third.vowel == Row.i, letters == 3, second.vowel == Row.u, first.folded == 0x71 {
            // quý, quí and the slip qúy
            let tone = third.tone != 0 ? third.tone : second.tone
            keys.rewriteTail(from: secondAt, Row.u, 0, Row.y, tone, foldedTail: 0x79)
        } else if second.vowel != 0, third.tone != 0, second.tone == 0 {
            if second.vowel == Row.o && (third.vowel == Row.a || third.vowel == Row.e)
                || second.vowel == Row.u && isY && first.folded != 0x71
            {
                keys.rewriteTail(from: secondAt, second.vowel, third.tone, third.vowel, 0, foldedTail: third.folded)
            }
        } else if isY, letters == 2, Self.allowsEither(second.folded) {
            keys.rewriteTail(from: thirdAt, Row.i, third.tone, foldedTail: 0x69)
        }
    }

    /// h, k, l, m, s, t
    private static func allowsEither(_ letter: UInt8) -> Bool {
        letter == 0x68 || letter == 0x6B || letter == 0x6C || letter == 0x6D || letter == 0x73 || letter == 0x74
    }

    /// A token with combining marks, scanned again in NFC.
    private mutating func compose(_ base: UnsafePointer<UInt8>) {
        let token = String(decoding: UnsafeBufferPointer(start: base + start, count: end - start), as: UTF8.self)
        var composed = Array(Normalization.nfc(token).utf8)
        // What NFC left apart has no composed letter; the mark says nothing in Vietnamese, and dropping it ends the matter.
        composed = Self.withoutMarks(composed)
        composed.withUnsafeBufferPointer { buffer in
            var scanner = SyllableScanner(buffer)
            if scanner.next() {
                keys.copy(folded: scanner.folded, exact: scanner.exact, isMarked: scanner.isMarked)
            } else {
                keys.set(0, 0, false)
            }
        }
    }

    private static func withoutMarks(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        bytes.withUnsafeBufferPointer { buffer in
            var walk = UTF8Walk(buffer)
            while let scalar = walk.next() {
                if !isMark(scalar) { UTF8Walk.append(scalar, to: &result) }
            }
        }
        return result
    }

    private static func isMark(_ scalar: UInt32) -> Bool { scalar >= 0x300 && scalar <= 0x36F }

    @inline(__always)
    private static func isWord(_ scalar: UInt32, _ table: UnsafePointer<LetterEntry>) -> Bool {
        if let slot = LetterTable.slot(scalar) { return table[slot].isWord }
        return Unicode.Scalar(scalar).map(OtherScripts.isWord) ?? false
    }

    /// The scalar at a position and its length; a broken sequence is U+FFFD of one byte.
    @inline(__always)
    private static func decode(_ bytes: UnsafePointer<UInt8>, _ available: Int) -> (scalar: UInt32, length: Int) {
        let lead = bytes[0]
        if lead < 0x80 { return (UInt32(lead), 1) }
        if lead < 0xC2 { return (0xFFFD, 1) }
        if lead < 0xE0 {
            guard available >= 2 else { return (0xFFFD, 1) }
            return (UInt32(lead & 0x1F) << 6 | UInt32(bytes[1] & 0x3F), 2)
        }
        if lead < 0xF0 {
            guard available >= 3 else { return (0xFFFD, 1) }
            return (UInt32(lead & 0x0F) << 12 | UInt32(bytes[1] & 0x3F) << 6 | UInt32(bytes[2] & 0x3F), 3)
        }
        guard available >= 4, lead < 0xF5 else { return (0xFFFD, 1) }
        let high = UInt32(lead & 0x07) << 18 | UInt32(bytes[1] & 0x3F) << 12
        return (high | UInt32(bytes[2] & 0x3F) << 6 | UInt32(bytes[3] & 0x3F), 4)
    }
}

/// Rows of `LetterTable.vowels`, plus one.
enum Row {
    static let a: UInt8 = 1
    static let e: UInt8 = 4
    static let i: UInt8 = 6
    static let o: UInt8 = 7
    static let u: UInt8 = 10
    static let y: UInt8 = 12
}
