/// An event in the CloudEvents 1.0 JSON form, under the NL GOV profile 1.1.
///
/// Source: CloudEvents 1.0.2; Logius, NL GOV profile for CloudEvents. `sequence` is 20 digits per `source`, so that it
/// sorts as text and as a number; `sequencetype` is left out for that reason.
package struct CloudEvent: Hashable, Sendable {
    /// Unique together with `source`: a random UUID.
    package var id: String
    /// The system that recorded the event, a URN in the namespace `nld`.
    package var source: String
    /// What happened, `nl.kvo.<name>.v<version>`.
    package var type: String
    /// What it happened to, for instance `traject/gm1581-0001-t1`.
    package var subject: String?
    /// When it was recorded, RFC 3339 in UTC; the moment in the world stands in `data`.
    package var time: String?
    /// The place among the events of `source`, 20 digits.
    package var sequence: String?
    /// Shared by everything that follows from one command.
    package var correlation: String?
    /// What led to this event.
    package var causation: String?
    /// How widely it may be read, one of the classes of data; the attribute `dataclassification`.
    package var dataClass: String?
    /// Extension attributes that this version does not name.
    package var extensions: [String: JSONValue] = [:]
    /// The event's own data; `nil` when there is none.
    package var data: JSONValue?

    /// Makes an event with the four attributes that CloudEvents requires.
    package init(id: String, source: String, type: String) {
        (self.id, self.source, self.type) = (id, source, type)
    }

    /// The 20-digit form of a place.
    package static func sequenceText(_ number: Int64) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 20 - digits.count)) + digits
    }
}
