/// Cuts an input into steps and a step into parts, at bytes that neither JSON nor names contain.
enum Script {
    /// Ends a step: RS in ASCII.
    static let stepEnd: UInt8 = 0x1E
    /// Ends a part: US in ASCII.
    static let partEnd: UInt8 = 0x1F

    /// The steps of an input.
    static func steps(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        bytes.split(separator: stepEnd, omittingEmptySubsequences: false)
    }

    /// The parts of a step, for instance the frames of a message.
    static func parts(_ bytes: ArraySlice<UInt8>) -> [[UInt8]] {
        bytes.split(separator: partEnd, omittingEmptySubsequences: false).map(Array.init)
    }

    /// An input of one step.
    static func input(_ parts: [[UInt8]]) -> [UInt8] { Array(parts.joined(separator: [partEnd])) }

    /// An input of several steps.
    static func input(steps: [[UInt8]]) -> [UInt8] { Array(steps.joined(separator: [stepEnd])) }
}

/// Takes small numbers from the front of a step; 0 when there is nothing left.
struct Numbers {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    mutating func next() -> Int64 { rest.popFirst().map(Int64.init) ?? 0 }
}
