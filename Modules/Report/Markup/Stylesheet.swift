/// The shipped style sheet of the page; no other text can become one.
struct Stylesheet: Sendable {
    /// The style rules.
    let text: String

    /// The sheet of the report.
    static let report = Stylesheet(text: String(decoding: PackageResources.report_css, as: UTF8.self))

    private init(text: String) { self.text = text }
}
