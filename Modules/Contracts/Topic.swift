package import Scheme

/// The topic of a published event: `e/<stream>/<gemeentecode>/<gebied-id>/<type-tail>/`.
package enum Topic {
    /// Stands for the municipality and the area of an event that concerns none.
    package static let nowhere = "-"

    /// The topic of an event.
    ///
    /// - Parameters:
    ///   - stream: The name of the plug-in that publishes it.
    ///   - area: The area, or `nil` for an event that concerns none.
    ///   - name: The event's Dutch name.
    /// - Returns: The topic, which ends with a slash.
    package static func event(stream: String, area: AreaID?, name: String) -> String {
        "e/\(stream)/\(area?.municipalitySegment ?? nowhere)/\(area?.text ?? nowhere)/\(name)/"
    }
}
