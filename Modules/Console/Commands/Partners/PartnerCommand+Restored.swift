import ArgumentParser
import Contracts

extension PartnerCommand {
    /// Lets partners in again after the gateway was restored.
    struct ConfirmRestored: StepCommand {
        static let configuration = CommandConfiguration(
            commandName: "confirm-restored",
            abstract: "Lets partners in again after the gateway was restored from a backup.",
            discussion: """
                A backup knows partners, keys and grants that were ended after it was made. First end them again, with \
                kvo partner revoke, rotate-key and withdraw; until this command no door is open, and partners are given \
                nothing.
                """
        )

        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> Contracts.ConfirmRestored { Contracts.ConfirmRestored() }
    }
}
