package import Contracts
package import EventSourcing
import PluginKit

/// Reads the partners for those who open their doors.
package enum PartnerDirectory {
    /// The partners as their events have left them, without their progress.
    package static func all(in reader: any StoreReader) throws -> [PartnerSummary] {
        try reader.all(PartnerSummary.self, in: PartnerProjection.partners)
    }
}
