/// Names a plug-in: also its stream on the bus, its feed and the first part of its commands' names.
package struct PluginName: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The name, lower-case letters a to z only: it is a topic segment and part of a URN.
    package let description: String

    /// Makes a name of letters a to z; `nil` for anything else.
    package init?(_ text: String) {
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else { return nil }
        description = text
    }

    private init(known text: String) { description = text }

    /// Areas, parties, runs and the phase.
    package static let registry = PluginName(known: "registry")
    /// Measurements.
    package static let analysis = PluginName(known: "analysis")
    /// Plans of approach.
    package static let planning = PluginName(known: "planning")
    /// Reviews and certificates.
    package static let certification = PluginName(known: "certification")
    /// Partners, and what each of them may read.
    package static let gateway = PluginName(known: "gateway")

    /// The services of the system, in the order in which they are shown.
    package static let all: [PluginName] = [.registry, .analysis, .planning, .certification, .gateway]

    package static func < (left: PluginName, right: PluginName) -> Bool { left.description < right.description }
}
