import AnalysisDomain
import CloudEvents
import Contracts
import EventSourcing
import PluginKit
import Scheme

extension AnalysisPlugin {
    var establishingCommands: [CommandHandler] {
        [
            CommandHandler(EstablishAnalysis.self) { command, work in
                let present = try present(of: command.run, doing: .establish, work)
                let bottlenecks = command.bottlenecks.map {
                    NewBottleneck(id: $0.id, title: $0.title, indicator: $0.indicator)
                }
                try measure(
                    .establish(
                        on: command.on,
                        discussedOn: command.discussedOn,
                        bottlenecks: bottlenecks,
                        tally: try tally(of: present, work),
                        links: try links(of: present, work)
                    ),
                    of: command.run,
                    work
                )
            }
        ]
    }

    /// Links the private answers with those to the survey of the measurement before; none when either had no survey.
    private func links(of present: PresentMeasurement, _ work: PluginWork) throws -> [LinkedAnswers] {
        let state = try work.load(decider, from: .analysis(of: present.ref.run), codec: codec)
        guard let earlier = state.established(before: present.ref.number),
            let before = earlier.survey.flatMap({ decider.data.questionnaires[$0.questionnaire] }),
            let now = present.measurement.survey.flatMap({ decider.data.questionnaires[$0.questionnaire] })
        else { return [] }
        let prefix = MeasurementRef(run: present.ref.run, areas: present.ref.areas, number: earlier.number).keyPrefix
        return now.linked(
            try responses(at: present.ref.keyPrefix, work),
            with: before,
            try responses(at: prefix, work)
        )
    }

    private func responses(at prefix: String, _ work: PluginWork) throws -> [SurveyResponse] {
        try work.transaction.documents(in: .responses, prefix: prefix)
            .map { try JSON.decode(ResponseDocument.self, from: $0.body).response }
    }
}
