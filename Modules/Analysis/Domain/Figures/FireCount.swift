/// The incidents of one category over the window of a delivery.
package struct FireCount: Hashable, Sendable {
    /// The category.
    package let category: FireCategoryCode
    /// The number.
    package let count: Int

    /// Makes the value.
    package init(category: FireCategoryCode, count: Int) { (self.category, self.count) = (category, count) }
}
