@testable import ZeroMQ

/// Names options of libzmq by their numbers in zmq.h, for settings that the module does not offer.
enum RawOption: Int32 {
    case routingID = 5
    case unsubscribe = 7
    case curveServer = 47
    case curvePublicKey = 48
    case curveSecretKey = 49
    case curveServerKey = 50
    case zapDomain = 55
    case enforceDomain = 93
}

extension Station {
    @discardableResult
    func bind(_ endpoint: ServerEndpoint) throws -> Address { try socket.bind(endpoint) }
    func connect(_ endpoint: PeerEndpoint) throws { try socket.connect(endpoint) }

    func set(_ option: RawOption, to value: Int32) throws { try socket.set(option.rawValue, to: value) }
    func set(_ option: RawOption, to bytes: [UInt8]) throws { try socket.set(option.rawValue, to: bytes, .configure) }

    /// Makes the socket a CURVE server behind the module's back: with its keys, and nothing else.
    func setRawCurveServer(_ keys: CurveKeyPair) throws {
        try set(.curveServer, to: 1)
        try keys.withSecret { try set(.curveSecretKey, to: $0) }
    }

    /// Makes the socket a CURVE client that the module takes for an unsecured one.
    func setRawCurveClient(_ keys: CurveKeyPair, of server: CurvePublicKey) throws {
        try set(.curveServerKey, to: server.bytes)
        try set(.curvePublicKey, to: keys.publicKey.bytes)
        try keys.withSecret { try set(.curveSecretKey, to: $0) }
    }
}
