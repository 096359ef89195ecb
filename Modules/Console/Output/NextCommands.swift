import Scheme

/// Names the subcommands with which a step is done, in their order.
enum NextCommands {
    /// The subcommands that lead to the event with which a step ends.
    static func leading(to end: StepEnd) -> [String] {
        switch end {
        case .agreementSigned: ["party join", "agreement sign"]
        case .analysisEstablished, .evaluationEstablished:
            [
                "survey open", "survey import", "survey close", "inspection import", "police import", "fire import",
                "analysis establish",
            ]
        case .planAdopted, .planAdjusted:
            ["objective set", "measure propose", "activity add", "bottleneck argue-away", "plan adopt"]
        case .certificateGranted, .certificateRenewed:
            ["audit request", "audit plan", "audit complete", "audit decide"]
        case .evaluationStarted: ["measure start", "measure complete", "plan report", "run evaluate"]
        }
    }
}
