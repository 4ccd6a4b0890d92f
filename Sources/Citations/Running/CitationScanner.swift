/// Finds citations in running text. Strict where `NumberGrammar.read` is generous: what may be a date, a span, a
/// standard, an amount or a form's number is left alone.
///
/// Walks the bytes once; every byte is looked at a bounded number of times. Keeps what it has read of the numbers seen,
/// so one scanner serves many texts; it is not to be shared between tasks.
public final class CitationScanner {
    private let grammar: NumberGrammar
    let names: LawNames
    /// Readings by the bytes of the number.
    private var readings: [[UInt8]: Reading] = [:]
    private var knownGroups: [[UInt8]: Bool] = [:]
    let typeNames: [[UInt8]]

    private struct Reading {
        var number: DocumentNumber?
        /// Believed without a type's name in front.
        var standsAlone: Bool
    }

    public init(grammar: NumberGrammar, names: LawNames = LawNames()) {
        self.grammar = grammar
        self.names = names
        var seen: Set<[UInt8]> = []
        typeNames = (grammar.codeBook.types.map { Self.lowered($0.name) } + Self.furtherTypes)
            .filter { $0.count > 2 && seen.insert($0).inserted }
            .sorted { ($1.count, $0.lexicographicallyPrecedes($1) ? 0 : 1) < ($0.count, 0) }
    }

    /// Types whose numbers show nothing of them.
    private static let furtherTypes = ["sắc lệnh", "lệnh", "bộ luật", "luật", "điều lệ", "hiến pháp"].map {
        Array($0.utf8)
    }

    private static func lowered(_ name: String) -> [UInt8] { Array(name.lowercased().utf8) }

    // MARK: The walk

    /// What a byte may begin or join: 1 a sign, 2 the word of a provision, 3 the name of a law.
    private static let kinds: [UInt8] = {
        var kinds = [UInt8](repeating: 0, count: 256)
        for byte in "/-".utf8 { kinds[Int(byte)] = 1 }
        kinds[0xE2] = 1
        for byte in "kKmMcCpP".utf8 { kinds[Int(byte)] = 2 }
        kinds[0xC4] = 2
        for byte in "LB".utf8 { kinds[Int(byte)] = 3 }
        return kinds
    }()

    /// What the walk has found and remembers.
    struct Walk {
        var found: [Citation] = []
        /// Provisions that wait for the document they are of.
        var pending: ProvisionPhrase?
        var quotation: QuotedWording
    }

    /// The citations of a text in printed order, without overlap. `text` is one paragraph, heading or cell in NFC.
    /// - Parameter isQuoted: whether it goes on with the wording that a paragraph before began to quote. “Điều này” and
    ///   “Luật này” of a quoted wording are not the citing text's.
    public func scan(_ text: UnsafeBufferPointer<UInt8>, isQuoted: Bool = false) -> [Citation] {
        PlainText.with(text) { plain, offsets in
            let found = walk(plain, isQuoted: isQuoted)
            guard offsets != nil else { return found }
            return found.map { citation in
                var citation = citation
                citation.range = PlainText.original(citation.range, offsets)
                for index in citation.parts.indices {
                    citation.parts[index].range = PlainText.original(citation.parts[index].range, offsets)
                }
                return citation
            }
        } ?? []
    }

    private func walk(_ text: TextBytes, isQuoted: Bool) -> [Citation] {
        var walk = Walk(quotation: QuotedWording(isOpen: isQuoted))
        Self.kinds.withUnsafeBufferPointer { kinds in
            var index = 0
            while index < text.count {
                let kind = kinds[Int(text[index])]
                if kind == 0 {
                    index += 1
                    continue
                }
                index = visit(text, index, kind, &walk)
            }
        }
        return walk.found
    }

