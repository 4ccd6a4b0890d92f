/// The way through a list that stands on several pages.
struct Pager {
    let strings: InterfaceStrings
    /// The page it stands on, from 1.
    let number: Int
    let count: Int
    /// Where a page of the list is, relative to the site's root.
    let path: (Int) -> String

    /// “trang 2/5”.
    var position: String {
        strings.filled(.word(.pageOf), ["page": String(number), "pages": String(count)])
    }

    /// A page's title, with its place in the list behind the first one.
    func titled(_ title: String) -> String { number > 1 ? "\(title) – \(position)" : title }

    /// The first page, the last, and those around this one: a list of a thousand pages names a few on each.
    private var shown: [Int] {
        Set([1, count] + Array(max(1, number - Self.around)...min(count, number + Self.around))).sorted()
    }
    private static let around = 2

    private func link(_ page: Int) -> TemplateFields {
        [
            "number": .text(String(page)), "path": .text(path(page)), "isCurrent": .flag(page == number),
            "isAfterGap": .flag(page > 1 && !shown.contains(page - 1)),
        ]
    }

    /// Sets `pager` where there is more than one page.
    func add(to fields: inout TemplateFields) {
        guard count > 1 else { return }
        var pager: TemplateFields = ["position": .text(position)]
        if number > 1 { pager.set("previous", path(number - 1)) }
        if number < count { pager.set("next", path(number + 1)) }
        pager.set("pages", shown.map(link))
        fields["pager"] = .object(pager)
    }
}

extension PageShapes {
    static let pager: TemplateShape = .object([
        "position": .text, "previous": .text, "next": .text,
        // After a gap pages are left out.
        "pages": .list(["number": .text, "path": .text, "isCurrent": .flag, "isAfterGap": .flag]),
    ])
}
