import CloudEvents
package import FoundationEssentials

/// The documents of a report and its main sentences.
///
/// The same input gives the same bytes: nothing is drawn by chance, and no clock is read.
package struct ReportDocuments: Sendable {
    /// The page: one file with its style and its charts, without scripts.
    package let html: String
    /// Every number of the page, one a line, for a spreadsheet (RFC 4180 with semicolons and a byte order mark).
    package let csv: String
    /// The figures as the analysis service answered them, and what was derived from them.
    package let json: Data
    /// The main sentences, in the order in which the page has them.
    package let sentences: [String]

    /// Writes the documents.
    ///
    /// - Throws: A decoding error when the shipped texts are not what they should be; an encoding error.
    package init(_ input: ReportInput, in language: ReportLanguage) throws {
        let edition = Edition(input: input, texts: try Texts(language))
        html = edition.page
        csv = edition.csv
        json = try JSON.encode(edition.figures)
        sentences = edition.mainSentences
    }
}
