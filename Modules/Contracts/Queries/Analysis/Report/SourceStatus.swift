/// How far a source of evidence was looked at; unless a summary was read, it is to be shown as still to be checked.
package enum SourceStatus: String, Codable, Hashable, Sendable, CaseIterable {
    /// A summary was read and supports the line.
    case abstract
    /// The source exists and the claim itself was not read.
    case found
    /// It was not verified.
    case memory
}
