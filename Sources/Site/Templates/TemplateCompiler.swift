import Diagnostics
import Encodings
import VietnameseText

/// Turns parsed templates into programs, one per page, and reports every name that means nothing.
///
/// Partials and parents are worked in, interface strings become plain bytes, and each name is looked up in the
/// shapes of the scopes that are open at its place, innermost first. The look-up is by shape, not by what one page
/// happens to hold: a missing inner value never shows an outer one of the same name in its stead.
struct TemplateCompiler {
    let templates: [String: ParsedTemplate]
    let strings: InterfaceStrings
    let assets: PublishedAssets
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var usedStrings: Set<String> = []
    private(set) var usedTemplates: Set<String> = []

    private typealias Scope = [String: TemplateShape]

    /// Where the compiler stands: the page it works for, the open scopes, what fills blocks, the open files.
    private struct Place {
        var page: String
        var scopes: [Scope]
        var fills: [String: [TemplateNode]] = [:]
        var trail: [String]
    }

    init(templates: [String: ParsedTemplate], strings: InterfaceStrings, assets: PublishedAssets) {
        self.templates = templates
        self.strings = strings
        self.assets = assets
    }

    /// The program of a page; `span` is where a missing template is reported.
    mutating func compile(page: String, shape: [String: TemplateShape]) -> TemplateProgram {
        let place = Place(page: page, scopes: [shape], trail: [])
        let name = TemplateName(text: page, span: SourceSpan(file: "\(page).mustache"))
        return TemplateProgram(steps: Self.joined(include(name, place)))
    }

    // MARK: Nodes

    private mutating func steps(_ nodes: [TemplateNode], _ place: Place) -> [TemplateStep] {
        var steps: [TemplateStep] = []
        for node in nodes {
            switch node {
            case .text(let bytes, let span): steps.append(.bytes(namingAssets(bytes, span)))
            case .value(let name, let isMarkup):
                if let step = value(name, isMarkup, place) { steps.append(step) }
            case .section(let name, let isInverted, let inner):
                if let step = section(name, isInverted, inner, place) { steps.append(step) }
            case .partial(let name):
                steps += include(name, place)
            case .parent(let name, let inner):
                steps += parent(name, inner, place)
            case .block(let name, let standard):
                var inside = place
                let filled = inside.fills.removeValue(forKey: name.text)
                steps += self.steps(filled ?? standard, inside)
            }
        }
        return steps
    }

    private mutating func value(_ name: TemplateName, _ isMarkup: Bool, _ place: Place) -> TemplateStep? {
        if let key = name.stringKey {
            guard let text = string(key, name) else { return nil }
            if isMarkup || text.contains("{") {
                diagnostics.append(Diagnostic(.misusedTemplateName, at: name.span, name.text))
            }
            var bytes: [UInt8] = []
            Escaping.append(text, to: &bytes)
            return .bytes(bytes)
        }
        guard let (address, shape) = resolve(name, place) else { return nil }
        switch (shape, isMarkup) {
        case (.text, false), (.markup, true): return .value(address)
        default:
            diagnostics.append(Diagnostic(.misusedTemplateName, at: name.span, name.text))
            return nil
        }
    }

    private mutating func section(
        _ name: TemplateName, _ isInverted: Bool, _ inner: [TemplateNode], _ place: Place
    ) -> TemplateStep? {
        if name.stringKey != nil {
            diagnostics.append(Diagnostic(.misusedTemplateName, at: name.span, name.text))
            return nil
        }
        guard let (address, shape) = resolve(name, place) else { return nil }
        var inside = place
        switch shape {
        case .object(let fields) where !isInverted, .list(let fields) where !isInverted:
            inside.scopes.append(fields)
            return .each(address, Self.joined(steps(inner, inside)))
        default:
            let steps = Self.joined(steps(inner, inside))
            return isInverted ? .absent(address, steps) : .present(address, steps)
        }
    }

    // MARK: Files

    private mutating func include(_ name: TemplateName, _ place: Place) -> [TemplateStep] {
        guard let template = templates[name.text] else {
            diagnostics.append(
                Diagnostic(
                    .missingTemplate, at: name.span, name.text,
                    suggestion: Spelling.nearest(name.text, among: templates.keys.sorted())))
            return []
        }
        guard !place.trail.contains(name.text) else {
            let circle = (place.trail + [name.text]).joined(separator: " → ")
            diagnostics.append(Diagnostic(.templateCycle, at: name.span, circle))
            return []
        }
        usedTemplates.insert(name.text)
        var inside = place
        inside.trail.append(name.text)
        return steps(template.nodes, inside)
    }

