/// Counts the answers of the same respondents to one question at two measurements.
package struct PairedTable: Sendable, Hashable {
    /// Yes at both.
    package let yesYes: Int
    /// Yes, then no.
    package let yesNo: Int
    /// No, then yes.
    package let noYes: Int
    /// No at both.
    package let noNo: Int

    /// Takes the four counts; the methods check them.
    package init(yesYes: Int, yesNo: Int, noYes: Int, noNo: Int) {
        self.yesYes = yesYes
        self.yesNo = yesNo
        self.noYes = noYes
        self.noNo = noNo
    }

    func checked() throws(StatisticsError) {
        for cell in [yesYes, yesNo, noYes, noNo] { _ = try Count.checked(cell, "a number of pairs") }
    }
}
