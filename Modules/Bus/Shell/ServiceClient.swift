package import Contracts
package import ZeroMQ

/// Asks one service: sends commands and queries and waits for their answers.
///
/// A request is sent again until it is answered or its time is over. A command stays the same command under its key,
/// so that sending it again is harmless.
package actor ServiceClient {
    package nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    private struct Question {
        let frames: Frames
        let deadline: ContinuousClock.Instant
        let answer: CheckedContinuation<[[UInt8]], any Error>
    }

    private let thread: IOThread
    private let endpoint: PeerEndpoint
    private let limit: Duration
    private var socket: Socket?
    private var questions: [UInt64: Question] = [:]
    private var lastNumber: UInt64 = 0
    private var isClosed = false
    private static let repeatAfter: Duration = .seconds(1)

    /// Makes a client of the service that listens at an address.
    ///
    /// - Parameters:
    ///   - endpoint: The service's command address, and how it is recognised.
    ///   - limit: How long a request may take.
    ///   - thread: The messaging thread.
    package init(_ endpoint: PeerEndpoint, within limit: Duration = .seconds(15), on thread: IOThread) {
        (self.endpoint, self.limit, self.thread) = (endpoint, limit, thread)
    }

    /// Makes a client of a service of this host that is not secured.
    package init(_ endpoint: LocalEndpoint, within limit: Duration = .seconds(15), on thread: IOThread) {
        self.init(.unsecured(endpoint), within: limit, on: thread)
    }

    /// Sends a command.
    ///
    /// - Throws: ``BusError`` when there is no answer; whether the command happened is then unknown, and sending it
    ///   again under the same key tells.
    package func send(_ command: CommandRequest) async throws -> CommandReply { try await ask(.command(command)) }

    /// Asks a query.
    ///
    /// - Throws: ``BusError`` when there is no answer.
    package func ask(_ query: QueryRequest) async throws -> CommandReply { try await ask(.query(query)) }

    /// Ends all waiting and closes the socket for good.
    package func close() {
        isClosed = true
        socket?.close()
        socket = nil
        giveUp(.closed(endpoint: endpoint.description))
    }

    private func giveUp(_ error: BusError) {
        let left = questions
        questions = [:]
        for question in left.values { question.answer.resume(throwing: error) }
    }

    private func ask(_ request: FeedRequest) async throws -> CommandReply {
        lastNumber += 1
        let number = lastNumber
        let frames = await Self.write(request, number)
        try connect()
        let answer = try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                questions[number] = Question(frames: frames, deadline: .now + limit, answer: continuation)
                put(number)
            }
        } onCancel: {
            thread.post { [weak self] in
                self?.assumeIsolated {
                    $0.questions.removeValue(forKey: number)?.answer.resume(throwing: CancellationError())
                }
            }
        }
        switch await Self.read(answer) {
        case .reply(let reply)?: return reply
        case .error(let fault)?: throw BusError.fault(fault)
        case .welcome?, .events?, .snapshot?, .acknowledged?, nil:
            let message = "\(endpoint) answered with what is no reply to a command or query: is it the command address?"
            throw BusError.fault(FeedReply.Fault(.badRequest, message))
        }
    }

    /// Writes away from the messaging thread: a command may carry a file of megabytes.
    @concurrent
    private static func write(_ request: FeedRequest, _ number: UInt64) async -> Frames {
        Frames(Envelope(identifier: number.identifierBytes).frames(of: request))
    }

    @concurrent
    private static func read(_ answer: [[UInt8]]) async -> FeedReply? { FeedReply(frames: answer[...]) }

    private func put(_ number: UInt64) {
        guard let question = questions[number] else { return }
        guard ContinuousClock.now < question.deadline else {
            questions[number] = nil
            let error = BusError.noAnswer(endpoint: endpoint.description, within: limit)
            question.answer.resume(throwing: error)
            return
        }
        let wait: Duration
        do {
            wait = try socket?.send(question.frames) == .sent ? Self.repeatAfter : .milliseconds(10)
        } catch {
            questions[number] = nil
            question.answer.resume(throwing: error)
            return
        }
        thread.schedule(after: min(wait, question.deadline - .now)) { [weak self] in
            self?.assumeIsolated { $0.put(number) }
        }
    }

    private func connect() throws {
        guard !isClosed else { throw BusError.closed(endpoint: endpoint.description) }
        guard socket?.isOpen != true else { return }
        var options = SocketOptions(for: .dealer)
        options.inboundFrameLimit = 32 * 1_048_576
        options.outboundFrameLimit = 32 * 1_048_576
        options.reconnectInterval = .milliseconds(20)
        let socket = try thread.makeSocket(.dealer, options)
        self.socket = socket
        socket.onReceive = { [weak self] batch in self?.assumeIsolated { $0.hear(batch) } }
        // A messaging thread that ends runs no more timers: who still waits is told here.
        socket.addCloseHandler { [weak self] _ in
            self?.assumeIsolated { $0.giveUp(.closed(endpoint: $0.endpoint.description)) }
        }
        do {
            try socket.monitor { [weak self] event in self?.assumeIsolated { $0.hear(event) } }
            try socket.connect(endpoint)
        } catch {
            // A socket that never connected would be taken for one that did: the next request tries with a new one.
            self.socket = nil
            socket.close()
            throw error
        }
    }

    /// Ends all waiting when the key is not let in: the library gives such a socket up, so the next request gets another.
    private func hear(_ event: SocketEvent) {
        guard case .denied = event.kind else { return }
        giveUp(.denied(endpoint: endpoint.description))
        socket?.close()
    }

    private func hear(_ batch: [Frames]) {
        for frames in batch {
            var rest = frames.parts[...]
            guard let envelope = Envelope(frames: &rest), let number = UInt64(identifierBytes: envelope.identifier)
            else { continue }
            questions.removeValue(forKey: number)?.answer.resume(returning: Array(rest))
        }
    }
}
