/// Asks a service how it is.
package struct StatusQuery: QueryContract {
    package typealias Answer = ServiceStatus
    package static let name = "host.status"

    /// Makes the query.
    package init() {}
}
