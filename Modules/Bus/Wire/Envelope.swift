/// What stands around every request and reply: an optional empty frame, the protocol's name and the request's identifier.
package struct Envelope: Hashable, Sendable {
    /// The name and version of the protocol.
    package static let magic = Array("FB1".utf8)
    /// The most bytes of a request's identifier.
    package static let identifierLimit = 16

    /// Whether the peer is a REQ socket, whose messages begin with an empty frame that must come back.
    package let isDelimited: Bool
    /// Chosen by the one who asks, so that it can tell answers apart.
    package let identifier: [UInt8]

    /// Makes an envelope.
    package init(isDelimited: Bool = false, identifier: [UInt8]) {
        self.isDelimited = isDelimited
        self.identifier = identifier
    }

    /// Reads the envelope from the front of a message; `nil` when it is not ours.
    package init?(frames: inout ArraySlice<[UInt8]>) {
        let isDelimited = frames.first?.isEmpty == true
        if isDelimited { frames = frames.dropFirst() }
        guard frames.popFirst() == Self.magic, let identifier = frames.popFirst(),
            identifier.count <= Self.identifierLimit
        else { return nil }
        self.init(isDelimited: isDelimited, identifier: identifier)
    }

    /// The frames that stand before the verb.
    package var frames: [[UInt8]] { (isDelimited ? [[]] : []) + [Self.magic, identifier] }
}
