/// The version of the programs, in one place.
package enum ProductVersion {
    /// Semantic version, as in the changelog.
    package static let text = "0.1.0"
}
