package import Scheme

/// The topic of a published event: `e/<stream>/<gemeentecode>/<gebied-id>/<type-tail>/`.
package enum Topic {
    /// The topic of an event about an area.
    ///
    /// - Parameters:
    ///   - stream: The name of the plug-in that publishes it.
    ///   - area: The area.
    ///   - name: The event's Dutch name.
    /// - Returns: The topic, which ends with a slash.
    package static func event(stream: String, area: AreaID, name: String) -> String {
        "e/\(stream)/\(area.municipalitySegment)/\(area)/\(name)/"
    }
}
