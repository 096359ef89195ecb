import Scheme

extension RunRefusal {
    package var description: String {
        switch self {
        case .unknown(let run): "there is no run \(run); start one first."
        case .alreadyStarted(let run): "run \(run) has been started already."
        case .noAreas(let run): "run \(run) is about no area; start it over at least one."
        case .stopped(let run, let day): "run \(run) was stopped on \(day); start a new run of the area."
        case .unknownScheme(let scheme, let known):
            "this service does not know scheme \(scheme); install its scheme file, or take one of "
                + known.map(\.text).joined(separator: ", ") + "."
        case .noSteps(let scheme): "scheme \(scheme) has no step to go to; correct its scheme file."
        case .kindNotInScheme(let kind, let scheme):
            "scheme \(scheme) is not for a \(kind.rawValue); take a scheme that has this kind of area."
        case .wrongStep(let run, let present, let deed, let only):
            "run \(run) is at \(present); \(deed) at "
                + (only ?? "a step that its scheme does not have") + "."
        case .gateClosed(let gate, let step, let lacking):
            "\(step) cannot end: gate \(gate.rawValue) is closed, \(lacking)."
        case .inFuture(let what, let day, let today):
            "\(what) on a day that has come: \(day) lies after today, \(today)."
        case .unfitText(let what, let limit): "\(what) must be a text of 1 to \(limit) characters."
        case .unfitName(let organisation):
            "the name of \(organisation) must be one line of 1 to 200 characters (at most 400 bytes in UTF-8) that can "
                + "be read, without control or invisible characters; shorten or complete it."
        case .unfitFunction(let organisation):
            "the function in which \(organisation) signs must be 1 to 40 letters, spaces and hyphens, such as "
                + "wethouder; give the office, not the person."
        case .partyAlready(let party):
            "\(party.organisation) takes part already as \(party.kind.rawValue) under the name \(party.name); "
                + "let it leave before it joins as another."
        case .noParty(let organisation, let run, let deed):
            "\(organisation) is not a party in run \(run) and cannot \(deed); let it join first."
        case .notYetParty(let organisation, let deed, let since, let day):
            "\(organisation) joined on \(since) and cannot \(deed) on \(day); give the day on which it joined or a "
                + "later one."
        case .leftBeforeJoining(let organisation, let since, let day):
            "\(organisation) joined on \(since) and cannot have left on \(day); give that day or a later one."
        case .unfitMeetings(let number, let allowed, let scheme):
            "\(number) meetings a year do not fit: \(scheme) asks for at least \(allowed.lowerBound), "
                + "and there can be at most \(allowed.upperBound)."
        case .emptyWorkgroup: "the workgroup has no members; name at least one party."
        case .memberTwice(let organisation): "\(organisation) is named twice as a member; name it once."
        }
    }
}
