import Scheme

extension CertificationDecider {
    func suspend(
        _ reason: String,
        on day: CalendarDate,
        _ setting: CertificationSetting
    ) throws(CertificationRefusal) -> Facts {
        let number = try changing(.suspend, on: day, setting)
        guard reason.isFitForAReason else { throw .unfitText("the reason of a suspension") }
        return [.suspended(number, on: day)]
    }

    func lift(on day: CalendarDate, _ setting: CertificationSetting) throws(CertificationRefusal) -> Facts {
        [.suspensionLifted(try changing(.lift, on: day, setting), on: day)]
    }

    func withdraw(
        _ reason: String,
        on day: CalendarDate,
        _ setting: CertificationSetting
    ) throws(CertificationRefusal) -> Facts {
        let number = try changing(.withdraw, on: day, setting)
        guard reason.isFitForAReason else { throw .unfitText("the reason of a withdrawal") }
        return [.withdrawn(number, on: day)]
    }

    private func changing(
        _ change: CertificateStatus.Change,
        on day: CalendarDate,
        _ setting: CertificationSetting
    ) throws(CertificationRefusal) -> LocalID {
        let certificate = try setting.certificate(for: change)
        try setting.requirePast(day, "a certificate can only have changed")
        try setting.require(day, from: certificate.changedOn, "a certificate cannot change before its last change")
        return certificate.terms.certificate
    }
}
