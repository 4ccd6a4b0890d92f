import Diagnostics

/// A change that cannot be made; the file is as it was.
public struct EditRefusal: Error, Sendable, Equatable {
    public enum Reason: Sendable, Equatable {
        /// Nothing stands at the path.
        case nothingThere
        /// The path leads into a value of another shape, such as an index into a text.
        case wrongShape
        /// A number that YAML does not read as one.
        case notANumber
        /// The value stands in a way that could not be changed without disturbing what is around it.
        case unusualWriting
        /// The text would not be read again as it was given.
        case unreadableText
    }

    public var path: FieldPath
    public var reason: Reason

    public init(_ path: FieldPath, _ reason: Reason) {
        self.path = path
        self.reason = reason
    }

    public var message: BilingualText {
        switch reason {
        case .nothingThere:
            BilingualText(vi: "Không có gì ở “\(path)”.", en: "There is nothing at “\(path)”.")
        case .wrongShape:
            BilingualText(vi: "“\(path)” có dạng khác.", en: "“\(path)” has another shape.")
        case .notANumber:
            BilingualText(vi: "“\(path)” cần một con số.", en: "“\(path)” needs a number.")
        case .unusualWriting:
            BilingualText(
                vi: "“\(path)” được viết theo cách không sửa riêng được; hãy sửa trong tệp.",
                en: "“\(path)” is written in a way that cannot be changed by itself; change it in the file.")
        case .unreadableText:
            BilingualText(
                vi: "Phần văn bản có ký tự không ghi được.", en: "The text holds characters that cannot be stored.")
        }
    }
}
