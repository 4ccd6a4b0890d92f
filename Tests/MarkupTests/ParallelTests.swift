import Diagnostics
import Foundation
import Markup
import Testing

/// The library keeps global tables; what is rendered on several threads must be what one thread renders.
@Suite struct ParallelTests {
    @Test func severalThreadsWriteWhatOneWrites() async {
        let bodies = Self.bodies()
        #expect(bodies.count >= 2_000)
        let serial = bodies.map(Self.digest)
        for round in 0..<3 {
            let width = 8
            let parallel = await withTaskGroup(of: [(Int, Int)].self) { group in
                for worker in 0..<width {
                    group.addTask {
                        // Each round deals the bodies out differently.
                        stride(from: worker, to: bodies.count, by: width).map { place in
                            let index = (place + round * 37) % bodies.count
                            return (index, Self.digest(bodies[index]))
                        }
                    }
                }
                var digests = [Int](repeating: 0, count: bodies.count)
                for await part in group { for (index, digest) in part { digests[index] = digest } }
                return digests
            }
            #expect(zip(serial, parallel).allSatisfy { $0 == $1 })
        }
    }

    /// Well-formed, with every id given once and every anchor on the page.
    @Test func pagesAreWellFormed() {
        for body in Self.bodies() {
            let rendered = Rendering.render(body).body
            let html = String(decoding: rendered.html, as: UTF8.self)
            #expect(TagBalance.isBalanced(html), "\(html.prefix(200))")
            let ids = html.split(separator: " id=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
            #expect(Set(ids).count == ids.count && Set(ids) == rendered.anchors, "\(html.prefix(200))")
        }
    }

    private static func digest(_ body: [UInt8]) -> Int {
        let (rendered, diagnostics) = Rendering.render(body)
        var hasher = Hasher()
        hasher.combine(rendered.html)
        hasher.combine(rendered.outline)
        hasher.combine(rendered.provisions)
        hasher.combine(rendered.sections)
        hasher.combine(rendered.links)
        hasher.combine(diagnostics)
        return hasher.finalize()
    }

    /// Made-up bodies, and the records of `TRACUU_CONTENT` when that names a content folder.
    private static func bodies() -> [[UInt8]] {
        var bodies = (0..<2_000).map { GeneratedBody.make(seed: UInt64($0)) }
        if let content = ProcessInfo.processInfo.environment["TRACUU_CONTENT"],
            let files = FileManager.default.enumerator(atPath: content)
        {
            for case let name as String in files where name.hasSuffix(".md") {
                if let data = FileManager.default.contents(atPath: content + "/" + name) {
                    bodies.append([UInt8](data))
                }
            }
        }
        return bodies
    }
}

/// Bodies with everything that the renderer knows, from a seed.
enum GeneratedBody {
    static func make(seed: UInt64) -> [UInt8] {
        var random = SeededRandom(seed: seed)
        var text = ""
        for article in 1...Int.random(in: 3...12, using: &random) {
            text += "### Điều \(article). Phạm vi ~~số~~ \(seed)\n\n"
            for clause in 1...Int.random(in: 1...5, using: &random) {
                text += "\(clause). Khoản *\(clause)* của **Điều \(article)**, xem https://vi.du/ và a@b.vn"
                text +=
                    Bool.random(using: &random)
                    ? "[^\(clause)].\n\n" : " [ở đây](../guidance/hd-1.md#dieu-\(clause)).\n\n"
                if Bool.random(using: &random) { text += "a) Điểm ~a~;\n\nđ) Điểm `đ`.\n\n" }
            }
            switch Int.random(in: 0..<4, using: &random) {
            case 0: text += "| Cột | Số |\n|:--|--:|\n| ~~một~~ | \(article) |\n| www.vi.du | <br> |\n\n"
            case 1: text += "- [ ] Việc \(article)\n- [x] Xong\n  - lồng\n\n"
            case 2: text += "> trích\n> > “nữa”\n\n```\nmã ~~x~~\n```\n\n"
            default: text += "![ảnh](../attachments/a.png) <b>x</b> [x](javascript:1)\n\n"
            }
        }
        for note in 1...5 { text += "[^\(note)]: Chú thích \(note) với [liên kết](https://vi.du).\n" }
        return Array(text.utf8)
    }
}
