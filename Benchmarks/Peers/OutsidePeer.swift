/// Redis or PostgreSQL, served from a new folder for the length of one measure; both are on disk when they answer.
struct OutsidePeer: Sendable {
    /// What is inserted into, and by how many clients at once.
    enum Kind: String, Sendable, CaseIterable {
        case redis
        case postgres

        var name: String {
            switch self {
            case .redis: "Redis Streams, appendfsync always, 50 clients"
            case .postgres: "PostgreSQL outbox, 8 clients"
            }
        }
    }

    let kind: Kind
    private let server: Child

    /// Starts the server; `nil` when it is not installed, which is said on standard error.
    init?(_ kind: Kind, in parent: WorkFolder) async throws {
        self.kind = kind
        let folder = try parent.subfolder(kind.rawValue)
        server = try Child("/usr/bin/env", ["bash", "scripts/bench-peers.sh", kind.rawValue, folder.path])
        let answer = try await server.line()
        guard answer == "ready" else {
            Report().progress("\(kind.name): \(answer)")
            try await server.finish()
            return nil
        }
    }

    /// Inserts a number of events and returns how many that were in a second.
    func rate(rows: Int) async throws -> Double {
        try server.tell("\(rows)")
        let answer = try await server.line()
        guard let rate = Double(answer) else { throw BenchFailure("\(kind.name) told no rate: \(answer)") }
        return rate
    }

    func stop() async throws { try await server.finish() }
}
