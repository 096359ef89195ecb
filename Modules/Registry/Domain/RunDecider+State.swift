extension RunDecider {
    package func evolve(_ state: inout Run?, _ event: RunEvent) {
        switch event.fact {
        case .started(let start): state = Run(id: event.run, areas: event.areas, start: start)
        case .phaseChanged(let change):
            state?.phase = change.to
            state?.round = change.round
        case .partyJoined(let party, let day):
            state?.parties[party.organisation] = Membership(party: party, since: day)
        case .partyLeft(let organisation, _, _, _): state?.parties[organisation] = nil
        case .agreementSigned(let agreement): state?.agreement = agreement
        case .workgroupInstalled: break
        case .evaluationStarted(let measurement, _): state?.measurement = measurement
        case .annualReportNoted(let year): state?.reportedYears.insert(year)
        case .certificateNoted(let certificate, _):
            state?.certificates.append(certificate)
            state?.reportedYears = []
        case .stopped(let day): state?.stoppedOn = day
        }
    }
}
