import ArgumentParser
import Contracts
import Scheme

extension PartnerCommand {
    /// Lets a partner read.
    struct Grant: StepCommand {
        static let configuration = CommandConfiguration(
            commandName: "grant",
            abstract: "Lets a partner read topics, from now on.",
            discussion: """
                A grant has four segments, each a word or *: service, municipality, area and event name. \
                certification/*/*/* gives the certificates of every municipality, */gm1581/*/* all of one municipality. \
                A grant for the same topics replaces the earlier one.
                """
        )

        @Argument(help: "The partner.")
        var partner: PartnerID
        @Argument(help: "The topics, such as certification/gm1581/*/*.")
        var pattern: GrantPattern
        @Option(name: .customLong("class"), help: "The highest class of data: openbaar, intern or vertrouwelijk.")
        var dataClass = DataClass.open
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> GrantTopics {
            GrantTopics(partner: partner, pattern: pattern, dataClass: dataClass)
        }
    }

    /// Takes a grant back.
    struct Withdraw: StepCommand {
        static let configuration = CommandConfiguration(
            commandName: "withdraw",
            abstract: "Takes a grant back, from now on."
        )

        @Argument(help: "The partner.")
        var partner: PartnerID
        @Argument(help: "The grant\u{2019}s topics, as kvo partner list shows them.")
        var pattern: GrantPattern
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> WithdrawGrant { WithdrawGrant(partner: partner, pattern: pattern) }
    }

    /// Adds events from before a grant.
    struct Backfill: StepCommand {
        static let configuration = CommandConfiguration(
            commandName: "backfill",
            abstract: "Adds events from before the partner\u{2019}s grants to its feed, as far as the grants give them."
        )

        @Argument(help: "The partner.")
        var partner: PartnerID
        @Argument(help: "The topics, such as */gm1581/*/*; all that is granted when none are named.")
        var pattern: GrantPattern?
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> BackfillPartner {
            guard let pattern = pattern ?? GrantPattern("*/*/*/*") else { throw ValidationError("name the topics.") }
            return BackfillPartner(partner: partner, pattern: pattern)
        }
    }
}
