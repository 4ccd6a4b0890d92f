import VietnameseText

/// Telex and VNI keys that were taken as letters: `quyeets`, `quye6t1`. The twin of `tracuu.typedKeys`.
enum TypedKeys {
    private static let vowels = Set("aăâeêioôơuưy")
    private static let tones: [Character: Int] = [
        "f": 1, "s": 2, "r": 3, "x": 4, "j": 5, "2": 1, "1": 2, "3": 3, "4": 4, "5": 5,
    ]
    private static let hats: [Character: Character] = ["a": "â", "e": "ê", "o": "ô"]
    private static let hooks: [Character: Character] = ["a": "ă", "o": "ơ", "u": "ư"]
    private static let toneMarks = ["", "\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}"]

    /// What someone meant; nil when it reads as neither.
    static func read(_ word: String) -> String? {
        var made: [Character] = []
        var tone = 0
        var changes = 0
        func replace(_ map: [Character: Character]) -> Bool {
            for place in made.indices.reversed() {
                guard let other = map[made[place]] else { continue }
                if map["u"] != nil, made[place] == "o", place > 0, made[place - 1] == "u" { made[place - 1] = "ư" }
                made[place] = other
                return true
            }
            return false
        }
        for key in word.lowercased() {
            let hasVowel = made.contains(where: vowels.contains)
            var isKey = true
            if hasVowel, let typed = tones[key] {
                tone = typed
            } else if hasVowel, let hat = hats[key], made.contains(key) {
                isKey = replace([key: hat])
            } else if key == "6", hasVowel {
                isKey = replace(hats)
            } else if key == "w" || key == "7" || key == "8" {
                isKey = replace(hooks)
                if !isKey, key == "w" {
                    made.append("ư")
                    isKey = true
                }
            } else if key == "d" || key == "9", made.first == "d" {
                made[0] = "đ"
            } else {
                isKey = false
            }
            if isKey { changes += 1 } else { made.append(key) }
        }
        guard changes > 0, !made.isEmpty, made.allSatisfy(\.isLetter) else { return nil }
        return toned(String(made), tone)
    }

    /// Puts a tone (0 to 5) where it belongs in a syllable without one.
    static func toned(_ syllable: String, _ tone: Int) -> String {
        let letters = Array(syllable)
        var start = letters.prefix { !vowels.contains($0) }.count
        // The u of qu and the i of gi belong to the consonant where a vowel follows.
        if start == 1, letters.count > 2, vowels.contains(letters[2]),
            (letters[0] == "q" && letters[1] == "u") || (letters[0] == "g" && letters[1] == "i")
        {
            start = 2
        }
        let run = letters[start...].prefix { vowels.contains($0) }
        guard !run.isEmpty, toneMarks.indices.contains(tone) else { return syllable }
        let plain = Set("aeiouy")
        let marked = run.indices.first { place in
            !plain.contains(run[place]) && run[(place + 1)...].allSatisfy(plain.contains)
        }
        let place =
            marked.flatMap { "ăâêôơư".contains(run[$0]) ? $0 : nil }
            ?? (run.count == 3 ? start + 1 : run.endIndex < letters.count ? run.endIndex - 1 : start)
        var made = letters.map(String.init)
        made[place] = Normalization.nfc(made[place] + toneMarks[tone])
        return made.joined()
    }

    /// A folded syllable with the marks that the index notes for it.
    static func spelled(_ folded: String, _ marks: MarkCode) -> String {
        let choices: [Character: String] = ["a": "aăâ", "e": "eê", "o": "oôơ", "u": "uư"]
        var ways = [""]
        for (place, letter) in folded.enumerated() {
            let others = letter == "d" ? (place == 0 ? "dđ" : "d") : choices[letter] ?? String(letter)
            if ways.count > 2_000 { break }
            ways = ways.flatMap { way in others.map { way + String($0) } }
        }
        return ways.lazy.map { toned($0, marks.tone) }.first { MarkCode(of: $0.utf8) == marks } ?? folded
    }
}
