/// A text that nests arrays and objects deeper than any message of ours does.
package struct JSONDepthError: Error, Hashable, Sendable, CustomStringConvertible {
    package let description = "arrays and objects may be nested at most \(JSON.depthLimit) deep"

    /// Makes the error.
    package init() {}
}
