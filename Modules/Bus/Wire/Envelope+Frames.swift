extension Envelope {
    /// A whole reply.
    package func frames(of reply: FeedReply) -> [[UInt8]] {
        do {
            return frames + (try reply.frames)
        } catch {
            // Every reply is made of texts, numbers and lists, which always have a JSON form.
            preconditionFailure("a reply cannot be written as JSON: \(error)")
        }
    }

    /// A whole request.
    package func frames(of request: FeedRequest) -> [[UInt8]] {
        do {
            return frames + (try request.frames)
        } catch {
            preconditionFailure("a request cannot be written as JSON: \(error)")
        }
    }
}
