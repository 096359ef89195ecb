/// Lets partners in again after the gateway was restored from a backup.
///
/// Until then no door is open and nothing is given to anybody: the backup may know partners, keys and grants that were
/// ended after it was made. Whoever confirms has ended them again.
package struct ConfirmRestored: CommandContract {
    package static let name = "gateway.confirm-restored"

    /// Makes the command.
    package init() {}

    /// What was confirmed.
    package struct Answer: Codable, Hashable, Sendable {
        /// How many partners are let in now.
        package let partners: Int

        /// Makes the answer.
        package init(partners: Int) { self.partners = partners }
    }
}
