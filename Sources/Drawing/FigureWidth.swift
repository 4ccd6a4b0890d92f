/// How wide a figure is drawn. A page holds both and shows the one that fits, so that words keep their size.
public enum FigureWidth: String, Sendable, CaseIterable {
    case wide, narrow

    /// In the drawing's own units.
    public var points: Double { self == .wide ? 680 : 320 }
}
