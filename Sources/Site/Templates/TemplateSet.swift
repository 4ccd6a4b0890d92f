import Diagnostics
import Output
import Records
import VietnameseText

/// The templates, interface strings and assets of a site, checked and ready to render pages in one language.
public struct TemplateSet: Sendable {
    /// Language of the interface.
    public let language: Language
    let strings: InterfaceStrings
    let programs: [PageTemplate: TemplateProgram]
    /// Groups of words that mean the same, for the search of every site that is built with these templates.
    /// Each group begins with an empty spelling: its last word is that of the texts, and stands for itself alone.
    public let synonyms: [[String]]
    /// What goes into the site under `assets/`, the client's strings among it.
    let assets: PublishedAssets

    /// Checks and compiles everything at once, so that all mistakes are reported together.
    ///
    /// The set is nil when any of them is an error: a page is never rendered from a template that names what is not there.
    public static func compile(
        _ source: TemplateFiles, language: Language
    ) -> (templates: TemplateSet?, diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        let parsedStrings = InterfaceStringsFile.parse(file: stringsPath, bytes: source.files[stringsPath] ?? [])
        diagnostics += parsedStrings.diagnostics
        let strings = InterfaceStrings(parsedStrings.strings, language: language)

        var templates: [String: ParsedTemplate] = [:]
        for (path, bytes) in source.files where path.hasSuffix(suffix) {
            let template = TemplateParser.parse(file: path, bytes: bytes)
            templates[String(path.dropLast(suffix.count))] = template
            diagnostics += template.diagnostics + InlineCodeCheck.diagnostics(file: path, bytes: bytes)
        }
        let synonyms = source.files[synonymsPath].map { VocabularyParser.synonyms($0, file: synonymsPath) }
        diagnostics += synonyms?.problems ?? []
        let (joined, bundleDiagnostics) = assets(of: source, strings: strings)
        let assets = PublishedAssets(joined, sources: source.files)
        diagnostics += bundleDiagnostics + assets.diagnostics

        var compiler = TemplateCompiler(templates: templates, strings: strings, assets: assets)
        var programs: [PageTemplate: TemplateProgram] = [:]
        for page in PageTemplate.allCases { programs[page] = compiler.compile(page: page.rawValue, shape: page.shape) }
        diagnostics += compiler.diagnostics.oncePerPlace()

        diagnostics += missing(from: strings)
        for name in templates.keys where !compiler.usedTemplates.contains(name) {
            diagnostics.append(Diagnostic(.unusedTemplate, at: SourceSpan(file: name + suffix), name))
        }
        let used = compiler.usedStrings.union(StringKey.required.map(\.name))
        for string in parsedStrings.strings where !used.contains(string.key) && !string.isForClient {
            diagnostics.append(Diagnostic(.unusedString, at: string.span, string.key))
        }
        let ordered = diagnostics.inSourceOrder()
        guard !ordered.hasErrors else { return (nil, ordered) }
        return (
            TemplateSet(
                language: language, strings: strings, programs: programs,
                synonyms: synonyms?.groups.map { [""] + $0.terms } ?? [],
                assets: assets), ordered
        )
    }

    /// The strings that Swift asks for and the file lacks.
    private static func missing(from strings: InterfaceStrings) -> [Diagnostic] {
        StringKey.required.filter { strings.text($0.name) == nil }.map {
            Diagnostic(
                .unknownString, at: SourceSpan(file: stringsPath), $0.name,
                suggestion: Spelling.nearest($0.name, among: strings.keys.sorted()))
        }
    }

    /// What is published, by the paths that templates give.
    private static func assets(
        of source: TemplateFiles, strings: InterfaceStrings
    ) -> (assets: [String: [UInt8]], diagnostics: [Diagnostic]) {
        let folder = AssetMentions.folder
        var files: [String: [UInt8]] = [:]
        for (path, bytes) in source.files where path.hasPrefix(folder) {
            files[String(path.dropFirst(folder.count))] = AssetTrimming.published(path: path, bytes: bytes)
        }
        files[String(ClientStrings.path.dropFirst(folder.count))] = ClientStrings.script(strings)
        let (joined, diagnostics) = AssetBundles(bytes: source.files[AssetBundles.path] ?? []).joined(files)
        return (Dictionary(uniqueKeysWithValues: joined.map { (folder + $0.key, $0.value) }), diagnostics)
    }

    func render(_ page: PageTemplate, _ fields: TemplateFields, reserving capacity: Int = 8192) -> [UInt8] {
        programs[page]?.render(fields, reserving: capacity) ?? []
    }

    private static let suffix = ".mustache"
    private static let stringsPath = "strings.ini"
    /// Words that mean the same, shipped with the templates; those of the content stand in its own vocabulary.
    public static let synonymsPath = "vocabulary/synonyms-vi.yml"
}

extension [Diagnostic] {
    /// A partial is compiled for every page that includes it; one mistake in it is reported once, for the first page.
    fileprivate func oncePerPlace() -> [Diagnostic] {
        var seen: Set<SourceSpan> = []
        return filter { seen.insert($0.span).inserted }
    }
}
