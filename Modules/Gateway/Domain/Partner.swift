package import Scheme

/// A partner's system as it stands now.
package struct Partner: Hashable, Sendable {
    /// A key and the last day on which it lets the partner in.
    package struct Key: Hashable, Sendable {
        /// The public key.
        package let key: PartnerKey
        /// Its last day, or `nil` when it has none.
        package let until: CalendarDate?

        /// Makes a key.
        package init(_ key: PartnerKey, until: CalendarDate? = nil) { (self.key, self.until) = (key, until) }
    }

    /// As it was admitted, the last time.
    package let admission: Admission
    /// The keys, the newest first.
    package internal(set) var keys: [Key]
    /// Every key that it ever had: none of them comes back.
    package internal(set) var pastKeys: Set<PartnerKey>
    /// What it may read, in the order in which it was granted.
    package internal(set) var grants: [Grant] = []
    /// Whether it was shut out.
    package internal(set) var isRevoked = false

    init(_ admission: Admission, pastKeys: Set<PartnerKey>) {
        self.admission = admission
        keys = [Key(admission.key)]
        self.pastKeys = pastKeys.union([admission.key])
    }

    /// The key before the present one, while it still lets the partner in.
    func formerKey(on today: CalendarDate) -> Key? {
        keys.dropFirst().first { key in key.until.map { today <= $0 } ?? true }
    }

    /// Whether it stands as an admission would have it, whatever the day: then the admission is a repetition.
    func isAdmitted(as other: Admission) -> Bool {
        admission.organisation == other.organisation && admission.name == other.name && admission.ports == other.ports
            && keys.first?.key == other.key
    }
}
