import Documents
import OfficialText
import VietnameseText

/// Who signed, with the lines of the signature block and of the list of recipients.
struct Signature {
    var name: String?
    /// “KT. BỘ TRƯỞNG”; several are joined with “; ”.
    var capacity: String?
    /// “THỨ TRƯỞNG”
    var position: String?
    /// All lines of the block.
    var lines: [String] = []
    var range: Range<Int>

    var hasRecipients: Bool { lines.contains { Phrases.isDistribution(Slug.make($0)) } }
}

struct SignatureReader {
    let types: TypeLine.Reader
    let maker: LineMaker

    /// The signature block in a range of items: the first with a name that the text does not go on after, else the first
    /// with a list of recipients. Samples of signatures stand in the midst of texts about documents.
    func find(_ items: [SourceItem], in range: Range<Int>) -> Signature? {
        var unnamed: Signature?
        var start = range.lowerBound
        while let signature = first(items, in: start..<range.upperBound) {
            start = max(signature.range.upperBound, start + 1)
            if BodySequence.goesOn(
                items, before: range.lowerBound..<signature.range.lowerBound, after: start..<range.upperBound)
            {
                continue
            }
            if signature.name != nil {
                return unnamed.map { $0.hasRecipients && !signature.hasRecipients ? $0 : signature } ?? signature
            }
            if unnamed == nil, signature.hasRecipients || signature.capacity != nil { unnamed = signature }
        }
        return unnamed
    }

    private func first(_ items: [SourceItem], in range: Range<Int>) -> Signature? {
        var index = range.lowerBound
        while index < range.upperBound {
            switch items[index] {
            case .table(let table):
                if isSignature(table) { return read(items, index..<range.upperBound) }
            case .line(let line):
                if begins(line, at: index, items, range) { return read(items, index..<range.upperBound) }
            }
            index += 1
        }
        return nil
    }

    private func isSignature(_ table: Table) -> Bool {
        guard table.rows.count <= 20 else { return false }
        let lines = maker.lines([.table(table)])
        guard lines.count <= 120, !lines.contains(where: { Phrases.isNationalName($0.slug) }) else { return false }
        if lines.contains(where: { Phrases.isDistribution($0.slug) && $0.text.count < 60 }) { return true }
        if lines.contains(where: { Phrases.capacity($0.text) != nil && $0.isCapitals && $0.text.count < 120 }) {
            return lines.contains { SignerName.read($0.text) != nil } || lines.count < 12
        }
        guard let last = lines.last(where: { !$0.isEmpty }), SignerName.read(last.text) != nil else { return false }
        return lines.contains { Phrases.isPosition($0.slug) && ($0.isCapitals || $0.isBold || lines.count <= 6) }
    }

    private func begins(_ line: SourceLine, at index: Int, _ items: [SourceItem], _ range: Range<Int>) -> Bool {
        let pieces = line.columns
        if line.text.hasPrefix("Nơi nhận:"), !line.continuesParagraph { return true }
        for piece in pieces where piece.count < 120 {
            let slug = Slug.make(piece)
            if Phrases.isDistribution(slug), piece.hasSuffix(":") || piece.count < 14 || pieces.count > 1 {
                return true
            }
            if Phrases.capacity(piece) != nil, piece.isAllCapitals, piece.count < 100 { return true }
            if Phrases.isSigned(slug) { return true }
        }
        let isDisplayed = line.isCapitals || line.isBold || line.alignment == .end || line.isCentred
        guard isDisplayed, line.text.count < 90, Phrases.isPosition(line.slug), !line.text.hasSuffix(":"),
            !line.text.hasSuffix(";")
        else { return false }
        var seen = 0
        for item in items[(index + 1)..<range.upperBound] {
            guard let next = item.line else { return false }
            if next.isEmpty || next.isRule { continue }
            if SignerName.read(next.text) != nil || next.columns.contains(where: { SignerName.read($0) != nil }) {
                return true
            }
            seen += 1
            let isPart = next.isCapitals || Phrases.isSigned(next.slug) || Phrases.isPosition(next.slug)
            if seen > 5 || !isPart { return false }
        }
        return false
    }

    private func read(_ items: [SourceItem], _ range: Range<Int>) -> Signature {
        var signature = Signature(range: range.lowerBound..<range.lowerBound)
        var signing: [String] = []
        var isInRecipients = false
        var index = range.lowerBound
        while index < range.upperBound {
            switch items[index] {
            case .table(let table):
                guard isSignature(table) || (signature.lines.isEmpty) else {
                    return finished(signature, signing, index)
                }
                take(table, &signature, &signing)
            case .line(let line):
                if line.isEmpty || line.isRule { break }
                guard takes(line, isInRecipients: &isInRecipients, &signature, &signing) else {
                    return finished(signature, signing, index)
                }
            }
            index += 1
        }
        return finished(signature, signing, index)
    }

