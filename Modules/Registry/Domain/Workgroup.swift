package import Scheme

/// The organisations that prepare and follow the plan.
package struct Workgroup: Hashable, Sendable {
    /// The organisation in the chair.
    package let chair: OrganisationID
    /// All organisations in it.
    package let members: [OrganisationID]

    /// Makes a workgroup.
    package init(chair: OrganisationID, members: [OrganisationID]) { (self.chair, self.members) = (chair, members) }
}
