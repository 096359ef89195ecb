/// Asks for all areas.
package struct AreasQuery: QueryContract {
    package typealias Answer = AreaList
    package static let name = "registry.areas"

    /// Makes the query.
    package init() {}
}
