import Foundation

/// A parser or state machine that libFuzzer feeds with bytes.
///
/// A target is one file in `Targets/` and one line in ``all``.
struct FuzzTarget: Sendable {
    /// The name, also of the target's folders in `corpus/` and `regressions/`.
    let name: String
    /// Inputs to begin with, made of real messages; empty when they are files only.
    let seeds: @Sendable () throws -> [[UInt8]]
    /// Takes one input, and ends the process when a property does not hold.
    let run: @Sendable ([UInt8]) -> Void

    /// Every target.
    static let all = [
        request, reply, live, json, event, server, consumer, table, imports,
    ]
}

/// Ends the process when a property does not hold, so that libFuzzer keeps the input.
func require(_ condition: Bool, _ property: @autoclosure () -> String) {
    guard !condition else { return }
    // In a release build a failed precondition says nothing.
    let text = "the property does not hold: \(property())"
    FileHandle.standardError.write(Data("\(text)\n".utf8))
    preconditionFailure(text)
}
