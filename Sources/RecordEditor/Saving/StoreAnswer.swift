import Editing
import HTTPServing

/// The answer where a file cannot be read or written.
enum StoreAnswer {
    static func refusal(_ fault: StoreFault) -> Endpoint.Refusal {
        switch fault {
        case .missing: Endpoint.Refusal(.notFound)
        case .exists: Endpoint.Refusal(.conflict)
        case .changed: Endpoint.Refusal(.preconditionFailed)
        case .inUse: Endpoint.Refusal(.unavailable)
        case .full: Endpoint.Refusal(.diskFull)
        case .refused: Endpoint.Refusal(.forbidden)
        case .system: Endpoint.Refusal(.failed)
        }
    }
}
