import Testing

@testable import Diagnostics

@Suite("Diagnostics")
struct DiagnosticTests {
    @Test("every code is its own, and speaks both languages of the same things")
    func catalogue() {
        #expect(Set(DiagnosticKind.all.map(\.code)).count == DiagnosticKind.all.count)
        for kind in DiagnosticKind.all {
            #expect(kind.code.wholeMatch(of: /TC[0-9]{3}/) != nil)
            for text in [kind.message, kind.hint] {
                #expect(!text.vi.isEmpty && !text.en.isEmpty, "\(kind.code)")
                #expect(text.vi != text.en, "\(kind.code)")
            }
        }
    }

    @Test("every code is explained in both languages, with an example and its mending")
    func explanations() {
        #expect(Set(Explanation.all.map(\.code)).count == Explanation.all.count)
        for kind in DiagnosticKind.all {
            guard let explanation = kind.explanation else {
                Issue.record("\(kind.code) lacks an Explanation in Sources/Diagnostics/Explanations")
                continue
            }
            #expect(!explanation.cause.vi.isEmpty && !explanation.cause.en.isEmpty, "\(kind.code)")
            #expect(explanation.cause.vi != explanation.cause.en, "\(kind.code)")
            #expect(!explanation.wrong.isEmpty && !explanation.right.isEmpty, "\(kind.code)")
            // By bytes: two normal forms of one text are equal as strings.
            #expect(Array(explanation.wrong.utf8) != Array(explanation.right.utf8), "\(kind.code)")
        }
    }

    @Test("Vietnamese is spelt with its marks, English without")
    func languages() {
        for kind in DiagnosticKind.all {
            let texts = [kind.message, kind.hint] + (kind.explanation.map { [$0.cause] } ?? [])
            for text in texts {
                // Words in quotes are keys, ids and file names; examples in them may be of either language.
                #expect(Self.hasVietnameseLetters(text.vi) || text.vi.count < 24, "\(kind.code): \(text.vi)")
                #expect(!Self.hasVietnameseLetters(Self.withoutQuotes(text.en)), "\(kind.code): \(text.en)")
            }
        }
    }

    private static func hasVietnameseLetters(_ text: String) -> Bool {
        text.unicodeScalars.contains {
            (0x1EA0...0x1EF9).contains($0.value) || "ăâđêôơưàáãèéìíòóõùúý".unicodeScalars.contains($0)
        }
    }

    private static func withoutQuotes(_ text: String) -> String {
        text.replacing(/“[^”]*”|[0-9]+[^ ]*-[^ ]+|\[.*\]/, with: "")
    }

    @Test("arguments fill the sentence, the suggestion leads the hint")
    func words() {
        let diagnostic = Diagnostic(
            .unknownKey, at: SourceSpan(file: "a.md", line: 2, column: 1, length: 6), "nubmer", "number, title",
            suggestion: "number")
        #expect(diagnostic.message(.english) == "there is no key “nubmer”")
        #expect(diagnostic.hint(.vietnamese).hasPrefix("có phải là “number”?"))
        #expect(diagnostic.hint(.english).contains("number, title"))
    }

    @Test("a report shows the line and underlines the place, also after combining marks and wide characters")
    func report() {
        let line = "title: 結論 hòa"
        let report = TextReport(language: .english, line: { _, _ in line })
        let at = SourceSpan(file: "a.md", line: 3, column: 11, length: 3)
        let text = report.text(of: Diagnostic(.duplicateKey, at: at, "x"))
        #expect(
            text == """
                a.md:3:11: error TC104: the key “x” is given twice
                 3 | title: 結論 hòa
                   |             ^^^
                   = Keep one of them.

                """)
    }

    @Test(
        "the caret stands right under the place",
        arguments: [
            // Decomposed letters: a mark takes no column.
            ("ho\u{0300}a bi\u{0300}nh", 7, 2, "hòa bình", "     ^"),
            ("\tsố: 1", 2, 2, "    số: 1", "    ^^"),
            ("ab\tcd", 4, 1, "ab  cd", "    ^"),
            ("a\u{200B}b", 2, 1, "a\u{FFFD}b", " ^"),
            ("結論", 2, 1, "結論", "  ^^"),
            ("đủ", 9, 3, "đủ", "  ^"),
        ])
    func carets(line: String, column: Int, length: Int, shown: String, underline: String) {
        let excerpt = SourceExcerpt(line, column: column, length: length)
        #expect(excerpt.line == shown)
        #expect(excerpt.underline == underline)
    }

    @Test("a long line is cut to the surroundings of the place, between letters")
    func longLine() throws {
        let line = String(repeating: "chữ viê\u{0323}t ", count: 80) + "SAI " + String(repeating: "đuôi ", count: 80)
        let place = try #require(line.unicodeScalars.firstIndex(of: "S"))
        let column = line.unicodeScalars.distance(from: line.startIndex, to: place) + 1
        let excerpt = SourceExcerpt(line, column: column, length: 3)
        #expect(excerpt.line.hasPrefix("…") && excerpt.line.hasSuffix("…"))
        #expect(excerpt.line.count < 130)
        let caret = excerpt.underline.count { $0 == " " }
        #expect(Array(excerpt.line)[caret..<(caret + 3)] == ["S", "A", "I"])
        #expect(excerpt.underline.hasSuffix(" ^^^"))
    }

    @Test("the line of a secrecy mark is never shown")
    func secrecy() {
        let report = TextReport(language: .english, line: { _, _ in "MARK" })
        #expect(!report.text(of: Diagnostic(.secrecyMark, at: SourceSpan(file: "a.md"))).contains("MARK"))
    }

    @Test("weights follow site.yml, guarded errors do not")
    func severities() {
        var rules = SeverityRules()
        let allowed = [
            rules.set(.brokenLink, .warning), rules.set(.missingIssueDate, .error), rules.set(.wantedTarget, .off),
        ]
        #expect(allowed == [true, true, true])
        for kind in [DiagnosticKind.secrecyMark, .circulationMark, .sameKey, .unknownAudience, .invalidUTF8] {
            let isLowered = rules.set(kind, .warning)
            #expect(!isLowered, "\(kind.code)")
        }
        let at = SourceSpan(file: "a.md")
        let found = [.brokenLink, .missingIssueDate, .wantedTarget, .secrecyMark].map { Diagnostic($0, at: at) }
        #expect(rules.apply(to: found).map(\.severity) == [.warning, .error, .error])
    }

    @Test("GitHub's annotations escape what parts them")
    func github() {
        let diagnostic = Diagnostic(
            .yamlSyntax, at: SourceSpan(file: "a,b.md", line: 2, column: 3, length: 4), "100% sai:\nhai dòng")
        let text = GitHubReport.text(of: [diagnostic], language: .english) { "content/" + $0 }
        #expect(
            text.hasPrefix(
                "::error file=content/a%2Cb.md,line=2,col=3,endColumn=7,title=TC103::unreadable YAML: 100%25 sai:%0Ahai dòng."
            ))
        #expect(text.split(separator: "\n").count == 1)
    }

    @Test("source order, each finding once")
    func order() {
        let late = Diagnostic(.yamlTooDeep, at: SourceSpan(file: "b.md", line: 1))
        let early = Diagnostic(.yamlTooDeep, at: SourceSpan(file: "a.md", line: 9))
        #expect([late, early, late].inSourceOrder() == [early, late])
    }
}
