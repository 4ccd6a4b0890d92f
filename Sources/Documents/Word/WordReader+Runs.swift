// Runs: what a paragraph holds besides its properties.

extension WordReader {
    struct RunState {
        var style: WordStyles.Properties?
        /// Inside a field's code, which is no text.
        var fieldDepth = 0
        var codeDepths: Set<Int> = []
        var isInCode: Bool { !codeDepths.isEmpty }
    }

    mutating func readInline(
        _ name: String, _ events: XMLEvents, into runs: inout [Run], _ state: inout RunState
    ) throws(ReadingError) {
        switch name {
        case "r": try readRun(events, into: &runs, &state)
        case "ins", "moveTo":
            document.remarks.insert(.trackedChanges)
            try readInlineChildren(events, into: &runs, &state)
        case "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "AlternateContent", "Choice",
            "dir",
            "bdo":
            try readInlineChildren(events, into: &runs, &state)
        case "oMath", "oMathPara": try readFormula(events, into: &runs)
        case "del", "moveFrom":
            document.remarks.insert(.trackedChanges)
            try events.skip()
        default: try events.skip()
        }
    }

    mutating func readInlineChildren(
        _ events: XMLEvents, into runs: inout [Run], _ state: inout RunState
    ) throws(ReadingError) {
        nesting += 1
        defer { nesting -= 1 }
        guard nesting <= limits.nesting else { throw .tooLarge }
        while true {
            switch try events.next() {
            case .start(let name): try readInline(name, events, into: &runs, &state)
            case .end, .finished: return
            case .text: break
            }
        }
    }

    /// The text of a formula in reading order.
    func readFormula(_ events: XMLEvents, into runs: inout [Run]) throws(ReadingError) {
        var depth = 1
        var isText = false
        while depth > 0 {
            switch try events.next() {
            case .start(let name):
                depth += 1
                isText = name == "t"
            case .end:
                depth -= 1
                isText = false
            case .text(let text): if isText { runs.append(Run(.text(text))) }
            case .finished: return
            }
        }
    }

    mutating func readRun(
        _ events: XMLEvents, into runs: inout [Run], _ state: inout RunState
    ) throws(ReadingError) {
        let style = state.style ?? styles.properties(of: nil)
        var own = WordStyles.Properties()
        var template = Run(.tab, font: style.font, isBold: style.isBold ?? false, isCapitals: style.isCapitals ?? false)
        var isHidden = style.isHidden ?? false
        while true {
            let name: String
            switch try events.next() {
            case .start(let started): name = started
            case .end, .finished: return
            case .text: continue
            }
            func add(_ content: Run.Content) {
                guard !state.isInCode else { return }
                if isHidden {
                    document.remarks.insert(.hiddenText)
                    return
                }
                var run = template
                run.content = content
                runs.append(run)
            }
            switch name {
            case "rPr":
                try WordStyles.readRun(events, into: &own)
                template.font = own.font ?? template.font
                template.isBold = own.isBold ?? template.isBold
                template.isCapitals = own.isCapitals ?? template.isCapitals
                isHidden = own.isHidden ?? isHidden
            case "t": add(.text(try Self.text(events)))
            case "tab", "ptab":
                add(.tab)
                try events.skip()
            case "br", "cr":
                add(events.attribute("type") == "page" ? .text(" ") : .lineBreak)
                try events.skip()
            case "noBreakHyphen":
                add(.text("-"))
                try events.skip()
            case "softHyphen":
                add(.text("\u{AD}"))
                try events.skip()
            case "sym":
                let code = events.attribute("char").flatMap { UInt32($0, radix: 16) } ?? 0
                if let text = SymbolFonts.character(code: code, font: events.attribute("font") ?? "") {
                    add(.text(text))
                }
                try events.skip()
            case "footnoteReference", "endnoteReference":
                let part = name == "footnoteReference" ? "footnotes" : "endnotes"
                if let id = events.attribute("id") { add(.note(noteIndex(part, id))) }
                try events.skip()
            case "fldChar":
                switch events.attribute("fldCharType") {
                case "begin":
                    state.fieldDepth += 1
                    state.codeDepths.insert(state.fieldDepth)
                case "separate": state.codeDepths.remove(state.fieldDepth)
                case "end":
                    state.codeDepths.remove(state.fieldDepth)
                    state.fieldDepth = max(0, state.fieldDepth - 1)
                default: break
                }
                try events.skip()
            case "drawing", "pict", "object":
                if name == "object" { document.remarks.insert(.embeddedObjects) }
                for image in try readDrawing(events) { add(.image(image)) }
            case "AlternateContent":
                for image in try readDrawing(events) { add(.image(image)) }
            default: try events.skip()
            }
        }
    }

    static func text(_ events: XMLEvents) throws(ReadingError) -> String {
        var text = ""
        while true {
            switch try events.next() {
            case .text(let part): text += part
            case .start: try events.skip()
            case .end, .finished: return text
            }
        }
    }

    mutating func noteIndex(_ part: String, _ id: String) -> Int {
        let key = "\(part)/\(id)"
        if let index = noteIndexes[key] { return index }
        noteIndexes[key] = noteOrder.count
        noteOrder.append((part, id))
        return noteOrder.count - 1
    }

    /// Pictures and text boxes of a drawing. `Fallback` repeats what `Choice` has.
    mutating func readDrawing(_ events: XMLEvents) throws(ReadingError) -> [String] {
        nesting += 1
        defer { nesting -= 1 }
        guard nesting <= limits.nesting else { throw .tooLarge }
        var images: [String] = []
        var depth = 1
        while depth > 0 {
            switch try events.next() {
            case .start("Fallback"): try events.skip()
            case .start("txbxContent"):
                document.remarks.insert(.textBoxes)
                let outer = boxed
                boxed = []
                let inner = try readBlocks(events)
                boxed = outer + inner
            case .start(let name):
                depth += 1
                if name == "blip" || name == "imagedata", let id = events.attribute(name == "blip" ? "embed" : "id"),
                    let image = image(relation: id)
                {
                    images.append(image)
                }
                if name == "textpath", let text = events.attribute("string") { document.marginTexts.append(text) }
            case .end: depth -= 1
            case .finished: return images
            case .text: break
            }
        }
        return images
    }

    /// A picture that browsers show; the others are left out and said so.
    mutating func image(relation id: String) -> String? {
        guard let target = relations[id], target.hasPrefix("media/"), let bytes = entries["word/" + target] else {
            return nil
        }
        let name = String(target.dropFirst("media/".count))
        guard let ending = ImageFormat.ending(of: bytes), !name.contains("/"), !name.contains("\\") else {
            document.remarks.insert(.imagesLeftOut)
            return nil
        }
        let stem = name.split(separator: ".").first.map(String.init) ?? "image"
        let final = "\(stem).\(ending)"
        document.images[final] = bytes
        return final
    }
}
