import AnalysisDomain
import Scheme

/// The document of the figures of one type or category as they were delivered.
struct FigureDocument: Codable {
    struct Cell: Codable {
        let from: CalendarMonth
        let through: CalendarMonth
        /// The number; `nil` when it is withheld.
        let count: Int?
    }

    let cells: [Cell]

    init(_ cells: [PoliceCell]) {
        self.cells = cells.map { Cell(from: $0.period.from, through: $0.period.through, count: $0.count.number) }
    }

    init(_ cells: [FireCell]) {
        self.cells = cells.map { Cell(from: $0.month, through: $0.month, count: $0.count) }
    }
}
