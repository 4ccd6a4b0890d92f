import Drawing
import Testing

@testable import Pictures

struct FamilyTests {
    /// Everybody acts on the first, every other one on the one before it, and the first on a later one.
    static func family(_ count: Int) -> FamilyPicture {
        FamilyPicture(
            rows: (0..<count).map { place in
                var targets = place == 0 ? [count / 2] : [0]
                if place % 2 == 0, place > 1 { targets.append(place - 1) }
                return FamilyPicture.Row(
                    document: Samples.document(place), targets: targets, words: "Hướng dẫn \(place)-HD/MAU; Căn cứ 9-KL"
                )
            })
    }

    @Test(arguments: [2, 7, 20, 40, 200])
    func noTwoRailsShareAPlace(count: Int) {
        let rails = Rails(Self.family(count).rows, most: 12).rails
        #expect(!rails.isEmpty)
        for (index, a) in rails.enumerated() {
            #expect(a.track < 12)
            for b in rails[(index + 1)...] { #expect(a.track != b.track || !a.rows.overlaps(b.rows)) }
        }
    }

    @Test func whatHasNoTrackHasNoLine() {
        // Nested relations need a track each.
        let rows = (0..<20).map { place in
            FamilyPicture.Row(document: Samples.document(place), targets: place < 10 ? [19 - place] : [], words: "")
        }
        #expect(Rails(rows, most: 12).rails.count == 10)
        #expect(Rails(rows, most: 4).rails.count == 4)
    }

    @Test(arguments: [2, 20, 40], FigureWidth.allCases)
    func everyRowIsThereAndWordsKeepTheirPlace(count: Int, width: FigureWidth) {
        let scan = Scan(Self.family(count).svg(width, labelledBy: "a", describedBy: "b"))
        #expect(scan.outside == [])
        #expect(scan.colliding == [])
        #expect(scan.count(of: "class=\"mark ") >= count)
        let joints = scan.count(of: "class=\"pic-joint\"")
        #expect(joints == Self.family(count).rows.reduce(0) { $0 + Set($1.targets).count })
    }

    @Test(arguments: FigureWidth.allCases) func onlyTheHeadHasAFrame(width: FigureWidth) {
        var family = Self.family(7)
        #expect(Scan(family.svg(width, labelledBy: "a", describedBy: "b")).count(of: "class=\"pic-head\"") == 0)
        family.head = 3
        let scan = Scan(family.svg(width, labelledBy: "a", describedBy: "b"))
        #expect(scan.count(of: "class=\"pic-head\"") == 1)
        #expect(scan.outside == [])
    }
}
