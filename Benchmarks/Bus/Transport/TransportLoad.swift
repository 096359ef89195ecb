/// How many messages go from publisher to subscriber, and how large they are.
struct TransportLoad: Sendable {
    /// How many messages go to the socket at a time, and differ from each other.
    static let batch = 100
    /// How many messages the subscriber confirms at a time; the publisher is two portions ahead at most.
    static let portion = 2000
    /// The topic with which a portion is confirmed; no message begins with it.
    static let confirmation: [UInt8] = [UInt8(ascii: "+")]

    /// A multiple of the portion.
    let count: Int
    /// The bytes of each message.
    let bytes: Int

    /// As the processes of a measure are told.
    var arguments: [String] { ["\(count)", "\(bytes)"] }
}
