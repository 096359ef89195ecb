package import Scheme

/// An event that a service publishes; the payload is the same in its log and on the bus.
///
/// It carries identifiers, state and counts: never a person's name, an address or an answer.
package protocol EventContract: StoredForm {
    /// The Dutch name on the wire, for instance `certificaat-verleend`; also the last segment of the topic.
    static var name: String { get }
    /// How widely it may be read.
    static var dataClass: DataClass { get }
    /// What it happened to, for instance `traject/gm1581-0001-t1`.
    var subject: String { get }
    /// The areas it concerns; it is published once for each, and once when it concerns none.
    var areas: [AreaID] { get }
}

extension EventContract {
    /// The CloudEvents type of the first version.
    package static var type: String { "nl.kvo.\(name).v1" }
}
