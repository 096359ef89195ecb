package import FoundationEssentials

/// A file that is delivered with a command; in JSON its bytes are base64.
package struct DeliveredFile: Codable, Hashable, Sendable {
    /// The file's name, for messages; never used as a path.
    package let name: String
    /// The bytes as they are, whatever they are.
    package let content: Data

    /// Makes a delivery.
    package init(name: String, content: Data) { (self.name, self.content) = (name, content) }
}
