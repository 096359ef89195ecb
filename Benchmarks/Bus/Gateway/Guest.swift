import ZeroMQ

/// A partner that was admitted, with its keys and the ports of its door.
struct Guest: Sendable {
    let name: String
    let keys: CurveKeyPair
    let livePort: Int
    let feedPort: Int
}
