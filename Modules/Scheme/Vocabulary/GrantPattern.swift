/// Selects topics by whole segments: `certification/gm0344/*/certificaat-verleend`; `*` stands for exactly one segment.
///
/// The segments are the publishing service, the municipality, the area and the event's name.
package struct GrantPattern: Identifier {
    package static let rule =
        "a grant such as certification/gm0344/*/*: service, municipality, area and event name, each a word or *"
    package let text: String

    package init?(_ text: String) {
        let segments = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard segments.count == 4, text.utf8.count <= 160, segments.allSatisfy(Self.isSegment) else { return nil }
        self.text = text
    }

    private static func isSegment(_ segment: String) -> Bool {
        segment == "*" || (!segment.isEmpty && segment.consists(ofLowercaseDigitsAnd: "-"))
    }

    /// The publishing service, or `nil` for every one.
    package var stream: String? { segment(0) }
    /// The municipality's segment, or `nil` for every one.
    package var municipality: String? { segment(1) }
    /// The area, or `nil` for every one.
    package var area: String? { segment(2) }
    /// The event's name, or `nil` for every one.
    package var event: String? { segment(3) }

    private func segment(_ index: Int) -> String? {
        let segment = String(text.split(separator: "/")[index])
        return segment == "*" ? nil : segment
    }

    /// Tells whether a topic `e/<service>/<municipality>/<area>/<event>/` is among those selected.
    package func selects(_ topic: String) -> Bool {
        var wanted = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)[...]
        var given = topic.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)[...]
        guard given.popFirst().map({ $0.elementsEqual("e".utf8) }) == true, given.popLast()?.isEmpty == true,
            given.count == 4
        else { return false }
        while let want = wanted.popFirst(), let have = given.popFirst() {
            guard !have.isEmpty, want.elementsEqual("*".utf8) || want.elementsEqual(have) else { return false }
        }
        return true
    }
}
