extension Inbox: AsyncSequence {
    /// Waits for batches; several iterators of one inbox share its messages.
    package struct Iterator: AsyncIteratorProtocol {
        let inbox: Inbox

        package func next(
            isolation actor: isolated (any Actor)? = #isolation
        ) async throws(ZeroMQError) -> [Frames]? {
            try await inbox.next(isolation: actor)
        }
    }

    package func makeAsyncIterator() -> Iterator {
        Iterator(inbox: self)
    }

    /// Takes everything that is buffered, or waits for the next batch.
    ///
    /// - Returns: At least one message, or `nil` at the end or when the task is cancelled.
    /// - Throws: `ZeroMQError` with code `terminated` after a shutdown of the messaging thread.
    package func next(
        isolation actor: isolated (any Actor)? = #isolation
    ) async throws(ZeroMQError) -> [Frames]? {
        let number = state.withLock { state in
            state.lastNumber += 1
            return state.lastNumber
        }
        let handover = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                if let handover = register(number, continuation) { continuation.resume(returning: handover) }
            }
        } onCancel: {
            giveUp(number)
        }
        return try handover.get()
    }

    /// Gives what can be handed over at once, or `nil` after noting the waiter.
    private func register(_ number: UInt64, _ continuation: CheckedContinuation<Handover, Never>) -> Handover? {
        let (handover, wasPaused) = state.withLock { state -> (Handover?, Bool) in
            if !state.buffer.isEmpty {
                let batch = state.buffer
                let wasPaused = state.isPaused
                state.buffer = []
                state.isPaused = false
                return (.success(batch), wasPaused)
            }
            if let reason = state.closeReason { return (reason.handover, false) }
            // Checked under the lock that the cancellation handler takes too: it comes before or finds the waiter.
            if Task.isCancelled { return (.success(nil), false) }
            state.waiters.append((number, continuation))
            return (nil, false)
        }
        if wasPaused { resumeReading() }
        return handover
    }

    private func giveUp(_ number: UInt64) {
        let waiter = state.withLock { state in
            state.waiters.firstIndex { $0.number == number }.map { state.waiters.remove(at: $0) }
        }
        waiter?.continuation.resume(returning: .success(nil))
    }
}
