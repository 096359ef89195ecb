import Scheme

extension RunDecider {
    /// Joining again as the same party changes nothing.
    func join(_ party: Party, on day: CalendarDate, _ run: Run) throws(RunRefusal) -> [RunEvent.Fact] {
        guard party.name.isFitForALine else { throw .unfitName(party.organisation) }
        if let present = run.parties[party.organisation]?.party {
            guard present == party else { throw .partyAlready(present) }
            return []
        }
        return [.partyJoined(party, on: day)]
    }

    /// Leaving never withdraws anything: the event only says whether a mandatory kind is missing from now on.
    func leave(_ organisation: OrganisationID, on day: CalendarDate, _ run: Run) throws(RunRefusal) -> [RunEvent.Fact] {
        guard let membership = run.parties[organisation] else { throw .noParty(organisation, run.id, "leave") }
        guard day >= membership.since else { throw .leftBeforeJoining(organisation, since: membership.since, on: day) }
        let kind = membership.party.kind
        let isLast = !run.parties.values.contains { $0.party.kind == kind && $0.party.organisation != organisation }
        let isMandatory = try scheme(run.start.scheme).mandatoryPartyKinds.contains(kind)
        return [.partyLeft(organisation, kind, mandatoryKindMissing: isMandatory && isLast, on: day)]
    }

    func sign(_ agreement: Agreement, _ workgroup: Workgroup, _ run: Run) throws(RunRefusal) -> [RunEvent.Fact] {
        let scheme = try scheme(run.start.scheme)
        let phase = try requireStep(
            endingWith: .agreementSigned,
            "the intentieverklaring can only be signed",
            run,
            scheme
        )
        for signature in agreement.signatures {
            guard signature.function.isFitFunction else { throw .unfitFunction(signature.organisation) }
            try requireParty(signature.organisation, on: agreement.on, "sign", run)
        }
        try check(workgroup, on: agreement.on, run)
        let meetings = scheme.meetingsPerYearMinimum...366
        guard meetings.contains(agreement.meetingsPerYear) else {
            throw .unfitMeetings(agreement.meetingsPerYear, meetings, scheme.name)
        }
        let signed = Set(agreement.signatures.map(\.organisation))
        try require(.mandatoryPartiesSigned, of: phase, run.lackingMandatoryParties(scheme, signed: signed))
        return [
            .agreementSigned(agreement),
            .workgroupInstalled(workgroup, on: agreement.on),
            try advance(run, from: phase, because: phase.endsWith),
        ]
    }

    private func check(_ workgroup: Workgroup, on day: CalendarDate, _ run: Run) throws(RunRefusal) {
        guard !workgroup.members.isEmpty else { throw .emptyWorkgroup }
        try requireParty(workgroup.chair, on: day, "chair the workgroup", run)
        var seen: Set<OrganisationID> = []
        for member in workgroup.members {
            try requireParty(member, on: day, "be in the workgroup", run)
            guard seen.insert(member).inserted else { throw .memberTwice(member) }
        }
    }

    /// Refuses who takes no part in the run, and who joined only after the day.
    private func requireParty(
        _ organisation: OrganisationID,
        on day: CalendarDate,
        _ deed: String,
        _ run: Run
    ) throws(RunRefusal) {
        guard let since = run.parties[organisation]?.since else { throw .noParty(organisation, run.id, deed) }
        guard day >= since else { throw .notYetParty(organisation, deed, since: since, on: day) }
    }
}
