/// The languages in which a report can be written; the values are BCP 47 tags.
package enum ReportLanguage: String, Sendable, CaseIterable {
    /// Dutch, in which the fixed sentences were drafted.
    case dutch = "nl"
    /// English.
    case english = "en"
}
