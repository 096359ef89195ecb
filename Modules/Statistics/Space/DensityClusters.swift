/// Groups places that lie close together (`dbscan`; Ester, Kriegel, Sander & Xu 1996).
///
/// A place with at least `minimum` places within `radius`, itself included, is the core of a cluster, and all within its
/// radius belong to it; a border place goes to the first cluster that reaches it. Returns the number of the cluster of
/// each place, from 0 in the order in which their first cores are met, and −1 for places in none.
///
/// - Parameters:
///   - places: the places.
///   - radius: the distance in metres, included; above 0.
///   - minimum: the places that make a core, 1 or more.
/// - Returns: The cluster of each place, −1 for places in none.
/// - Throws: `StatisticsError` for a coordinate that is not finite, a radius that is not above 0, or a minimum below
///   1.
package func dbscan(_ places: [Place], radius: Double, minimum: Int) throws(StatisticsError) -> [Int] {
    try Place.check(places)
    try Check.positive(radius, "the radius")
    try Check.range(Double(minimum), "the places that make a core", 1, Double(Count.limit))
    let square = radius * radius
    func neighbours(of index: Int) -> [Int] {
        places.indices.filter { places[index].squaredDistance(to: places[$0]) <= square }
    }
    var labels = places.map { _ in -1 }
    var cluster = 0
    for first in places.indices where labels[first] == -1 {
        var reached = neighbours(of: first)
        guard reached.count >= minimum else { continue }
        labels[first] = cluster
        while let next = reached.popLast() {
            guard labels[next] == -1 else { continue }
            labels[next] = cluster
            let further = neighbours(of: next)
            if further.count >= minimum { reached += further.filter { labels[$0] == -1 } }
        }
        cluster += 1
    }
    return labels
}
