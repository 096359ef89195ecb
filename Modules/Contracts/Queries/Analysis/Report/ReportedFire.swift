/// One category of the fire brigade's incidents; so few a year that nothing is tested.
package struct ReportedFire: Codable, Hashable, Sendable {
    /// The category's code.
    package let category: String
    /// The figure, for instance brandweer.gebouwbrand.
    package let id: String
    /// The name in Dutch.
    package let name: String
    /// The count over this measurement's window; `nil` when it was not delivered.
    package let now: ReportedCount?
    /// The count over the earlier measurement's window.
    package let before: ReportedCount?

    /// Makes the value.
    package init(
        category: String,
        id: String,
        name: String,
        now: ReportedCount? = nil,
        before: ReportedCount? = nil
    ) {
        self.category = category
        self.id = id
        self.name = name
        self.now = now
        self.before = before
    }
}
