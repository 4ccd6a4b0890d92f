import Building
import Diagnostics
import FoundationEssentials
import Output
import Records
import Site

/// The site in memory, kept up to date with the folders. Pages are rendered when they are asked for.
///
/// While the content has errors, the site stays as it was before them.
public actor PreviewSite {
    private struct Shown {
        var site: AssembledSite
        var pages: [String: SitePage]
    }

    private let build: SiteBuild
    /// The content folder, without a closing slash.
    private let content: String
    private let markup: PreviewMarkup
    private let words: Words
    private var memo = BuildMemo()
    private var shown: Shown?
    private var errors: [Diagnostic] = []
    private var failure: String?
    private var told: [Diagnostic]?
    private var rounds = Rounds()
    private let index = PreviewIndex()
    /// What the last finished look at the folders left, for an editor; nil where there is none.
    private var finished: Finished?
    private let hasEditor: Bool
    private var drafts = DraftedPages()

    /// A finished look at the folders.
    public struct Finished: Sendable {
        /// Counts the looks.
        public var round: Int
        public var memo: BuildMemo
        /// The site as it is shown: with errors in the content, as it was before them. Nil while there was none without errors.
        public var shown: AssembledSite?
    }

    /// How diagnostics are told.
    public struct Words: Sendable {
        public var language: Language
        public var toolVersion: String
        /// A file of the content or the templates as the editor knows it.
        public var displayPath: @Sendable (String) -> String
        /// Told of every report that differs from the one before.
        public var tell: @Sendable (BuildReport) -> Void
        /// Told of every report, for its times.
        public var tellTimes: @Sendable (BuildReport) -> Void

        public init(
            language: Language, toolVersion: String, displayPath: @escaping @Sendable (String) -> String,
            tell: @escaping @Sendable (BuildReport) -> Void,
            tellTimes: @escaping @Sendable (BuildReport) -> Void = { _ in }
        ) {
            self.language = language
            self.toolVersion = toolVersion
            self.displayPath = displayPath
            self.tell = tell
            self.tellTimes = tellTimes
        }
    }

    /// - Parameter hasEditor: Whether an editor asks for what the looks at the folders leave.
    public init(_ options: BuildOptions, words: Words, hasEditor: Bool = false) throws {
        self.hasEditor = hasEditor
        build = SiteBuild(options)
        content = ContentFolder(options.content).path
        markup = try PreviewMarkup(templates: options.templates)
        self.words = words
    }

    // MARK: Following the folders

    /// Looks at the folders and makes of the site what an edit touched. One call at a time.
    func refresh() async {
        // The memo is moved out: two refreshes at once would each lose what the other learnt.
        var memo = self.memo
        self.memo = BuildMemo()
        do {
            let (site, report) = try await build.assembled(&memo)
            failure = nil
            errors = report.diagnostics.filter { $0.severity == .error }
            if let site { show(site) }
            words.tellTimes(report)
            if told != report.diagnostics {
                told = report.diagnostics
                words.tell(report)
            }
        } catch {
            failure = "\(error)"
        }
        self.memo = memo
        if hasEditor { finished = Finished(round: rounds.number + 1, memo: memo, shown: shown?.site) }
        rounds.begin()
    }

    /// Shows at once what files that were just saved say, where that can be told from them alone; all else, and whether it
    /// was right, is `refresh`'s.
    func glance(at files: Set<String>) {
        guard failure == nil, errors.isEmpty, files.count <= Self.mostGlances, let before = shown?.site else { return }
        var site = before
        for file in files.sorted() where file.hasPrefix(content + "/") {
            let path = String(file.dropFirst(content.utf8.count + 1))
            guard let changed = try? build.glance(at: path, from: site, memo) else { continue }
            site = changed
        }
        show(site)
        rounds.begin()
    }

    private static let mostGlances = 8

    private func show(_ site: AssembledSite) {
        if var shown, shown.site.generation == site.generation {
            shown.site = site
            self.shown = shown
        } else {
            let pages = Dictionary(site.builder.pages.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
            shown = Shown(site: site, pages: pages)
        }
    }

    // MARK: For an editor

    /// The name of the query's parameter that asks for a page that is not saved yet.
    public static let draftParameter = "ban-nhap"

    /// What the last finished look at the folders left; waits for one that is newer than a round.
    public func look(after round: Int = -1) async -> Finished {
        while true {
            if let finished, finished.round > round { return finished }
            await nextRound(within: .seconds(60))
        }
    }

    /// Keeps a page that is not saved yet, to be shown under a key that nobody guesses.
    /// - Parameter html: The page as the site would have it.
    public func keepDraft(_ html: [UInt8]) -> String { drafts.keep(markup.draftedPage(html)) }

    func draft(_ key: String) -> [UInt8]? { drafts[key] }

    func isAttachment(_ path: String) -> Bool { shown?.site.attachments[path] != nil }

    // MARK: Answering

    /// A file of the site, and whether it is what was asked for rather than the page that says there is none.
    func file(_ path: String) async throws -> (file: OutputFile, isFound: Bool)? {
        guard let shown else { return nil }
        if let page = shown.pages[path] { return (shown.site.file(page), true) }
        if path.hasPrefix("search/"), let file = try await index.file(path, of: shown.site) { return (file, true) }
        if let attachment = shown.site.attachments[path] { return (try shown.site.attachment(attachment), true) }
        if let file = try shown.site.staticFile(path) { return (file, true) }
        return shown.pages["404.html"].map { (shown.site.file($0), false) }
    }

    /// Whether a page stands at a path.
    func has(_ path: String) -> Bool { shown?.pages[path] != nil }

    /// A page as the preview shows it, with its script; the page that waits when there is no site yet.
    func page(_ html: [UInt8]?) -> [UInt8] {
        let html = html ?? markup.waiting
        return markup.page(html, tag: tag(of: html))
    }

    var script: [UInt8] { markup.script }
    var draftScript: [UInt8] { markup.draftScript }
    var style: [UInt8] { markup.style }

    /// What a page is known by: its bytes and what it is shown with. Tags of another run of the command differ.
    private func tag(of html: [UInt8]) -> String {
        var hasher = Hasher()
        hasher.combine(html)
        hasher.combine(shown?.site.templatesGeneration)
        return String(UInt(bitPattern: hasher.finalize()), radix: 16)
    }

    /// How things stand with a page, as soon as that is something else than the page knows, or after a while.
    func state(of path: String, knownTag: String, knownReport: String, patience: Duration) async throws -> PreviewState
    {
        let end = ContinuousClock.now + patience
        while true {
            let round = rounds.number
            let state = try await state(of: path)
            if state.tag != knownTag || state.reportTag != knownReport { return state }
            let left = end - ContinuousClock.now
            guard left > .zero else { return state }
            // What was made while the state was worked out is looked at before anybody waits.
            if round == rounds.number { await nextRound(within: left) }
        }
    }

    private func state(of path: String) async throws -> PreviewState {
        let html = try await file(path)?.file.bytes ?? markup.waiting
        let report =
            errors.isEmpty
            ? nil
            : JSONReport(
                errors, toolVersion: words.toolVersion, language: words.language, displayPath: words.displayPath)
        var hasher = Hasher()
        hasher.combine(errors)
        hasher.combine(failure)
        return PreviewState(
            tag: tag(of: html), reportTag: String(UInt(bitPattern: hasher.finalize()), radix: 16), report: report,
            failure: failure, words: PreviewState.Words(words.language))
    }

    private func nextRound(within time: Duration) async {
        await withCheckedContinuation { continuation in
            let id = rounds.join(continuation)
            Task {
                try? await Task.sleep(for: time)
                self.release(id)
            }
        }
    }

    private func release(_ id: Int) { rounds.release(id) }
}
