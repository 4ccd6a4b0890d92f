/// Finds what looks like a person's name: a form of address, or a common surname, before capitalised syllables.
///
/// A pattern, not knowledge: places called after people fit it too. It serves for warnings alone.
public enum PersonName {
    public static func looksNamed(in text: String) -> Bool {
        let words = text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        for (index, word) in words.enumerated() {
            let rest = words[(index + 1)...]
            if word == "Đồng" || word == "đồng", rest.first == "chí" {
                if follows(rest.dropFirst()) { return true }
            } else if address.contains(word.lowercased()), follows(rest), !isPlace(word, rest) {
                return true
            } else if surnames.contains(word), follows(rest), !isPlace(word, rest) {
                return true
            }
        }
        return false
    }

    private static let address: Set<String> = ["ông", "bà", "anh", "chị", "cô", "chú", "bác"]
    private static let surnames: Set<String> = [
        "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô",
        "Dương", "Lý", "Đinh", "Trịnh", "Mai", "Lương",
    ]
    /// Places and terms that fit the pattern and name nobody.
    private static let places: Set<String> = [
        "Hồ Chí", "Bà Rịa", "bà Rịa", "Bác Hồ", "bác Hồ", "Anh Quốc", "Hoàng Sa", "Hoàng Liên", "Lê Chân", "Vũ Quang",
        "Vũ Thư",
    ]

    private static func follows(_ rest: ArraySlice<String>) -> Bool {
        guard let first = rest.first else { return false }
        let scalars = first.unicodeScalars
        guard let initial = scalars.first, initial.properties.isUppercase, scalars.count > 1 else { return false }
        return scalars.dropFirst().allSatisfy { !$0.properties.isUppercase && $0.properties.isAlphabetic }
    }

    private static func isPlace(_ word: String, _ rest: ArraySlice<String>) -> Bool {
        rest.first.map { places.contains("\(word) \($0)") } ?? false
    }
}
