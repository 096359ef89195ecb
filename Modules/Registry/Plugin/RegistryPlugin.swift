package import EventSourcing
package import PluginKit
import RegistryDomain
package import Scheme

/// Keeps areas, runs and parties, and says at which step a run is.
package struct RegistryPlugin: BusPlugin {
    let areas = AreaDecider()
    let runs: RunDecider
    let schemes: SchemeCatalogue

    /// Makes the plug-in with the scheme versions that runs may take.
    package init(schemes: SchemeCatalogue) {
        self.schemes = schemes
        runs = RunDecider(schemes: schemes)
    }

    package var name: PluginName { .registry }
    package var consumes: [PluginName] { [.analysis, .planning, .certification] }
    package var projections: [any Projection] { [AreaProjection(), RunProjection()] }
    package var commands: [CommandHandler] { areaCommands + runCommands }
}
