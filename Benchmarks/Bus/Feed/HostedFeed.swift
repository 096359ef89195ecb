/// A ``FeedHost`` in a process of its own, with its sockets in a folder of their own.
struct HostedFeed: Sendable {
    let folder: WorkFolder
    private let host: Child

    /// Starts it with the store of that name, which may be there already.
    init(named name: String, in parent: WorkFolder) async throws {
        folder = try parent.subfolder(name)
        host = try Child(role: "feed", [parent.file("\(name).sqlite"), folder.path])
        _ = try await host.line()
    }

    /// Publishes events and returns the seconds that it took.
    func publish(_ count: Int, batch: Int) async throws -> Double {
        try host.tell("\(count) \(batch)")
        guard let seconds = Double(try await host.line()) else { throw BenchFailure("the host told no time") }
        return seconds
    }

    func stop() async throws { _ = try await host.finish() }
}
