import Testing

@testable import RecordEditor

@Suite("A file that is edited as text")
struct WholeFileTextTests {
    @Test(
        "comes back with the bytes that it had, where nothing was changed",
        arguments: [
            "", "---\ntitle: a\n---\n\nMột.\n", "---\r\ntitle: a\r\n---\r\n\r\nMột.\r\n",
            "\u{FEFF}---\ntitle: a\n---\n",
            "a\nb\r\nc", "không có dòng cuối", "tie\u{302}\u{301}ng\n", "a\rb\n", "\n\n\n",
        ])
    func unchanged(text: String) {
        let bytes = Array(text.utf8)
        #expect(WholeFileText.written(WholeFileText.shown(bytes), over: bytes) == bytes)
    }

    @Test("gives new lines the ends that most have, and composes their letters")
    func newLines() {
        let base = Array("một\r\nhai\r\nba\r\n".utf8)
        let written = WholeFileText.written("một\nhai rưỡi tie\u{302}\u{301}ng\nba\n", over: base)
        #expect(written == Array("một\r\nhai rưỡi tiếng\r\nba\r\n".utf8))
    }
}
