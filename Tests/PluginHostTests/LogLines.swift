import Logging

/// Keeps what a process logs, for one who waits for a line.
struct LogLines {
    private struct Handler: LogHandler {
        let put: AsyncStream<String>.Continuation
        var metadata: Logger.Metadata = [:]
        var logLevel: Logger.Level = .notice

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) { put.yield("\(event.message)") }
    }

    let logger: Logger
    private let lines: AsyncStream<String>

    init() {
        let (lines, put) = AsyncStream.makeStream(of: String.self)
        self.lines = lines
        logger = Logger(label: "test") { _ in Handler(put: put) }
    }

    /// Waits for a line with a text in it; those before it are passed over.
    func line(with text: String) async -> String? {
        for await line in lines where line.contains(text) { return line }
        return nil
    }
}
