import ArgumentParser

/// Shows an error as one sentence instead of a trace.
struct StartFailure: Error, CustomStringConvertible {
    let description: String

    init(_ error: any Error) { description = "\(error)" }
}
