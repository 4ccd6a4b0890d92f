import Records

/// What a page says of a survey's precision: how intervals were reckoned, or why there are none.
public enum PrecisionStatement: Sendable, Hashable {
    /// A probability sample; Wilson intervals at 95 %.
    case interval(designEffect: DesignEffectSource, isFinite: Bool)
    /// Everybody was asked.
    case census
    /// A sample that chance did not make.
    case notProbability(Sampling)
    /// Nobody says how the sample was made.
    case unknownSampling

    public enum DesignEffectSource: Sendable, Hashable {
        /// As the record states it.
        case stated(Double)
        /// From weights, after Kish.
        case kish(Double)
        case none
        /// From weights, but it would tell of bases that are withheld.
        case withheld
    }

    /// - Parameter isKishWithheld: Whether what the weights cost must not be told.
    init(_ disclosure: Disclosure?, kish: Double?, isKishWithheld: Bool = false) {
        switch disclosure?.sampling {
        case .probability:
            let source: DesignEffectSource =
                if let stated = disclosure?.designEffect { .stated(stated) } else if let kish {
                    isKishWithheld ? .withheld : .kish(kish)
                } else {
                    .none
                }
            let isFinite = disclosure?.populationSize.map { $0 > disclosure?.sampleSize ?? 0 } ?? false
            // A sample of everybody is a census, whatever it is called.
            if let population = disclosure?.populationSize, let size = disclosure?.sampleSize, size >= population {
                self = .census
            } else {
                self = .interval(designEffect: source, isFinite: isFinite)
            }
        case .census: self = .census
        case .quota, .purposive, .selfSelected: self = .notProbability(disclosure?.sampling ?? .unknown)
        case .unknown, nil: self = .unknownSampling
        }
    }
}