    /// Looks at one place, and gives where to go on.
    private func visit(_ text: TextBytes, _ index: Int, _ kind: UInt8, _ walk: inout Walk) -> Int {
        switch kind {
        case 1:
            guard let length = NumberSpan.signLength(text, index) else { return index + 1 }
            guard let end = number(text, index, &walk) else { return index + length }
            return end
        case 2:
            guard mayBeginProvision(text, index), let phrase = ProvisionPhrase.read(text, at: index) else {
                return index + 1
            }
            return provisions(text, phrase, &walk)
        default:
            guard !names.isEmpty, let end = lawName(text, index, &walk) else { return index + 1 }
            return end
        }
    }

    /// A quick look before the slow one: `đi`, `Đi`, `kh`, `mụ`, `ch`, `ph`.
    @inline(__always)
    private func mayBeginProvision(_ text: TextBytes, _ index: Int) -> Bool {
        let next = text.at(index + 1)
        switch text[index] | 0x20 {
        case UInt8(ascii: "k"):
            guard next == UInt8(ascii: "h"), text.at(index + 2) == UInt8(ascii: "o") else { return false }
        case UInt8(ascii: "m"): guard next == 0xE1 else { return false }
        case UInt8(ascii: "c"): guard next == UInt8(ascii: "h"), text.at(index + 2) == 0xC6 else { return false }
        case UInt8(ascii: "p"): guard next == UInt8(ascii: "h") else { return false }
        default:
            guard text[index] == 0xC4, next | 1 == 0x91, text.at(index + 2) == UInt8(ascii: "i") else { return false }
        }
        return !text.isAfterLetter(index)
    }

    // MARK: Numbers

    private func number(_ text: TextBytes, _ sign: Int, _ walk: inout Walk) -> Int? {
        guard let span = NumberSpan.read(text, sign: sign, isKnown: { isKnown(text, $0) }) else { return nil }
        let reading = reading(text, span.range)
        guard let number = reading.number else { return nil }
        let named = naming(text, span.range.lowerBound, hasLegislature: number.legislature != nil)
        guard named.type != nil || reading.standsAlone && !named.isForm else { return nil }
        let date = CitedDate.read(text, at: span.range.upperBound)
        let issuer =
            CitedIssuer.read(text, at: date?.end ?? span.range.upperBound)
            ?? CitedIssuer.before(text, at: named.start) ?? listedIssuer(text, named.start, number, walk.found.last)
        let cited = CitedNumber(
            number: number, type: named.type, date: date?.date ?? named.date, issuer: issuer,
            term: CitedTerm.read(text, at: date?.end ?? span.range.upperBound) ?? issuer.flatMap(CitedTerm.read))
        emit(.number(cited), named.start..<span.range.upperBound, text, &walk)
        return span.range.upperBound
    }

    /// Whose document the one before it in a list is, where the numbers bear the same letters: “… của UBND tỉnh Nghệ An: số 12/…,
    /// số 13/…”.
    private func listedIssuer(
        _ text: TextBytes, _ start: Int, _ number: DocumentNumber, _ last: Citation?
    ) -> String? {
        guard let last, last.range.upperBound < start, case .number(let before) = last.document,
            before.number.organs == number.organs,
            ["", "và"].contains(text.string(last.range.upperBound..<start).filter { $0.isLetter })
        else { return nil }
        return before.issuer
    }

    private func reading(_ text: TextBytes, _ range: Range<Int>) -> Reading {
        let key = Array(UnsafeBufferPointer(start: text.base + range.lowerBound, count: range.count))
        if let known = readings[key] { return known }
        var reading = Reading(number: grammar.parse(text.string(range)), standsAlone: false)
        if let number = reading.number { reading.standsAlone = standsAlone(number) }
        if readings.count > 50_000 { readings = [:] }
        readings[key] = reading
        return reading
    }

    /// Whether the parts are known well enough to be believed on their own.
    private func standsAlone(_ number: DocumentNumber) -> Bool {
        let book = grammar.codeBook
        let hasKnownType = number.type.map { book.typesByAbbreviation[CodeBook.letters($0)] != nil } ?? false
        let hasKnownOrgan = number.organs.first.map { book.organsByAbbreviation[CodeBook.letters($0)] != nil } ?? false
        if number.year != nil { return number.legislature != nil || number.type != nil && !number.organs.isEmpty }
        if hasKnownType { return !number.organs.isEmpty && (hasKnownOrgan || number.organs[0].utf8.count >= 2) }
        return hasKnownOrgan && (number.organs.count >= 2 || number.type != nil)
    }

