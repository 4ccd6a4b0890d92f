/// Finds citations in running text. Strict where `NumberGrammar.read` is generous: what may be a date, a span, a
/// standard, an amount or a form's number is left alone.
///
/// Walks the bytes once; every byte is looked at a bounded number of times. Keeps what it has read of the numbers seen,
/// so one scanner serves many texts; it is not to be shared between tasks.
public final class CitationScanner {
    private let grammar: NumberGrammar
    private let names: LawNames
    /// Readings by the bytes of the number.
    private var readings: [[UInt8]: Reading] = [:]
    private var knownGroups: [[UInt8]: Bool] = [:]
    private let typeNames: [[UInt8]]

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

    /// The citations of a text in printed order, without overlap. `text` is one paragraph, heading or cell in NFC.
    public func scan(_ text: UnsafeBufferPointer<UInt8>) -> [Citation] {
        guard let text = TextBytes(text) else { return [] }
        var found: [Citation] = []
        var pending: ProvisionPhrase?
        Self.kinds.withUnsafeBufferPointer { kinds in
            var index = 0
            while index < text.count {
                let kind = kinds[Int(text[index])]
                if kind == 0 {
                    index += 1
                    continue
                }
                index = visit(text, index, kind, &pending, &found)
            }
        }
        return found
    }

    /// Looks at one place, and gives where to go on.
    private func visit(
        _ text: TextBytes, _ index: Int, _ kind: UInt8, _ pending: inout ProvisionPhrase?, _ found: inout [Citation]
    ) -> Int {
        switch kind {
        case 1:
            guard let length = NumberSpan.signLength(text, index) else { return index + 1 }
            guard let end = number(text, index, &pending, &found) else { return index + length }
            return end
        case 2:
            guard mayBeginProvision(text, index), let phrase = ProvisionPhrase.read(text, at: index) else {
                return index + 1
            }
            if let end = ownDocument(text, phrase, &found) {
                pending = nil
                return end
            }
            pending = phrase
            return phrase.end
        default:
            guard !names.isEmpty, let end = lawName(text, index, &pending, &found) else { return index + 1 }
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

    private func number(
        _ text: TextBytes, _ sign: Int, _ pending: inout ProvisionPhrase?, _ found: inout [Citation]
    ) -> Int? {
        guard let span = NumberSpan.read(text, sign: sign, isKnown: { isKnown(text, $0) }) else { return nil }
        let reading = reading(text, span.range)
        guard let number = reading.number else { return nil }
        let named = naming(text, span.range.lowerBound, hasLegislature: number.legislature != nil)
        guard named.type != nil || reading.standsAlone && !named.isForm else { return nil }
        let cited = CitedNumber(
            number: number, type: named.type, date: CitedDate.read(text, at: span.range.upperBound))
        emit(.number(cited), named.start..<span.range.upperBound, text, &pending, &found)
        return span.range.upperBound
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
        if text.hasWord(NumberSpan.so, at: end - NumberSpan.so.count) {
            naming.start = end - NumberSpan.so.count
            end = text.skipBlanksBack(naming.start)
        }
        for name in typeNames where text.hasWord(name, at: end - name.count) && !text.isAfterLetter(end - name.count) {
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

    // MARK: Names and “này”

    private static let drafts = ["dự án", "dự thảo", "xây dựng", "soạn thảo"].map { Array($0.utf8) }

    private func lawName(
        _ text: TextBytes, _ index: Int, _ pending: inout ProvisionPhrase?, _ found: inout [Citation]
    ) -> Int? {
        let next = text.at(index + 1)
        guard next == UInt8(ascii: "u") || next == 0xE1, !text.isAfterLetter(index) else { return nil }
        guard let match = names.match(text, at: index) else { return nil }
        let before = text.skipBlanksBack(index)
        for word in Self.drafts where text.hasWord(word, at: before - word.count) { return match.end }
        // Behind a comma a date begins something else: “theo Luật …, năm 2016 thu …”.
        let date = text.at(match.end) == UInt8(ascii: ",") ? nil : CitedDate.read(text, at: match.end)
        let year = match.year ?? date?.year
        let name = CitedName(bearers: match.bearers, year: year, titled: NameInTitle.document(text, index, found.last))
        emit(.name(name), index..<match.end, text, &pending, &found)
        return match.end
    }

    /// “khoản 2 Điều này” and “Điều 5 của Nghị định này”: where the citation of the text itself ends.
    private func ownDocument(_ text: TextBytes, _ phrase: ProvisionPhrase, _ found: inout [Citation]) -> Int? {
        guard let first = phrase.parts.first else { return nil }
        let start = first.range.lowerBound
        if phrase.parts.allSatisfy({ $0.provision?.current != nil }) {
            found.append(
                Citation(range: start..<phrase.end, document: .this(type: ""), parts: phrase.parts))
            return phrase.end
        }
        let next = skipConnector(text, phrase.end)
        for name in typeNames where text.hasWord(name, at: next) {
            let end = text.skipBlanks(next + name.count)
            guard end > next + name.count, text.has(Self.this, at: end), text.letter(end + Self.this.count) == nil
            else {
                continue
            }
            found.append(
                Citation(
                    range: start..<phrase.end, document: .this(type: String(decoding: name, as: UTF8.self)),
                    parts: phrase.parts))
            return end + Self.this.count
        }
        return nil
    }

    private static let this = Array("này".utf8)
    private static let connectors = [
        "của", "thuộc", "tại", "trong", "ở", "ban hành kèm theo", "kèm theo", "ban hành theo",
    ].map { Array($0.utf8) }

    /// Past a comma, blanks and at most one word that ties a provision to its document.
    private func skipConnector(_ text: TextBytes, _ start: Int) -> Int {
        var index = start
        if text.at(index) == UInt8(ascii: ",") { index += 1 }
        index = text.skipBlanks(index)
        for word in Self.connectors where text.has(word, at: index) {
            let end = text.skipBlanks(index + word.count)
            if end > index + word.count { return end }
        }
        return index
    }

    // MARK: Putting together

    private func emit(
        _ document: CitedDocument, _ range: Range<Int>, _ text: TextBytes, _ pending: inout ProvisionPhrase?,
        _ found: inout [Citation]
    ) {
        var start = range.lowerBound
        var parts: [CitedPart] = []
        if let last = found.last, last.range.upperBound > start {
            // “Luật Bảo hiểm xã hội số 58/2014/QH13”: the name was taken first, the number knows better.
            found.removeLast()
            start = min(start, last.range.lowerBound)
            parts = last.parts.filter { $0.provision != nil }
        } else if let phrase = pending, phrase.end <= start, skipConnector(text, phrase.end) == start {
            parts = phrase.parts
            start = parts.first?.range.lowerBound ?? start
        }
        pending = nil
        if parts.isEmpty {
            parts = [CitedPart(range: start..<range.upperBound, provision: nil)]
        } else {
            parts[parts.count - 1].range = parts[parts.count - 1].range.lowerBound..<range.upperBound
        }
        found.append(Citation(range: start..<range.upperBound, document: document, parts: parts))
    }
}
