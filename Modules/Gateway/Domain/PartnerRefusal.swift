import EventSourcing
package import Scheme

/// Why something may not happen to a partner.
package enum PartnerRefusal: DomainRefusal {
    /// No partner has this name.
    case unknown(PartnerID)
    /// The name is in use.
    case taken(PartnerID, name: String)
    /// The partner was shut out.
    case revoked(PartnerID)
    /// The name is blank, too long or has characters that break or hide it.
    case unfitName
    /// A port cannot be right.
    case unlikelyPort(Int)
    /// Both ports are the same.
    case onePort(Int)
    /// The key has let this partner in before.
    case formerKey(PartnerKey)
    /// The number of days is out of range.
    case unlikelyOverlap(Int)
    /// There are too many grants.
    case tooManyGrants(limit: Int)
    /// There is no such grant.
    case noSuchGrant(GrantPattern)
    /// Nothing is granted, so nothing can be added.
    case nothingGranted(PartnerID)
    /// The gateway was restored from a backup, and nobody has confirmed that what it knows of its partners still holds.
    case restored
    /// The gateway was not restored, so there is nothing to confirm.
    case nothingToConfirm

    package var gate: String? { nil }

    package var description: String {
        switch self {
        case .unknown(let partner): "there is no partner \(partner); admit it first with: kvo partner add \(partner)"
        case .taken(let partner, let name): "\(partner) is admitted already, as \(name); give the new one another name."
        case .revoked(let partner):
            "\(partner) was shut out; admit it again with a new key: kvo partner add \(partner)"
        case .unfitName:
            "the partner's name must be one line of 1 to 200 characters (at most 400 bytes in UTF-8) that can be read."
        case .unlikelyPort(let port): "\(port) is no port for a door; choose one from 1024 to 65535."
        case .onePort(let port): "live events and feed cannot share port \(port); give each its own."
        case .formerKey(let key):
            "the key \(key.fingerprint)\u{2026} has been this partner's before; let the partner make a new pair."
        case .unlikelyOverlap(let days): "\(days) days of overlap are not possible; give 0 to 30."
        case .tooManyGrants(let limit): "a partner has at most \(limit) grants; withdraw one, or write * for a segment."
        case .noSuchGrant(let pattern): "the partner has no grant \(pattern); kvo partner list shows those it has."
        case .nothingGranted(let partner):
            "\(partner) is granted nothing yet, so there is nothing to add; grant first, then backfill."
        case .restored:
            "the gateway was restored from a backup, so no door is open and partners are given nothing; redo what was "
                + "revoked, renewed and withdrawn since that backup, then: kvo partner confirm-restored"
        case .nothingToConfirm:
            "the gateway was not restored since it was last confirmed, so there is nothing to confirm."
        }
    }
}
