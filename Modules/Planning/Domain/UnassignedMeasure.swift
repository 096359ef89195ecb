package import Scheme

/// A measure that cannot be adopted because something is open.
package struct UnassignedMeasure: Hashable, Sendable, CustomStringConvertible {
    /// The measure.
    package let id: LocalID
    /// Whether nobody is named to carry it out.
    package let lacksOwner: Bool
    /// Whether no last day is named.
    package let lacksDeadline: Bool

    /// Makes the value.
    package init(id: LocalID, lacksOwner: Bool, lacksDeadline: Bool) {
        (self.id, self.lacksOwner, self.lacksDeadline) = (id, lacksOwner, lacksDeadline)
    }

    package var description: String {
        let missing = [lacksOwner ? "owner" : nil, lacksDeadline ? "deadline" : nil].compactMap(\.self)
        return "\(id) (no \(missing.joined(separator: ", no ")))"
    }
}
