/// Why a file cannot be read as a document; nothing of its text stands in it.
public enum ReadingError: Error, Sendable, Equatable {
    case unknownFormat
    case damaged
    /// More than the limits allow: bytes, entries, cells or nesting.
    case tooLarge
    case encrypted
    /// A program that the format needs is not installed.
    case programMissing(String)
    case programFailed(String)
    /// A PDF without a text layer.
    case scanned
    case documentType
    case unreadable(String)

    public func message(isVietnamese: Bool) -> String {
        switch self {
        case .unknownFormat:
            isVietnamese
                ? "không nhận ra định dạng; nhận .docx, .odt, .html, .doc, .rtf, .pdf và văn bản thuần"
                : "the format is not recognised; .docx, .odt, .html, .doc, .rtf, .pdf and plain text are"
        case .damaged: isVietnamese ? "tệp hỏng, không đọc được" : "the file is damaged"
        case .tooLarge:
            isVietnamese
                ? "nội dung giải nén vượt giới hạn (dung lượng, số ô hoặc độ lồng nhau)"
                : "its uncompressed content exceeds the limits (size, cells or nesting)"
        case .encrypted: isVietnamese ? "tệp có mật khẩu" : "the file has a password"
        case .programMissing(let name):
            isVietnamese
                ? "cần chương trình “\(name)” để đọc định dạng này, mà máy chưa cài (Debian: apt install \(Self.package(name)))"
                : "this format needs the program “\(name)”, which is not installed (Debian: apt install \(Self.package(name)))"
        case .programFailed(let name):
            isVietnamese ? "“\(name)” không đọc được tệp này" : "“\(name)” cannot read this file"
        case .scanned:
            isVietnamese
                ? "bản chụp, không có lớp chữ: hãy nhận dạng chữ (OCR) và soát lại trước"
                : "a scan without a text layer: run and check text recognition (OCR) first"
        case .documentType:
            isVietnamese ? "XML có khai báo DTD, không được nhận" : "its XML declares a document type, which is refused"
        case .unreadable(let reason): isVietnamese ? "không mở được: \(reason)" : "cannot be opened: \(reason)"
        }
    }

    private static func package(_ program: String) -> String {
        switch program {
        case "pdftotext": "poppler-utils"
        case "soffice": "libreoffice-writer-nogui"
        default: program
        }
    }
}

/// What a document may hold, so that a small hostile file can neither fill the memory nor keep a processor busy.
public struct ReadingLimits: Sendable {
    public var fileBytes = 128 << 20
    public var entries = 10_000
    /// Of all entries that are read together.
    public var uncompressedBytes = 192 << 20
    public var elements = 6_000_000
    public var cells = 300_000
    public var paragraphs = 500_000
    public var nesting = 40

    public init() {}
}
