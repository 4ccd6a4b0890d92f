import Citations
import Documents
import Foundation
import OfficialText
import Records
import VietnameseText

/// Imports files into a content folder, one after another: what an earlier file added to the vocabulary serves later ones.
public struct Importer {
    let folder: String
    let options: ImportOptions
    var content: Content
    /// Paths written or, in a dry run, to be written.
    var taken: Set<String> = []
    /// Files that were converted ahead of their import, by path.
    private var converted: [String: [UInt8]] = [:]

    public init(folder: String, content: Content, options: ImportOptions) {
        self.folder = folder
        self.content = content
        self.options = options
    }

    public mutating func importFile(_ path: String) -> ImportOutcome {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            var outcome = ImportOutcome(source: path)
            outcome.refusal = ("không mở được tệp", "the file cannot be opened")
            return outcome
        }
        return importDocument(name: path, [UInt8](bytes), converted: converted.removeValue(forKey: path))
    }

    /// Converts those of some files that LibreOffice has to read, all at once. Each is then imported by `importFile`.
    public mutating func convert(_ paths: [String]) {
        let files = paths.map { path in
            let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
            guard size <= ReadingLimits().fileBytes else { return [UInt8]() }
            return FileManager.default.contents(atPath: path).map { [UInt8]($0) } ?? []
        }
        for (path, bytes) in zip(paths, OfficeConverter.converted(files)) { converted[path] = bytes }
    }

    public mutating func importDocument(name: String, _ bytes: [UInt8], converted: [UInt8]? = nil) -> ImportOutcome {
        var outcome = ImportOutcome(source: name)
        var document: ImportedDocument
        let format: FileFormat
        do throws(ReadingError) {
            (document, format) = try DocumentReader().read(bytes, converted: converted)
        } catch {
            outcome.refusal = (error.message(isVietnamese: true), error.message(isVietnamese: false))
            return outcome
        }
        if let encoding = options.encoding ?? document.legacyEncoding {
            guard options.encoding != nil || options.takesProposals || isAgreed(document, encoding) else {
                outcome.refusal = (
                    "chữ theo bảng mã \(encoding.rawValue.uppercased()); thêm --from \(encoding.rawValue) để chuyển sang Unicode",
                    "the text is in \(encoding.rawValue.uppercased()); --from \(encoding.rawValue) converts it to Unicode"
                )
                return outcome
            }
            document = document.decoded(from: encoding)
        }
        outcome.remarks = ImportRemark.allCases.filter(document.remarks.contains)
        if SecrecyGate.refuses(document) {
            outcome.refusal = (
                "có dấu chỉ độ mật: không nhập, không ghi gì", "it bears a secrecy mark: nothing was written"
            )
            return outcome
        }
        let assembly = RecordAssembly(content: content, options: options, source: name)
        let drafts = assembly.drafts(document, isWebPage: format == .html, originalBytes: bytes, isTaken: isTaken)
        guard
            drafts.records.contains(where: {
                !$0.body.isEmpty || $0.fields.contains { $0.key == "title" && $0.value != nil }
            })
        else {
            outcome.refusal = ("không có chữ nào để nhập", "there is no text to import")
            return outcome
        }
        outcome.fields = drafts.fields
        outcome.tables = drafts.tables
        outcome.notes = document.notes.count
        outcome.images = drafts.images.count
        outcome.articles = drafts.articles
        let count = WordCount.compare(document, with: drafts.records.map(\.text))
        (outcome.words, outcome.lostCount, outcome.lostWords) = (count.total, count.lost, count.examples)
        if let existing = drafts.records.first(where: { isTaken($0.path) }) {
            outcome.refusal = (
                "đã có tệp \(existing.path); không ghi đè. Đổi tên hoặc xóa tệp đó rồi nhập lại",
                "\(existing.path) exists and is not overwritten; rename or delete it and import again"
            )
            return outcome
        }
        outcome.records = drafts.records.map(\.path)
        outcome.additions = options.takesProposals ? drafts.additions.map(\.line) : []
        outcome.files = ImportedFiles(
            records: drafts.records.map { ($0.path, $0.text) }, images: drafts.images,
            additions: options.takesProposals ? drafts.additions : [])
        do {
            if !options.isDryRun { try write(drafts) }
        } catch {
            outcome.records = []
            outcome.refusal = (
                "không ghi được: \(error.localizedDescription)", "cannot be written: \(error.localizedDescription)"
            )
            return outcome
        }
        taken.formUnion(drafts.records.map(\.path))
        if options.takesProposals {
            content.vocabulary = Vocabulary(
                types: content.vocabulary.types + drafts.newTypes,
                issuers: content.vocabulary.issuers + drafts.newIssuers,
                topics: content.vocabulary.topics, synonyms: content.vocabulary.synonyms)
        }
        return outcome
    }

    /// Whether the person who was shown the longest of the first lines agrees to converting it.
    private func isAgreed(_ document: ImportedDocument, _ encoding: LegacyEncoding) -> Bool {
        guard let ask = options.asksToConvert else { return false }
        let before = ImportedDocument.texts(of: document.blocks).map(\.withSingleBlanks)
        let after = ImportedDocument.texts(of: document.decoded(from: encoding).blocks).map(\.withSingleBlanks)
        let changed = zip(before, after).prefix(40).filter { $0 != $1 }
        guard let sample = changed.max(by: { $0.0.count < $1.0.count }) else { return false }
        return ask(encoding, String(sample.0.prefix(100)), String(sample.1.prefix(100)))
    }

    private func isTaken(_ path: String) -> Bool {
        taken.contains(path) || FileManager.default.fileExists(atPath: "\(folder)/\(path)")
    }

    private func write(_ drafts: RecordDrafts) throws {
        let root = URL(filePath: folder)
        func create(_ bytes: [UInt8], at path: String) throws {
            let file = root.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file, options: .withoutOverwriting)
        }
        for (name, bytes) in drafts.images.sorted(by: { $0.key < $1.key }) {
            let path = "attachments/\(name)"
            if !FileManager.default.fileExists(atPath: root.appending(path: path).path) { try create(bytes, at: path) }
        }
        for record in drafts.records { try create(Array(record.text.utf8), at: record.path) }
        guard options.takesProposals else { return }
        for addition in drafts.additions { try append(addition, root) }
    }

    private func append(_ addition: VocabularyAddition, _ root: URL) throws {
        try addition.append(to: root, remark: "Thêm khi nhập tệp; cần người xem lại tên, chữ viết tắt và mã.")
    }
}

