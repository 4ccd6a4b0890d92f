import Diagnostics
import Hashing
import Output
import VietnameseText

/// Styles, scripts and pictures of the site under the names that they are published by: each has a digest of the file in it,
/// `assets/site.3fa9c1d2.css` for `assets/site.css`.
///
/// A changed file thus has another name. Browsers may keep what they have for good, and a page never meets a script or style of
/// another release. Templates, scripts and style sheets name assets as the templates' folder does; the published names are put in
/// their place here and nowhere else. The digest of a script covers the names that it gives, so a script changes its name together
/// with those that it loads.
struct PublishedAssets {
    /// In the order of their paths.
    private(set) var files: [OutputFile] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Path in the site by the path that templates give.
    private var names: [String: String] = [:]

    /// - Parameters:
    ///   - assets: What is published, by the path that templates give.
    ///   - sources: Files of the templates' folder, for the places of mistakes.
    init(_ assets: [String: [UInt8]], sources: [String: [UInt8]]) {
        for path in assets.keys.sorted() { publish(path, from: assets, trail: []) }
        files.sort { $0.path < $1.path }
        for (file, bytes) in sources.sorted(by: { $0.key < $1.key }) where file.hasPrefix(AssetMentions.folder) {
            let places = PlaceCounter(file: file, bytes: bytes)
            for mention in AssetMentions.inAsset(file, bytes) where names[mention.path] == nil {
                diagnostics.append(missing(mention.path, at: places.span(mention.range.lowerBound)))
            }
        }
    }

    /// The text of a template with the published names.
    ///
    /// - Parameter report: Takes a name of no asset, with its offset.
    func naming(_ bytes: [UInt8], report: (AssetMentions.Mention) -> Void = { _ in }) -> [UInt8] {
        Self.replacing(AssetMentions.inMarkup(bytes), in: bytes) { mention in
            if names[mention.path] == nil { report(mention) }
            return names[mention.path]
        }
    }

    /// What is said of a name that no asset has.
    func missing(_ path: String, at place: SourceSpan) -> Diagnostic {
        var place = place
        place.length = path.unicodeScalars.count
        return Diagnostic(
            .missingAsset, at: place, path, suggestion: Spelling.nearest(path, among: names.keys.sorted()))
    }

    /// `assets/site.css` with a digest of the bytes before its extension. Eight hexadecimal digits tell apart the few versions of
    /// one file that a browser may ever see.
    static func name(_ path: String, of bytes: [UInt8]) -> String {
        let digest = SHA256.hash(bytes).hexadecimal.prefix(8)
        guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return "\(path).\(digest)" }
        return "\(path[..<dot]).\(digest)\(path[dot...])"
    }

    private mutating func publish(_ path: String, from assets: [String: [UInt8]], trail: [String]) {
        guard names[path] == nil, let plain = assets[path] else { return }
        guard !trail.contains(path) else {
            // Neither of the two could have its name before the other.
            let circle = (trail + [path]).joined(separator: " → ")
            diagnostics.append(Diagnostic(.templateCycle, at: SourceSpan(file: path), circle))
            return
        }
        let mentions = AssetMentions.inAsset(path, plain)
        for mention in mentions { publish(mention.path, from: assets, trail: trail + [path]) }
        let bytes = Self.replacing(mentions, in: plain) { names[$0.path] }
        let name = Self.name(path, of: bytes)
        names[path] = name
        files.append(OutputFile(path: name, bytes: bytes))
    }

    /// In style sheets a name stands without the folder, and so does what takes its place.
    private static func replacing(
        _ mentions: [AssetMentions.Mention], in bytes: [UInt8], by name: (AssetMentions.Mention) -> String?
    ) -> [UInt8] {
        var replaced: [UInt8] = []
        var end = 0
        for mention in mentions {
            guard let name = name(mention) else { continue }
            replaced += bytes[end..<mention.range.lowerBound]
            replaced += name.utf8.dropFirst(mention.path.utf8.count - mention.range.count)
            end = mention.range.upperBound
        }
        return end == 0 ? bytes : replaced + bytes[end...]
    }
}
