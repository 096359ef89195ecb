package import EventSourcing
package import Logging
package import ZeroMQ

/// Something with sockets of its own that lives beside a plug-in and reads its store: the gateway's doors.
package protocol HostCompanion: Sendable {
    /// Works until the task is cancelled.
    ///
    /// - Throws: What ends the process; everything else it deals with itself.
    func run(in place: HostPlace) async throws
}

/// What a companion finds.
package struct HostPlace: Sendable {
    /// The plug-in's store; its `changes` have this companion as their listener.
    package let store: any EventStore
    /// The messaging thread.
    package let thread: IOThread
    /// Lets in who may come in; `nil` on the test bench, where there are no keys.
    package let security: (authenticator: Authenticator, keys: CurveKeyPair)?
    /// The host's part of the doors' addresses, for instance `127.0.0.1` or `*`.
    package let doors: String
    /// What share of live events is thrown away, for the test bench.
    package let liveLoss: Double
    /// Tells the time.
    package let clock: HostClock
    /// Where the companion tells what it does.
    package let logger: Logger
}
