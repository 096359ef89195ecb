import CertificationDomain
package import EventSourcing
package import PluginKit
package import Scheme

/// Takes applications through their review, and keeps the certificates and their stars.
package struct CertificationPlugin: BusPlugin {
    let decider: CertificationDecider
    let schemes: SchemeCatalogue

    /// Makes the plug-in with the scheme versions that runs may have.
    package init(schemes: SchemeCatalogue) {
        self.schemes = schemes
        decider = CertificationDecider(schemes: schemes)
    }

    package var name: PluginName { .certification }
    package var consumes: [PluginName] { [.registry, .analysis, .planning] }
    package var projections: [any Projection] { [CertificationProjection()] }

    /// Decides on a run's stream.
    @discardableResult
    func execute(_ order: CertificationCommand.Order, of run: RunID, _ work: PluginWork) throws -> [CertificationEvent]
    {
        try work.execute(
            decider,
            CertificationCommand(order, of: run, today: work.today),
            on: .certification(run),
            codec: CertificationCodec()
        )
    }
}