    private func take(_ table: Table, _ signature: inout Signature, _ signing: inout [String]) {
        let columns = table.rows.map(\.count).max() ?? 0
        for column in 0..<columns {
            var isInRecipients = false
            for row in table.rows where column < row.count {
                for line in maker.lines(row[column].blocks) {
                    for piece in line.columns {
                        signature.lines.append(piece)
                        if Phrases.isDistribution(Slug.make(piece)) { isInRecipients = true }
                        // The list of recipients has the left column to itself.
                        if isInRecipients, Phrases.capacity(piece) != nil && piece.isAllCapitals {
                            isInRecipients = false
                        }
                        if !isInRecipients { signing.append(piece) }
                    }
                }
            }
        }
    }

    private func takes(
        _ line: SourceLine, isInRecipients: inout Bool, _ signature: inout Signature, _ signing: inout [String]
    ) -> Bool {
        if Phrases.isAnnex(line) || Phrases.isNationalName(line.slug) { return false }
        let pieces = line.columns
        if let type = types.read(line), type.rest.isEmpty || line.isCapitals, line.isCapitals { return false }
        if pieces.contains(where: { Phrases.isDistribution(Slug.make($0)) }) { isInRecipients = true }
        var isPart = false
        for piece in pieces {
            let slug = Slug.make(piece)
            let isSigning =
                Self.parted(piece) != nil || (Phrases.capacity(piece) != nil && piece.isAllCapitals)
                || SignerName.read(piece) != nil
                || Phrases.isSigned(slug)
                || (piece.count < 90 && (piece.isAllCapitals || Phrases.isPosition(slug)) && !piece.hasSuffix(";"))
            if isSigning { signing.append(piece) }
            isPart = isPart || isSigning || Phrases.isDistribution(slug)
        }
        let isRecipient = line.text.first.map { "-–+*•".contains($0) } ?? false
        if isInRecipients, isRecipient || line.text.count < 110 { isPart = true }
        if line.text.hasPrefix("(") && line.text.count < 60 { isPart = true }
        if Phrases.isCarriedBy(Slug.make(line.text)) || line.slug.hasPrefix("mau-so-")
            || line.slug.hasPrefix("xac-thuc-")
        {
            return false
        }
        guard isPart else { return false }
        signature.lines.append(contentsOf: pieces)
        return true
    }

    /// “CHỦ TỊCH Lưu Văn Trung” on one line.
    static func parted(_ text: String) -> (position: String, name: String)? {
        let words = text.split(separator: " ")
        guard words.count >= 3, words.count <= 16 else { return nil }
        for count in 1..<(words.count - 1) {
            let position = words.prefix(count).joined(separator: " ")
            let name = words.dropFirst(count).joined(separator: " ")
            guard position.isAllCapitals, !name.isAllCapitals, SignerName.read(name) != nil,
                Phrases.isPosition(Slug.make(position)) || Phrases.capacity(position) != nil
            else { continue }
            return (position, name)
        }
        return nil
    }

    private func finished(_ signature: Signature, _ signing: [String], _ end: Int) -> Signature {
        var signature = signature
        signature.range = signature.range.lowerBound..<end
        let signing = signing.flatMap { piece in Self.parted(piece).map { [$0.position, $0.name] } ?? [piece] }
        guard
            let at = signing.firstIndex(where: { Phrases.capacity($0) != nil && $0.isAllCapitals })
                ?? signing.firstIndex(where: { Phrases.isPosition(Slug.make($0)) && SignerName.read($0) == nil })
        else {
            signature.name = signing.last { SignerName.read($0) != nil }.flatMap(SignerName.read)
            return signature
        }
        var capacities: [String] = []
        for text in signing[at...] {
            let slug = Slug.make(text)
            if let name = SignerName.read(text) {
                signature.name = name
                break
            }
            if Phrases.isSigned(slug) || text.hasPrefix("(") { continue }
            if Phrases.capacity(text) != nil {
                capacities.append(text)
            } else if text.isAllCapitals || Phrases.isPosition(slug) {
                if signature.position == nil {
                    signature.position = text
                } else if capacities.isEmpty || !text.isAllCapitals {
                    signature.position! += " " + text
                }
            }
        }
        if !capacities.isEmpty { signature.capacity = capacities.joined(separator: "; ") }
        return signature
    }
}
