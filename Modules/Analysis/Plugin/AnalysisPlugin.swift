import AnalysisDomain
import AnalysisImport
package import EventSourcing
package import PluginKit
package import Scheme

/// Takes in what a measurement is made of, and establishes it.
package struct AnalysisPlugin: BusPlugin {
    let decider: AnalysisDecider
    let guide: InspectionGuide
    let codec = AnalysisCodec()

    /// Makes the plug-in with the scheme versions that runs may have.
    ///
    /// - Throws: When a list that ships with the program is damaged.
    package init(schemes: SchemeCatalogue) throws {
        guide = try InspectionGuide.shipped()
        decider = AnalysisDecider(schemes: schemes, data: try ReferenceData.shipped())
    }

    package var name: PluginName { .analysis }
    package var consumes: [PluginName] { [.registry] }
    package var projections: [any Projection] { [MeasurementProjection(codec: codec)] }
    package var commands: [CommandHandler] {
        surveyCommands + invitationCommands + inspectionCommands + figureCommands + establishingCommands
    }
}
