/// The numbers of list items as the source prints them; the library counts on from the first by itself.
struct ListLabels {
    /// Per open list: nil for bullets, else the number that a browser would show next.
    private var next: [Int?] = []

    mutating func open(start: Int?) { next.append(start) }

    mutating func close() { next.removeLast() }

    /// The number of an item: printed, else counted. `isExpected` is false when the page must say it.
    mutating func item(printed: Int?) -> (number: Int, isExpected: Bool)? {
        guard let expected = next.last ?? nil else { return nil }
        let number = printed ?? expected
        next[next.count - 1] = number == Int.max ? number : number + 1
        return (number, number == expected)
    }

    /// The printed number at an offset, with the character after it.
    static func read(
        _ body: UnsafeBufferPointer<UInt8>, at offset: Int
    ) -> (number: Int, digits: Range<Int>, delimiter: UInt8)? {
        guard offset >= 0 else { return nil }
        var index = offset
        var number = 0
        while index < body.count, isDigit(body[index]), index - offset < 9 {
            number = number * 10 + Int(body[index] - UInt8(ascii: "0"))
            index += 1
        }
        guard index > offset, index < body.count,
            body[index] == UInt8(ascii: ".") || body[index] == UInt8(ascii: ")")
        else { return nil }
        return (number, offset..<index, body[index])
    }
}
