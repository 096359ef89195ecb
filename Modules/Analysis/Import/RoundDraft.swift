import AnalysisDomain
import Geography
import Scheme
import Tabular

/// A round of which findings are still being read.
struct RoundDraft {
    var round: DeliveredInspection
    private var points: [RDPoint] = []
    private var begin: (time: ClockTime, row: FindingRow)?
    private var end: (time: ClockTime, row: FindingRow)?

    init(_ round: DeliveredInspection) { self.round = round }

    /// Takes over one row.
    mutating func add(_ cells: FindingCells) throws(ImportError) {
        round.findings.append(try cells.finding(of: round.on))
        let text = try cells.text
        round.texts.append(text)
        if let x = text.rdX, let y = text.rdY { points.append(RDPoint(x: x, y: y)) }
        for organisation in try cells.row["deelnemers"].organisations where !round.participants.contains(organisation) {
            round.participants.append(organisation)
        }
        begin = try Self.time("begin", in: cells.row, begin)
        end = try Self.time("einde", in: cells.row, end)
    }

    /// The round, once all rows have been read.
    ///
    /// - Throws: When its times cannot be, or when a dark round was walked in the light.
    func finished() throws(ImportError) -> DeliveredInspection {
        var round = round
        round.place = RDPoint.middle(of: points)?.wgs84
        guard let begin else {
            guard let end else { return round }
            throw end.row.refusal(.endWithoutBegin, in: "einde")
        }
        guard let hours = RoundHours(begin: begin.time, end: end?.time) else {
            throw begin.row.refusal(.tooLong(begin: begin.time, end: end?.time ?? begin.time), in: "begin")
        }
        round.hours = hours
        if round.kind == .dark, let fault = LightFault.of(hours, on: round.on, at: round.place) {
            if case .ended = fault, let end { throw end.row.refusal(.light(fault), in: "einde") }
            throw begin.row.refusal(.light(fault), in: "begin")
        }
        return round
    }

    private static func time(
        _ column: String,
        in row: FindingRow,
        _ known: (time: ClockTime, row: FindingRow)?
    ) throws(ImportError) -> (time: ClockTime, row: FindingRow)? {
        guard let time = try row[column].time(column) else { return known }
        guard let known else { return (time, row) }
        guard known.time == time else {
            let fault = InspectionFault.contradiction(column: column, "\(time)", earlier: "\(known.time)")
            throw .inspection(fault, row[column].place)
        }
        return known
    }
}

extension FindingRow {
    /// The refusal of a column of this row, after all rows have been read.
    fileprivate func refusal(_ fault: InspectionFault, in column: String) -> ImportError {
        let error = ImportError.inspection(fault, self[column].place)
        return feature.map { .feature($0, error) } ?? error
    }
}
