/// An establishment that gets an invitation.
package struct InvitedEstablishment: Hashable, Sendable {
    /// The number in the trade register, 12 digits.
    package let number: String
    /// The trade name, which may be a person's.
    package let name: String

    /// Makes the value.
    package init(number: String, name: String) { (self.number, self.name) = (number, name) }
}