    private func isKnown(_ text: TextBytes, _ range: Range<Int>) -> Bool {
        let key = Array(UnsafeBufferPointer(start: text.base + range.lowerBound, count: range.count))
        if let known = knownGroups[key] { return known }
        let letters = CodeBook.letters(text.string(range))
        let known =
            grammar.codeBook.typesByAbbreviation[letters] != nil
            || grammar.codeBook.organsByAbbreviation[letters] != nil
        if knownGroups.count > 10_000 { knownGroups = [:] }
        knownGroups[key] = known
        return known
    }

    // MARK: What stands before a number

    private struct Naming {
        /// First byte of the type's name, of “số”, or of the number.
        var start: Int
        /// In lower case.
        var type: String?
        /// Between the type and “số”.
        var date: CitedDate?
        /// Whether the number is of a form, a table or a standard, or made up as an example.
        var isForm = false
    }

    private static let formWords = [
        "mẫu", "biểu", "phiếu", "phụ lục", "bảng", "hình", "mã", "tcvn", "qcvn", "ký hiệu", "hiệu", "ví dụ",
    ].map {
        Array($0.utf8)
    }
    private static let lawStarts = ["Luật ", "Bộ luật ", "Bộ Luật ", "Pháp lệnh "].map { Array($0.utf8) }

    private func naming(_ text: TextBytes, _ start: Int, hasLegislature: Bool) -> Naming {
        var naming = Naming(start: start)
        var end = text.skipBlanksBack(start)
        if text.at(end - 1) == UInt8(ascii: ":") { end = text.skipBlanksBack(end - 1) }
        // “Thông tưsố 200”: here too the blank may be lost.
        if text.hasWordInAnyCase(NumberSpan.so, at: end - NumberSpan.so.count) {
            naming.start = end - NumberSpan.so.count
            end = text.skipBlanksBack(naming.start)
            if let (date, start) = CitedDate.before(text, at: end) {
                naming.date = date
                end = text.skipBlanksBack(start)
            }
        }
        for name in typeNames
        where text.hasWordInAnyCase(name, at: end - name.count) && !text.isAfterLetter(end - name.count) {
            naming.start = end - name.count
            naming.type = String(decoding: name, as: UTF8.self)
            return naming
        }
        for word in Self.formWords where endsWith(word, text, end) {
            naming.isForm = true
            return naming
        }
        if hasLegislature, let (law, type) = lawBefore(text, end) {
            naming.start = law
            naming.type = type
        }
        return naming
    }

    private func endsWith(_ word: [UInt8], _ text: TextBytes, _ end: Int) -> Bool {
        let start = end - word.count
        guard start >= 0 else { return false }
        for offset in word.indices {
            let byte = text[start + offset]
            guard (byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte) == word[offset] else {
                return false
            }
        }
        return true
    }

    /// “Luật Bảo hiểm xã hội số …”: where the law's name begins.
    private func lawBefore(_ text: TextBytes, _ end: Int) -> (start: Int, type: String)? {
        var index = end - 1
        while index >= max(0, end - 160) {
            switch text[index] {
            case UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"),
                UInt8(ascii: "/"), UInt8(ascii: "\""), 0xE2:
                return nil
            case UInt8(ascii: "L"), UInt8(ascii: "B"), UInt8(ascii: "P"):
                for word in Self.lawStarts where text.has(word, at: index) {
                    // “Bộ Luật” begins before its second word.
                    let type = String(decoding: word.dropLast(), as: UTF8.self).lowercased()
                    if word[0] == UInt8(ascii: "L"), text.has(Self.lawStarts[2], at: index - 5) { break }
                    return (index, type)
                }
            default: break
            }
            index -= 1
        }
        return nil
    }
}
