/// NATS JetStream, served from a new folder, with a program in C as publisher and subscriber.
struct JetStreamPeer: Sendable {
    private let server: Child
    private let program: Child

    /// Starts the server; `nil` when it or its library is not installed, which is said on standard error.
    init?(program path: String?, in parent: WorkFolder) async throws {
        guard let path else { return nil }
        let folder = try parent.subfolder("nats")
        server = try Child("/usr/bin/env", ["bash", "scripts/bench-peers.sh", "nats", folder.path])
        let answer = try await server.line()
        guard answer.hasPrefix("ready ") else {
            Report().progress("NATS JetStream: \(answer)")
            try await server.finish()
            return nil
        }
        program = try Child(path, [String(answer.dropFirst("ready ".count))])
    }

    /// The milliseconds from the call to publish until the subscriber's callback, half and 99 of 100.
    func delays(_ count: Int, every interval: Duration) async throws -> (p50: Double, p99: Double) {
        try program.tell("\(count) \(Int(interval / .microseconds(1)))")
        let answer = try await program.line()
        let numbers = answer.split(separator: " ").compactMap { Double($0) }
        guard numbers.count == 2 else { throw BenchFailure("JetStream told no delays: \(answer)") }
        return (numbers[0], numbers[1])
    }

    func stop() async throws {
        try await program.finish()
        try await server.finish()
    }
}
