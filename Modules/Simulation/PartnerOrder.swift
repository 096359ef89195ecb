import CloudEvents
import Contracts
import FoundationEssentials
import Scheme

/// A command to the gateway, as it is planned.
struct PartnerOrder {
    /// What is asked about a partner.
    enum What {
        case admit(PartnerKey)
        case grant(GrantPattern, DataClass)
        case withdraw(GrantPattern)
        case rotate(PartnerKey, overlapDays: Int)
        case backfill(GrantPattern)
        case revoke
    }

    /// Makes it happen at most once.
    let key: UUID
    /// The partner's number.
    let partner: Int
    /// What is asked.
    let what: What

    /// The patterns that are granted.
    static let patterns = [
        "*/*/*/*", "registry/*/*/*", "certification/gm0344/*/*", "*/gm0344/gm0344-0001/*", "*/gm1581/*/*",
        "*/-/-/*", "registry/*/*/traject-fase-gewijzigd", "*/*/*/certificaat-verleend",
    ].compactMap(GrantPattern.init)

    /// The message, as an operator's client sends it.
    func request(of partner: PartnerID, by issuer: Issuer) throws -> CommandRequest {
        func request(_ command: some CommandContract) throws -> CommandRequest {
            CommandRequest(
                key: key,
                type: type(of: command).name,
                issuedBy: issuer,
                body: try JSON.value(of: command)
            )
        }
        return switch what {
        case .admit(let key):
            try request(
                AddPartner(partner: partner, organisation: issuer.organisation, name: "Partner \(partner)", key: key)
            )
        case .grant(let pattern, let dataClass):
            try request(GrantTopics(partner: partner, pattern: pattern, dataClass: dataClass))
        case .withdraw(let pattern): try request(WithdrawGrant(partner: partner, pattern: pattern))
        case .rotate(let key, let days): try request(RotatePartnerKey(partner: partner, key: key, overlapDays: days))
        case .backfill(let pattern): try request(BackfillPartner(partner: partner, pattern: pattern))
        case .revoke: try request(RevokePartner(partner: partner))
        }
    }
}

extension PartnerOrder: CustomStringConvertible {
    var description: String {
        switch what {
        case .admit(let key): "admit partner \(partner) with \(key.fingerprint)"
        case .grant(let pattern, let dataClass): "grant partner \(partner) \(pattern) up to \(dataClass.rawValue)"
        case .withdraw(let pattern): "withdraw \(pattern) from partner \(partner)"
        case .rotate(let key, let days): "partner \(partner) gets key \(key.fingerprint), overlap \(days) days"
        case .backfill(let pattern): "backfill \(pattern) for partner \(partner)"
        case .revoke: "revoke partner \(partner)"
        }
    }
}

extension PartnerKey {
    /// A key that nobody else has.
    static func made(_ dice: inout SeededGenerator) -> PartnerKey {
        let digits = Array("0123456789abcdef")
        let text = String((0..<40).map { _ in dice.pick(digits) })
        guard let key = PartnerKey("1" + text.dropFirst()) else { preconditionFailure("\(text) is not Z85") }
        return key
    }
}
