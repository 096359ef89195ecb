import EventSourcing

extension DocumentCollection {
    /// The kept names of those invited, `<run>/<measurement>`; which firm has which code is not kept.
    static let invitations = DocumentCollection("survey-invitation", .personal)
    /// The key of each run by which codes become kept names, `<run>`.
    ///
    /// Removing it cuts the answers off from every list of codes, for good; answers stay linked with one another.
    static let codeKeys = DocumentCollection("survey-code-key", .personal)
    /// What firms wrote in their own words, `<run>/<measurement>/<chance>`; not beside their other answers.
    static let remarks = DocumentCollection("survey-remark", .personal)
}
