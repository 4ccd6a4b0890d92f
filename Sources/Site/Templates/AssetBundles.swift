import Diagnostics
import VietnameseText

/// Assets that are published as one file: fewer requests, and text that is compressed together gets smaller.
///
/// `bundles.txt` has a line for each, `search.js = client.js page.js`: the file of `assets/` that is published, and the
/// files of `assets/` that it is made of, in order, which are then not published on their own. `#` begins a comment line.
struct AssetBundles {
    static let path = "bundles.txt"

    /// At the beginning of a script it holds for the whole of it, and further on it means nothing (ECMAScript, 11.2.1): of
    /// a bundle's parts the first alone keeps it.
    private static let directive = Array("\"use strict\";".utf8)

    private struct Part {
        var name: String
        var span: SourceSpan
    }

    private var bundles: [(name: String, parts: [Part])] = []

    init(bytes: [UInt8]) {
        let lines = String(decoding: bytes, as: UTF8.self).split(omittingEmptySubsequences: false) { $0.isNewline }
        for (index, line) in lines.enumerated() where line.first != "#" {
            var words: [Part] = []
            for word in line.split(whereSeparator: { $0.isWhitespace || $0 == "=" }) {
                let column = line[..<word.startIndex].unicodeScalars.count + 1
                let span = SourceSpan(
                    file: Self.path, line: index + 1, column: column, length: word.unicodeScalars.count)
                words.append(Part(name: String(word), span: span))
            }
            guard let target = words.first else { continue }
            // A line that names nothing to join is read as naming itself, and then the file must be there.
            bundles.append((target.name, words.count > 1 ? Array(words.dropFirst()) : [target]))
        }
    }

    /// Puts the bundles in the place of their parts; a part that is not there is reported.
    ///
    /// - Parameter files: Assets by their name below `assets/`, trimmed.
    func joined(_ files: [String: [UInt8]]) -> (files: [String: [UInt8]], diagnostics: [Diagnostic]) {
        var published = files
        var diagnostics: [Diagnostic] = []
        for part in bundles.flatMap(\.parts) { published[part.name] = nil }
        for (name, parts) in bundles {
            var bytes: [UInt8] = []
            for part in parts {
                guard let piece = files[part.name] else {
                    diagnostics.append(
                        Diagnostic(
                            .missingAsset, at: part.span, part.name,
                            suggestion: Spelling.nearest(part.name, among: files.keys.sorted())))
                    continue
                }
                let repeatsDirective = bytes.starts(with: Self.directive) && piece.starts(with: Self.directive)
                bytes += repeatsDirective ? piece.dropFirst(Self.directive.count) : piece[...]
                // Scripts must not run into each other: `})()` before `(() =>` would be a call.
                if name.hasSuffix(".js"), piece.last(where: { $0 > UInt8(ascii: " ") }) != UInt8(ascii: ";") {
                    bytes += (bytes.last == UInt8(ascii: "\n") ? ";" : "\n;").utf8
                }
                if bytes.last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
            }
            published[name] = bytes
        }
        return (published, diagnostics)
    }
}
