/// A publisher and a subscriber, each a process that is started anew for each measure.
struct TransportPair: Sendable {
    /// How one of them is started.
    enum End: Sendable {
        /// This program in a role.
        case role(String, [String])
        /// Another program that knows the role.
        case program(String, String, [String])

        /// Starts it; a subscriber is told where to connect.
        func start(at endpoint: String? = nil) throws -> Child {
            let first = [endpoint].compactMap(\.self)
            return switch self {
            case .role(let role, let arguments): try Child(role: role, first + arguments)
            case .program(let path, let role, let arguments): try Child(path, [role] + first + arguments)
            }
        }
    }

    let publisher: End
    let subscriber: End

    /// The messages per second that the subscriber counted.
    func rate() async throws -> Double {
        let publisher = try publisher.start()
        let subscriber = try subscriber.start(at: try await publisher.line())
        guard let rate = Double(try await subscriber.line()) else { throw BenchFailure("the subscriber told no rate") }
        _ = try await (subscriber.finish(), publisher.finish())
        return rate
    }
}
