/// Tells why a service could not be asked.
package enum BusError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Nobody answered in time.
    case noAnswer(endpoint: String, within: Duration)
    /// The service does not let in the key of this process.
    case denied(endpoint: String)
    /// The service did not accept the request.
    case fault(FeedReply.Fault)
    /// The client was closed.
    case closed(endpoint: String)

    package var description: String {
        switch self {
        case .noAnswer(let endpoint, let limit):
            "nobody answered at \(endpoint) within \(limit / .seconds(1)) seconds: is the service running?"
        case .denied(let endpoint):
            "the service at \(endpoint) does not let in the key of this process: have its operator admit the key."
        case .fault(let fault): fault.message
        case .closed(let endpoint): "the connection to \(endpoint) has been closed."
        }
    }
}
