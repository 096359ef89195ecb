/// States what the messaging library refused, on which endpoint, and what to do about it.
package struct ZeroMQError: Error, Hashable, Sendable {
    /// Names the reason of a refusal.
    package enum Code: Hashable, Sendable {
        case addressInUse
        case addressNotAvailable
        case permissionDenied
        case notASocket
        case directoryMissing(String)
        case pathTooLong(bytes: Int)
        case notLocal
        case malformedEndpoint(String)
        case portNeeded
        case hostNeeded
        case terminated
        case closed
        case tooLarge(bytes: Int, limit: Int)
        case wrongKind(SocketKind)
        case limitReached
        /// The library has no CURVE.
        case curveMissing
        /// A socket cannot change how it is secured.
        case securityFixed
        /// Connections within a process never have a handshake.
        case cannotSecure
        case authenticatorExists
        /// The authenticator serves another messaging thread than the socket's.
        case authenticatorElsewhere
        case selfTestFailed(String)
        case system(Int32)
    }

    /// Names the operation that was refused, as a verb phrase for the sentence.
    package enum Operation: String, Hashable, Sendable {
        case start = "start the messaging thread"
        case open = "open a socket"
        case configure = "configure a socket"
        case readEndpoint = "use an unsecured endpoint"
        case readAddress = "use an address"
        case makeKeys = "make keys"
        case authenticate = "check who connects"
        case secure = "secure a socket"
        case bind = "bind"
        case connect = "connect"
        case subscribe = "subscribe"
        case send = "send"
        case receive = "receive"
        case monitor = "monitor a socket"
    }

    package let code: Code
    package let operation: Operation
    /// Holds the address as it was given, if the operation had one.
    package let endpoint: String?

    package init(_ code: Code, _ operation: Operation, endpoint: String? = nil) {
        self.code = code
        self.operation = operation
        self.endpoint = endpoint
    }
}
