import Statistics

extension [FigureComparison] {
    /// Adds to each main change of a share its p-value among the questions of the same theme.
    func adjusted(by guide: ProblemGuide) -> [FigureComparison] {
        var adjusted = self
        let tested = indices.filter {
            self[$0].changes.first?.pValue != nil && guide.theme(of: self[$0].after.id) != nil
        }
        for family in Dictionary(grouping: tested, by: { guide.theme(of: self[$0].after.id) }).values {
            guard let values = try? pAdjust(family.compactMap { self[$0].changes.first?.pValue }) else { continue }
            for (position, index) in family.enumerated() {
                adjusted[index].changes[0].holm = values.holm[position]
                adjusted[index].changes[0].benjaminiHochberg = values.benjaminiHochberg[position]
            }
        }
        return adjusted
    }
}
