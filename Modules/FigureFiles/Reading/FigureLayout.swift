/// Names the forms in which figures are delivered.
package enum FigureLayout: String, Sendable, Hashable, CaseIterable, Codable {
    /// The download of the police's portal: titles instead of keys, `2022 december`, names or codes of regions.
    case portal = "portal-csv"
    /// A table of OData as CSV: padded keys, `2022MM12`.
    case odata = "odata-csv"
    /// The reply of OData itself.
    case odataJSON = "odata-json"
    /// A table made for an area: no regions, or areas that are none of the list.
    case areaTable = "area-table"
    /// The same with a column for each period.
    case areaTableWide = "area-table-wide"
    /// Incidents of the fire brigade, one a line.
    case fireIncidents = "fire-incidents"
    /// Counts of the fire brigade by month and category.
    case fireCounts = "fire-counts"
}
