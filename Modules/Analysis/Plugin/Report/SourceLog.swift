import AnalysisDomain
import Contracts
import EventSourcing
import PluginKit
import Scheme

/// Where the figures of measurements come from, as the log tells.
struct SourceLog {
    /// The deliveries of each measurement, in the order in which they came.
    private(set) var sources: [Int: [ReportedSource]] = [:]
    private var openings: [Int: SurveyOpening] = [:]

    /// Folds the events of a run's measurements.
    init(of events: [RecordedEvent], _ codec: AnalysisCodec) throws {
        for recorded in events {
            let event = try codec.decode(type: recorded.event.type, payload: recorded.event.payload)
            fold(event, on: CalendarDate(inTheNetherlandsAt: recorded.event.metadata.recordedAt))
        }
    }

    private mutating func fold(_ event: AnalysisEvent, on day: CalendarDate) {
        switch event {
        case .surveyOpened(let ref, let opening): openings[ref.number] = opening
        case .responsesReceived(let ref, let receipt):
            guard let opening = openings[ref.number] else { return }
            add(
                ref,
                .survey,
                opening.questionnaire.text,
                receipt.digest,
                from: opening.on,
                through: day,
                on: day
            )
        case .inspectionHeld(let ref, let round):
            add(
                ref,
                .inspection,
                "\(round.id) (\(round.kind.rawValue))",
                nil,
                from: round.on,
                through: round.on,
                on: day
            )
        case .policeDelivered(let ref, let delivery): add(ref, .policeFigures, delivery, on: day)
        case .fireDelivered(let ref, let delivery): add(ref, .fireFigures, delivery, on: day)
        default: break
        }
    }

    private mutating func add(
        _ ref: MeasurementRef,
        _ source: MeasurementSource,
        _ delivery: FigureDelivery,
        on day: CalendarDate
    ) {
        let window = delivery.window
        add(
            ref,
            source,
            delivery.source,
            delivery.digest,
            from: window.from.firstDay,
            through: window.through.lastDay,
            on: day,
            withheld: source == .policeFigures ? delivery.withheld : nil
        )
    }

    private mutating func add(
        _ ref: MeasurementRef,
        _ source: MeasurementSource,
        _ name: String,
        _ digest: String?,
        from: CalendarDate,
        through: CalendarDate,
        on day: CalendarDate,
        withheld: Int? = nil
    ) {
        sources[ref.number, default: []].append(
            ReportedSource(
                measurement: ref.number,
                source: source,
                name: name,
                sha256: digest,
                from: from,
                through: through,
                deliveredOn: day,
                withheld: withheld
            )
        )
    }
}

extension CalendarMonth {
    fileprivate var firstDay: CalendarDate {
        guard let date = CalendarDate(year: year, month: month, day: 1) else {
            preconditionFailure("a month has a first day")
        }
        return date
    }
}
