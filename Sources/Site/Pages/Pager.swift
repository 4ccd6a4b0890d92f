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

    /// Sets `pager` where there is more than one page.
    func add(to fields: inout TemplateFields) {
        guard count > 1 else { return }
        var pager: TemplateFields = ["position": .text(position)]
        if number > 1 { pager.set("previous", path(number - 1)) }
        if number < count { pager.set("next", path(number + 1)) }
        pager.set(
            "pages",
            (1...count).map {
                ["number": .text(String($0)), "path": .text(path($0)), "isCurrent": .flag($0 == number)]
            })
        fields["pager"] = .object(pager)
    }
}

extension PageShapes {
    static let pager: TemplateShape = .object([
        "position": .text, "previous": .text, "next": .text,
        "pages": .list(["number": .text, "path": .text, "isCurrent": .flag]),
    ])
}
