import Diagnostics

// Links and images: resolved, made safe, and noted with their place.

/// A link whose text is being written.
struct OpenLink {
    enum Element { case anchor, state, broken, nothing }
    var element: Element
    /// Where its text began, to see whether there is any.
    var start: Int
    var destination: String
    var span: SourceSpan
}

extension BodyWriter {
    mutating func openLink(_ node: borrowing MarkdownWalker) {
        guard imageDepth == 0 else { return }
        let destination = node.destination
        let span = place(ofDestination: destination, line: node.startLine)
        var link = OpenLink(element: .nothing, start: 0, destination: destination, span: span)
        let title = node.title
        if destination.isEmpty {
            report(.emptyLink, span)
        } else if let state = StateMark.state(in: destination) {
            html.write("<span class=\"status status-")
            html.write(state)
            html.write("\">")
            link.element = .state
        } else if let scheme = URLScheme.forbidden(in: destination) {
            report(.unsafeURLDropped, span, scheme)
        } else {
            let target = target(of: destination, isImage: false, span)
            links.append(BodyLink(destination: destination, target: target, isImage: false, span: span))
            link.element = openElement(target, destination: destination, title: title)
        }
        link.start = html.count
        openLinks.append(link)
    }

    private mutating func openElement(_ target: LinkTarget, destination: String, title: String) -> OpenLink.Element {
        switch target {
        case .record(_, _, let href), .attachment(_, let href): openAnchor(href, title: title, isOutside: false)
        case .here(let anchor): openAnchor("#" + anchor, title: title, isOutside: false)
        case .outside: openAnchor(destination, title: title, isOutside: Self.isWeb(destination))
        case .broken:
            html.write("<span class=\"broken-link\">")
            return .broken
        }
        return .anchor
    }

    private mutating func openAnchor(_ href: String, title: String, isOutside: Bool) {
        html.write("<a href=\"")
        html.writeAddress(href)
        if isOutside { html.write("\" rel=\"noopener noreferrer") }
        if !title.isEmpty {
            html.write("\" title=\"")
            html.writeEscaped(title)
        }
        html.write("\">")
    }

    mutating func closeLink(_ node: borrowing MarkdownWalker) {
        guard imageDepth == 0, let link = openLinks.popLast() else { return }
        if html.count == link.start {
            if !link.destination.isEmpty { report(.emptyLink, link.span) }
            // Something to see and to click.
            html.writeEscaped(link.destination)
        }
        switch link.element {
        case .anchor: html.write("</a>")
        case .state, .broken: html.write("</span>")
        case .nothing: break
        }
    }

    // MARK: Images

    mutating func openImage(_ node: borrowing MarkdownWalker) {
        if imageDepth == 0 { alternative.removeAll(keepingCapacity: true) }
        imageDepth += 1
    }

    mutating func closeImage(_ node: borrowing MarkdownWalker) {
        imageDepth -= 1
        guard imageDepth == 0 else { return }
        let destination = node.destination
        let span = place(ofDestination: destination, line: node.startLine)
        if destination.isEmpty {
            report(.emptyLink, span)
            writeAlternative()
            return
        }
        if let scheme = URLScheme.forbidden(in: destination) {
            report(.unsafeURLDropped, span, scheme)
            writeAlternative()
            return
        }
        if alternative.isEmpty { report(.imageWithoutText, span, destination) }
        let target = target(of: destination, isImage: true, span)
        links.append(BodyLink(destination: destination, target: target, isImage: true, span: span))
        switch target {
        case .attachment(_, let href): writeImage(href, title: node.title)
        case .outside:
            report(.outsideImage, span, destination)
            // Inside a link there can be no second one.
            if openLinks.contains(where: { $0.element == .anchor }) {
                writeAlternative()
            } else {
                openAnchor(destination, title: node.title, isOutside: true)
                if alternative.isEmpty { html.writeEscaped(destination) } else { writeAlternative() }
                html.write("</a>")
            }
        case .record, .here, .broken: writeAlternative()
        }
    }

    private mutating func writeImage(_ address: String, title: String) {
        html.write("<img src=\"")
        html.writeAddress(address)
        html.write("\" alt=\"")
        writeAlternative()
        if !title.isEmpty {
            html.write("\" title=\"")
            html.writeEscaped(title)
        }
        html.write("\" loading=\"lazy\">")
    }

    private mutating func writeAlternative() {
        alternative.withUnsafeBufferPointer { html.writeEscaped($0) }
    }

    // MARK: Targets and places

    private mutating func target(of destination: String, isImage: Bool, _ span: SourceSpan) -> LinkTarget {
        if !isImage, destination.utf8.first == UInt8(ascii: "#") {
            return .here(anchor: Self.percentDecoded(destination.dropFirst()))
        }
        let target = resolve(destination, isImage)
        if destination.hasPrefix("//") {
            report(.networkAddress, span, destination, suggestion: "https:" + destination)
        }
        switch target {
        case .attachment, .outside: return target
        case .record, .here: if !isImage { return target }
        case .broken: break
        }
        let kind: DiagnosticKind =
            isImage ? .missingImage : destination.contains("attachments/") ? .missingAttachment : .brokenLink
        report(kind, span, destination, suggestion: AddressSlips.mended(destination, in: span.file))
        return .broken
    }

    private mutating func place(ofDestination destination: String, line: Int) -> SourceSpan {
        place(of: destination, line: line, afterBracket: true)
    }

    /// Where a text of the current block stands; its line alone when it is written otherwise there.
    mutating func place(of written: String, line: Int, afterBracket: Bool = false) -> SourceSpan {
        let start = lines.offset(ofLine: blockLines.lowerBound)
        let end = lines.offset(ofLine: max(blockLines.upperBound, blockLines.lowerBound + 1))
        if start < end, let range = linkSearch.find(written, in: start..<end, of: source, afterBracket: afterBracket) {
            return lines.span(range)
        }
        let best = blockLines.contains(line) ? line : blockLines.lowerBound
        return lines.span(line: max(best, 1), column: 1)
    }

    private static func isWeb(_ destination: String) -> Bool {
        guard let scheme = URLScheme.scheme(of: destination) else { return destination.hasPrefix("//") }
        return scheme == "http" || scheme == "https"
    }

    private static func percentDecoded(_ text: Substring) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
        var decoded: [UInt8] = []
        var bytes = Array(text.utf8)[...]
        while let byte = bytes.popFirst() {
            let digits = bytes.prefix(2)
            if byte == UInt8(ascii: "%"), digits.count == 2,
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            {
                decoded.append(value)
                bytes.removeFirst(2)
            } else {
                decoded.append(byte)
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }
}
