/// What weights cost in precision (Kish, 1965).
public enum DesignEffect {
    /// n·Σw²/(Σw)² = 1 + CV²(w), from classes of respondents with one weight each; 1 for nobody.
    public static func kish(_ classes: [(respondents: Int, weight: Double)]) -> Double {
        let respondents = classes.reduce(0) { $0 + Double($1.respondents) }
        let sum = classes.reduce(0) { $0 + Double($1.respondents) * $1.weight }
        let squares = classes.reduce(0) { $0 + Double($1.respondents) * $1.weight * $1.weight }
        return sum > 0 ? respondents * squares / (sum * sum) : 1
    }

    /// The same from sums over respondents who each have a weight.
    public static func kish(respondents: Int, sum: Double, squares: Double) -> Double {
        sum > 0 ? Double(respondents) * squares / (sum * sum) : 1
    }

    /// Respondents of a simple random sample with the same precision: (Σw)²/Σw².
    public static func effectiveSize(_ classes: [(respondents: Int, weight: Double)]) -> Double {
        classes.reduce(0) { $0 + Double($1.respondents) } / kish(classes)
    }
}