    private mutating func parent(_ name: TemplateName, _ inner: [TemplateNode], _ place: Place) -> [TemplateStep] {
        let declared = blocks(of: name.text, trail: [])
        var fills: [String: [TemplateNode]] = [:]
        for node in inner {
            switch node {
            case .block(let block, let content):
                if !declared.contains(block.text), templates[name.text] != nil {
                    diagnostics.append(
                        Diagnostic(
                            .unknownBlock, at: block.span, block.text, name.text,
                            suggestion: Spelling.nearest(block.text, among: declared.sorted())))
                }
                fills[block.text] = content
            case .text(let bytes, let span):
                let shown = bytes.first { $0 > UInt8(ascii: " ") }
                if shown != nil { diagnostics.append(Diagnostic(.unknownBlock, at: span, "", name.text)) }
            case .value(let lost, _), .section(let lost, _, _), .partial(let lost), .parent(let lost, _):
                diagnostics.append(Diagnostic(.unknownBlock, at: lost.span, lost.text, name.text))
            }
        }
        var inside = place
        inside.fills = fills.merging(place.fills) { _, outer in outer }
        return include(name, inside)
    }

    /// The blocks that a template and what it includes can have filled.
    private func blocks(of file: String, trail: [String]) -> Set<String> {
        guard let template = templates[file], !trail.contains(file) else { return [] }
        return blocks(in: template.nodes, trail: trail + [file])
    }

    private func blocks(in nodes: [TemplateNode], trail: [String]) -> Set<String> {
        nodes.reduce(into: []) { found, node in
            switch node {
            case .block(let name, let inner): found.formUnion(blocks(in: inner, trail: trail).union([name.text]))
            case .section(_, _, let inner), .parent(_, let inner): found.formUnion(blocks(in: inner, trail: trail))
            case .partial(let name): found.formUnion(blocks(of: name.text, trail: trail))
            case .text, .value: break
            }
        }
    }

    // MARK: Names

    private mutating func resolve(_ name: TemplateName, _ place: Place) -> (TemplateAddress, TemplateShape)? {
        let parts = name.text.split(separator: ".").map(String.init)
        guard let first = parts.first else { return nil }
        for (depth, scope) in place.scopes.enumerated().reversed() {
            guard var shape = scope[first] else { continue }
            var names = scope
            for (index, part) in parts.enumerated().dropFirst() {
                guard case .object(let fields) = shape, let inner = fields[part] else {
                    if case .object(let fields) = shape { names = fields }
                    report(name, part, among: names.keys, prefix: parts[..<index], place)
                    return nil
                }
                shape = inner
            }
            return (TemplateAddress(scope: depth, first: first, rest: Array(parts.dropFirst())), shape)
        }
        report(name, first, among: Set(place.scopes.flatMap(\.keys)), prefix: [], place)
        return nil
    }

    private mutating func report(
        _ name: TemplateName, _ part: String, among names: some Sequence<String>, prefix: ArraySlice<String>,
        _ place: Place
    ) {
        let known = names.sorted()
        let nearest = Spelling.nearest(part, among: known).map { (prefix + [$0]).joined(separator: ".") }
        diagnostics.append(
            Diagnostic(
                .unknownTemplateName, at: name.span, name.text, place.page, known.joined(separator: ", "),
                suggestion: nearest))
    }

    private mutating func string(_ key: String, _ name: TemplateName) -> String? {
        usedStrings.insert(key)
        if let text = strings.text(key) { return text }
        diagnostics.append(
            Diagnostic(
                .unknownString, at: name.span, key, suggestion: Spelling.nearest(key, among: strings.keys.sorted())))
        return nil
    }

    /// Text with the published names of the assets that it names, which must exist.
    private mutating func namingAssets(_ bytes: [UInt8], _ span: SourceSpan) -> [UInt8] {
        assets.naming(bytes) { mention in
            var place = PlaceCounter(file: span.file, bytes: bytes).span(mention.range.lowerBound)
            if place.line == 1 { place.column += span.column - 1 }
            place.line += span.line - 1
            diagnostics.append(assets.missing(mention.path, at: place))
        }
    }

    /// Neighbouring bytes made one step.
    private static func joined(_ steps: [TemplateStep]) -> [TemplateStep] {
        steps.reduce(into: []) { joined, step in
            if case .bytes(let bytes) = step, case .bytes(let before)? = joined.last {
                joined[joined.count - 1] = .bytes(before + bytes)
            } else {
                joined.append(step)
            }
        }
    }
}

extension TemplateName {
    /// The key in `{{t.key}}`: an interface string.
    fileprivate var stringKey: String? { text.hasPrefix("t.") ? String(text.dropFirst(2)) : nil }
}
