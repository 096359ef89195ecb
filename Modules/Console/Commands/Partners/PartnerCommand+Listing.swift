import ArgumentParser
import Contracts
import EventSourcing
import PluginKit
import Scheme

extension PartnerCommand {
    /// Lists the partners.
    struct List: QueryCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Lists the partners, their doors and what they may read."
        )

        @Argument(help: "The partner; all when none is named.")
        var partner: PartnerID?
        @OptionGroup var connection: ConnectionOptions

        func makeQuery() -> PartnersQuery { PartnersQuery(partner: partner) }

        func lines(of answer: PartnerList) -> [String] {
            let notes = answer.heldBack.map { ["nobody is let in: \($0)"] } ?? []
            guard !answer.partners.isEmpty else { return [PartnerCommand.nobody] + notes }
            var table = TextTable(header: ["partner", "name", "ports", "keys", "may read"])
            for partner in answer.partners {
                let keys = partner.keys.map { key in
                    "\(key.key.fingerprint)…" + (key.until.map { " until \($0)" } ?? "")
                }
                let grants = partner.grants.map { "\($0.pattern) (\($0.dataClass.rawValue))" }
                table.append([
                    partner.partner.text, partner.name, "\(partner.livePort) live, \(partner.feedPort) feed",
                    partner.isRevoked ? "shut out" : keys.joined(separator: ", "),
                    grants.isEmpty ? "nothing" : grants.joined(separator: ", "),
                ])
            }
            return table.lines + notes
        }
    }

    /// Shows how far the partners have come.
    struct Lag: QueryCommand {
        static let configuration = CommandConfiguration(
            commandName: "lag",
            abstract: "Shows how far each partner has come in its feed, and what it could not handle."
        )

        @Argument(help: "The partner; all when none is named.")
        var partner: PartnerID?
        @OptionGroup var connection: ConnectionOptions

        func makeQuery() -> PartnersQuery { PartnersQuery(partner: partner) }

        func lines(of answer: PartnerList) -> [String] {
            guard !answer.partners.isEmpty else { return [PartnerCommand.nobody] }
            var table = TextTable(header: ["partner", "consumer", "given", "has", "behind", "last moved"])
            var troubles: [String] = []
            for partner in answer.partners {
                for consumer in partner.consumers {
                    table.append([
                        partner.partner.text, consumer.consumer, String(partner.head), String(consumer.offset),
                        String(partner.head - consumer.offset), Instant(microseconds: consumer.at).rfc3339,
                    ])
                }
                if partner.consumers.isEmpty {
                    table.append([partner.partner.text, "–", String(partner.head), "–", "–", "never"])
                }
                troubles += partner.troubles.map { trouble in
                    "\(partner.partner) (\(trouble.consumer)) could not handle offset \(trouble.offset): \(trouble.reason)"
                }
            }
            return table.lines + troubles
        }
    }
}
