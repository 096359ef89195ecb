import ArgumentParser
import Contracts
import Scheme

extension PartnerCommand {
    /// Admits a partner.
    struct Add: StepCommand {
        static let configuration = CommandConfiguration(
            commandName: "add",
            abstract: "Admits a partner\u{2019}s system and opens its door; it may read nothing until that is granted."
        )

        @Argument(help: "The partner, such as politie-mn.")
        var partner: PartnerID
        @Option(help: "The organisation that runs the system, such as kvk:12345678.")
        var organisation: OrganisationID
        @Option(help: "The name that people read.")
        var name: String
        // Taken as it is: a key may begin with a hyphen.
        @Option(parsing: .unconditional, help: "The partner\u{2019}s public key, 40 characters.")
        var publicKey: PartnerKey
        @Option(help: "The TCP port of its live events; the next free one when none is given.")
        var livePort: Int?
        @Option(help: "The TCP port of its feed; the next free one when none is given.")
        var feedPort: Int?
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> AddPartner {
            AddPartner(
                partner: partner,
                organisation: organisation,
                name: name,
                key: publicKey,
                livePort: livePort,
                feedPort: feedPort
            )
        }
    }

    /// Replaces a partner's key.
    struct RotateKey: StepCommand {
        static let configuration = CommandConfiguration(
            commandName: "rotate-key",
            abstract: "Gives a partner another key; for some days both let it in."
        )

        @Argument(help: "The partner.")
        var partner: PartnerID
        // Taken as it is: a key may begin with a hyphen.
        @Option(parsing: .unconditional, help: "The new public key, 40 characters.")
        var publicKey: PartnerKey
        @Option(help: "For how many days the former key still lets it in, 0 to 30; 0 ends it at once.")
        var overlap = 7
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> RotatePartnerKey {
            RotatePartnerKey(partner: partner, key: publicKey, overlapDays: overlap)
        }
    }

    /// Forgets a consumer of a partner.
    struct Forget: StepCommand {
        static let configuration = CommandConfiguration(
            commandName: "forget",
            abstract: "Forgets a consumer of a partner and how far it was, which makes room for another name.",
            discussion: """
                For a name that is no longer used: a partner has room for 64. One that still runs is shown again once it \
                acknowledges. What the partner was given stays on record.
                """
        )

        @Argument(help: "The partner.")
        var partner: PartnerID
        @Argument(help: "The consumer\u{2019}s name, as kvo partner lag shows it.")
        var consumer: String
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> ForgetConsumer { ForgetConsumer(partner: partner, consumer: consumer) }
    }

    /// Shuts a partner out.
    struct Revoke: StepCommand {
        static let configuration = CommandConfiguration(
            commandName: "revoke",
            abstract: "Shuts a partner out at once; what it was given stays on record."
        )

        @Argument(help: "The partner.")
        var partner: PartnerID
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> RevokePartner { RevokePartner(partner: partner) }
    }
}
