/// What a command does to a measurement, as it stands in the sentence of a refusal.
package enum MeasurementAction: Hashable, Sendable {
    case openSurvey, invite, importResponses, closeSurvey, importInspection, deliverPolice, deliverFire, establish

    /// The action in the passive, to follow "can only be".
    var phrase: (subject: String, participle: String) {
        switch self {
        case .openSurvey: ("the survey", "opened")
        case .invite: ("establishments", "invited")
        case .importResponses: ("survey answers", "taken over")
        case .closeSurvey: ("the survey", "closed")
        case .importInspection: ("an inspection round", "recorded")
        case .deliverPolice: ("police figures", "delivered")
        case .deliverFire: ("fire figures", "delivered")
        case .establish: ("the measurement", "established")
        }
    }
}
