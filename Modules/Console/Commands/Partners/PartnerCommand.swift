import ArgumentParser
import Scheme

/// Lets partners' systems in, says what each may read, and shows what each was given.
struct PartnerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "partner",
        abstract: "Lets partners\u{2019} systems in, says what each may read, and shows what each was given.",
        subcommands: [
            Add.self, Grant.self, Withdraw.self, Backfill.self, RotateKey.self, Revoke.self, List.self, Lag.self,
            Forget.self, Disclosed.self, ConfirmRestored.self,
        ]
    )

    /// What a list says that is empty.
    static let nobody = "no partners yet; admit one with kvo partner add"
}
