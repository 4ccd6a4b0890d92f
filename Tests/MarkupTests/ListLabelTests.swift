import Markup
import Testing

/// The library counts on from a list's first number; the page shows what is printed.
@Suite struct ListLabelTests {
    @Test func gapsAreKept() {
        #expect(
            Rendering.html("1. a\n2. b\n4. d\n4. e\n")
                == "<ol>\n<li id=\"muc-1\" class=\"provision muc\">a</li>\n<li id=\"muc-2\" class=\"provision muc\">b</li>\n<li value=\"4\" id=\"muc-4\" class=\"provision muc\">d</li>\n<li value=\"4\" id=\"muc-4--2\" class=\"provision muc\" data-cite=\"\">e</li>\n</ol>\n"
        )
    }

    @Test func listsThatBeginLaterKeepTheirNumber() {
        let html = Rendering.html("### Điều 1\n\n1. a\n\na) x\n\n2. b\n\nb) y\n\n13. c\n")
        #expect(html.contains("<ol start=\"2\">"))
        #expect(html.contains("<ol start=\"13\">"))
    }

    @Test func otherShapesOfNumbers() {
        #expect(Rendering.html("3) a\n").contains("<ol start=\"3\" class=\"parenthesis\">"))
        #expect(Rendering.html("01. a\n02. b\n").contains("<ol class=\"leading-zero\">"))
        #expect(Rendering.html("> 5. a\n> 7. b\n").contains("<li value=\"7\">b</li>"))
        #expect(Rendering.html("- x\n\n  1. a\n  3. b\n").contains("<li value=\"3\">b</li>"))
    }

    /// Every number at the start of a line comes back from the page: start, value or counted.
    @Test func everyNumberOfALongTextIsShown() {
        var random = SeededRandom(seed: 7)
        var printed: [Int] = []
        var markdown = ""
        for _ in 0..<3_000 {
            let number = Int.random(in: 1...40, using: &random)
            printed.append(number)
            markdown += "\(number). x\n\n"
            if Bool.random(using: &random) { markdown += "a) y\n\n" }
        }
        var shown: [Int] = []
        var next = 1
        for line in Rendering.html(markdown).split(separator: "\n") {
            if line.hasPrefix("<ol") { next = attribute("start", line) ?? 1 }
            if line.hasPrefix("<li") {
                let number = attribute("value", line) ?? next
                shown.append(number)
                next = number + 1
            }
        }
        #expect(shown == printed)
    }

    @Test func textCarriesTheNumbers() {
        let text = Rendering.render("1. a\n3. b\n\n   c\n").body.sections.map {
            String(decoding: $0.text, as: UTF8.self)
        }
        #expect(text == ["1. a\n3. b\nc"])
    }

    private func attribute(_ name: String, _ line: Substring) -> Int? {
        guard let start = line.firstRange(of: " \(name)=\"") else { return nil }
        return Int(line[start.upperBound...].prefix { $0.isNumber })
    }
}

/// A fixed sequence, so that a failure can be repeated.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
