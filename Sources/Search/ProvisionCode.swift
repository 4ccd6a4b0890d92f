/// The anchors of a record's provisions as one short text: in printed order, parted by blanks, each as how many of its parts
/// it shares with the one before it (a digit; parts stand between hyphens) and what follows: `0dieu-12 2khoan-1 4diem-a`.
enum ProvisionCode {
    private static let mostShared = 9

    static func text(_ anchors: [String]) -> String {
        var text = ""
        var last: [Substring] = []
        for anchor in anchors where !anchor.contains(" ") {
            let parts = anchor.split(separator: "-", omittingEmptySubsequences: false)
            var shared = 0
            while shared < min(mostShared, parts.count - 1, last.count), parts[shared] == last[shared] { shared += 1 }
            if !text.isEmpty { text += " " }
            text += "\(shared)" + parts[shared...].joined(separator: "-")
            last = parts
        }
        return text
    }

    static func anchors(in text: String) -> [String] {
        var anchors: [String] = []
        var last: [Substring] = []
        for piece in text.split(separator: " ") {
            let shared = piece.first?.wholeNumberValue ?? 0
            last = last.prefix(shared) + piece.dropFirst().split(separator: "-", omittingEmptySubsequences: false)
            anchors.append(last.joined(separator: "-"))
        }
        return anchors
    }
}
