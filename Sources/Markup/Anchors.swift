/// The ids of a body: each is given once, in printed order.
struct Anchors {
    private(set) var taken: Set<String>
    private let reserved: Set<String>
    /// Where counting goes on for a base that was asked for before.
    private var counts: [String: Int] = [:]

    init(reserved: Set<String>) {
        taken = []
        self.reserved = reserved
    }

    /// The base itself, or `base-2`, `base-3`, … when it is taken.
    ///
    /// - Parameter joint: What stands before the count. Numbered paragraphs take two hyphens: `dieu-6-khoan-1-2` is điểm 1.2.
    mutating func claim(_ base: String, joint: String = "-") -> String {
        if !reserved.contains(base), taken.insert(base).inserted { return base }
        var count = counts[base] ?? 1
        while true {
            count += 1
            let anchor = base + joint + String(count)
            if !reserved.contains(anchor), taken.insert(anchor).inserted {
                counts[base] = count
                return anchor
            }
        }
    }
}
