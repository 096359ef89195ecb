package import Scheme

/// One figure of the fire brigade.
package struct FireCell: Hashable, Sendable {
    /// The category.
    package let category: FireCategoryCode
    /// The month.
    package let month: CalendarMonth
    /// The number of incidents, 0 or more.
    package let count: Int

    /// Makes the value.
    package init(category: FireCategoryCode, month: CalendarMonth, count: Int) {
        (self.category, self.month, self.count) = (category, month, count)
    }
}
