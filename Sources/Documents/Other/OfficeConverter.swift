/// Word's old formats, by way of LibreOffice. Most of a conversion is LibreOffice's start, so several files are converted in one.
public enum OfficeConverter {
    /// How many files one start of LibreOffice is given.
    public static let batchSize = 16

    static func isNeeded(for format: FileFormat) -> Bool { format == .doc || format == .rtf }

    static func docx(from bytes: [UInt8], format: FileFormat) throws(ReadingError) -> [UInt8] {
        guard let converted = try converted([(bytes, format)])[0] else { throw .programFailed(program) }
        return converted
    }

    /// Each file as .docx, in the same order; nil for what needs no conversion and for what LibreOffice could not read.
    public static func converted(_ files: [[UInt8]]) -> [[UInt8]?] {
        var results = [[UInt8]?](repeating: nil, count: files.count)
        let old = files.indices.compactMap { index in
            FileFormat.of(files[index]).flatMap { isNeeded(for: $0) ? (index: index, format: $0) : nil }
        }
        guard old.count > 1, let converted = try? converted(old.map { (files[$0.index], $0.format) }) else {
            return results
        }
        for (file, bytes) in zip(old, converted) { results[file.index] = bytes }
        return results
    }

    private static let program = "soffice"

    private static func converted(_ files: [(bytes: [UInt8], format: FileFormat)]) throws(ReadingError) -> [[UInt8]?] {
        let inputs = files.enumerated().map { (name: "input-\($0).\($1.format.rawValue)", bytes: $1.bytes) }
        return try ExternalProgram.run(
            program, on: inputs, outputNames: files.indices.map { "input-\($0).docx" },
            seconds: 40 + 20 * Double(files.count)
        ) { folder in
            [
                "-env:UserInstallation=file://\(folder)/profile", "--headless", "--norestore", "--nolockcheck",
                "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder,
            ] + inputs.map { "\(folder)/\($0.name)" }
        }
    }
}