extension VocabularyAddition {
    /// Writes the entry at the end of its list below a content folder, under a remark.
    public func append(to root: URL, remark: String?) throws {
        let addition = self
        let file = root.appending(path: "vocabulary/\(addition.list.rawValue).yml")
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        var text = FileManager.default.contents(atPath: file.path).map { String(decoding: $0, as: UTF8.self) } ?? ""
        if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
        text += (remark.map { "# \($0)\n" } ?? "") + "\(addition.line)\n"
        try Data(text.utf8).write(to: file, options: .atomic)
    }
}

/// Refuses documents that bear a secrecy mark anywhere, before anything is written.
public enum SecrecyGate {
    /// Whether a file is a document that bears a secrecy mark. Of what is no document, or cannot be read, nobody can tell.
    public static func refuses(_ bytes: [UInt8]) -> Bool {
        guard let document = try? DocumentReader().read(bytes).document else { return false }
        return refuses(document)
    }

    static func refuses(_ document: ImportedDocument) -> Bool {
        // Margins, like the text itself, begin with what stands about the letterhead.
        bearsMark(document.marginTexts, beginsWithText: true)
            || bearsMark(document.notes.flatMap(texts), beginsWithText: false)
            || bearsMark(texts(document.blocks), beginsWithText: true)
    }

    private static func bearsMark(_ texts: [String], beginsWithText: Bool) -> Bool {
        let lines = texts.flatMap { text in
            TextCleaning.clean(text).split(whereSeparator: { $0 == "\n" || $0 == "\t" }).map(\.withSingleBlanks)
        }
        let file = SourceFile(path: "", bytes: Array(lines.joined(separator: "\n").utf8))
        return HeaderMarks.marks(in: file, beginsWithText: beginsWithText).contains { $0.mark == .secrecy }
    }

    private static func texts(_ blocks: [Block]) -> [String] { ImportedDocument.texts(of: blocks) }
}

extension Substring {
    var withSingleBlanks: String { String(self).withSingleBlanks }
}

/// Compares the words of the source with those of the records.
enum WordCount {
    static func compare(
        _ document: ImportedDocument, with records: [String]
    ) -> (total: Int, lost: Int, examples: [String]) {
        var counts: [Substring: Int] = [:]
        var total = 0
        let source =
            (ImportedDocument.texts(of: document.blocks) + document.notes.flatMap { ImportedDocument.texts(of: $0) })
            .map { TextCleaning.clean($0).lowercased() }
        for text in source {
            for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
                counts[word, default: 0] += 1
                total += 1
            }
        }
        for record in records {
            let text = record.lowercased()
            for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
                if let count = counts[word] { counts[word] = count > 1 ? count - 1 : nil }
            }
        }
        let lost = counts.values.reduce(0, +)
        return (total, lost, counts.keys.sorted().prefix(12).map(String.init))
    }
}
