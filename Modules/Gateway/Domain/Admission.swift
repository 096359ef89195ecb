package import Scheme

/// All that is given when a partner's system is admitted.
package struct Admission: Hashable, Sendable {
    /// The organisation that runs the system.
    package let organisation: OrganisationID
    /// The name that people read.
    package let name: String
    /// The key with which it comes in.
    package let key: PartnerKey
    /// Where its door is.
    package let ports: DoorPorts
    /// The day.
    package let on: CalendarDate

    /// Makes an admission.
    package init(organisation: OrganisationID, name: String, key: PartnerKey, ports: DoorPorts, on: CalendarDate) {
        self.organisation = organisation
        self.name = name
        self.key = key
        self.ports = ports
        self.on = on
    }
}
