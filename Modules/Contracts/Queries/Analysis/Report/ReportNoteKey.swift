/// The fixed sentences of a report; the texts themselves belong to the report.
package enum ReportNoteKey: String, Codable, Hashable, Sendable, CaseIterable {
    /// Under every survey result: those that did not answer may have met with something else. No places.
    case responseCaveat = "respons.voorbehoud"
    /// All establishments answered, so that there is no margin. No places.
    case responseComplete = "respons.volledig"
    /// The question was reworded and is not compared. `about` is the figure.
    case reworded = "vraag.gewijzigd"
    /// The surveys were held in different seasons. No places.
    case season = "seizoen"
    /// Too few establishments could be linked, or too few of them answered once, so that the measurements were compared
    /// as if others had answered, which is the cautious way. No places.
    case unlinked = "enquete.ongekoppeld"
    /// The police publish no numbers for some types. `soorten`: their titles.
    case withheld = "niet.gepubliceerd"
    /// There is no reference area. `about` is the figure, or none when it holds for all.
    case noReference = "effect.zondercontrole"
    /// The measures ran together. No places.
    case wholePackage = "effect.pakket"
    /// Counts fall by themselves after a bad year. `about` is the figure; `k`: the earlier count; `verwacht`: the
    /// expected one.
    case regression = "effect.terugval"
    /// There were no comparable regions from which that fall could be estimated. No places.
    case regressionUnknown = "effect.terugval.onbekend"
    /// A month is missing to estimate how much the counts vary, so that intervals may be too narrow. `about` is the
    /// figure.
    case dispersionUnknown = "spreiding.onbekend"
    /// The months cover other calendar months than those of the earlier measurement. No places.
    case otherMonths = "maanden.anders"
}
