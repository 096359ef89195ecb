import AnalysisDomain
import FigureFiles
import Scheme

extension FigurePeriod {
    /// The forms that the police's tables have, for a message.
    static let policeForms = "2023 mei, 2023, 2023MM05 or 2023JJ00"

    /// The months of a period of a table.
    init?(_ period: TablePeriod) {
        if period.isYear {
            self.init(year: period.year)
        } else if let month = CalendarMonth(year: period.year, month: period.month) {
            self.init(month: month)
        } else {
            return nil
        }
    }
}
