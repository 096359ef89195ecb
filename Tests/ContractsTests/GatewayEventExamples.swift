import Contracts
import Scheme
import Testing

/// One example of every event of the gateway, with every optional member filled in.
struct GatewayEventExamples {
    let all: [any EventContract]

    init() throws {
        let partner = try #require(PartnerID("politie-mn"))
        let organisation = try #require(OrganisationID("politie-mn"))
        let day = try #require(CalendarDate("2026-11-23"))
        // The public test key of the ZeroMQ manuals.
        let key = try #require(PartnerKey("rq:rM>}U?@Lns47E1%kR.o@n%FcmmsL/@{H8]yf7"))
        let pattern = try #require(GrantPattern("certification/gm1581/*/*"))
        all = [
            PartnerAdmitted(
                partner: partner,
                organisation: organisation,
                name: "Politie Midden-Nederland",
                key: key,
                livePort: 5701,
                feedPort: 5702,
                on: day
            ),
            PartnerGrantsChanged(partner: partner, grants: [Grant(pattern, upTo: .confidential)], on: day),
            PartnerKeyRenewed(partner: partner, key: key, formerUntil: day, on: day),
            PartnerBackfilled(partner: partner, pattern: pattern, events: 12, on: day),
            PartnerRevoked(partner: partner, on: day),
        ]
    }
}
