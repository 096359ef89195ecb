/// Which establishment has which code; kept by the project leader alone, and never sent to a service.
package struct InvitationList: Hashable, Sendable {
    /// One establishment with its code.
    package struct Invitation: Hashable, Sendable {
        /// The establishment.
        package let establishment: InvitedEstablishment
        /// Its code, in this measurement and in the next.
        package let code: ResponseCode

        /// Makes the value.
        package init(establishment: InvitedEstablishment, code: ResponseCode) {
            (self.establishment, self.code) = (establishment, code)
        }
    }

    /// The invitations, in the order of the establishments' file; no establishment and no code twice.
    package let invitations: [Invitation]

    /// Makes a list of different establishments with different codes.
    package init(_ invitations: [Invitation]) { self.invitations = invitations }

    /// Gives each establishment a code.
    ///
    /// - Parameters:
    ///   - establishments: The establishments to invite, each once.
    ///   - earlier: The list of the measurement before: who stands in it keeps the code, and no code of it goes to
    ///     another.
    ///   - generator: The source of chance.
    package init(
        inviting establishments: [InvitedEstablishment],
        keeping earlier: InvitationList? = nil,
        using generator: inout some RandomNumberGenerator
    ) {
        let kept = Dictionary(
            (earlier?.invitations ?? []).map { ($0.establishment.number, $0.code) },
            uniquingKeysWith: { first, _ in first }
        )
        var used = Set(kept.values)
        invitations = establishments.map { establishment in
            if let code = kept[establishment.number] { return Invitation(establishment: establishment, code: code) }
            var code = ResponseCode.random(using: &generator)
            while !used.insert(code).inserted { code = ResponseCode.random(using: &generator) }
            return Invitation(establishment: establishment, code: code)
        }
    }

    /// The codes in the order of the alphabet, which says nothing of the order of the establishments.
    package var codes: [String] { invitations.map(\.code.text).sorted() }

    /// The number of establishments whose code stands in another list too.
    package func kept(from earlier: InvitationList) -> Int {
        let before = Set(earlier.invitations.map(\.code))
        return invitations.count { before.contains($0.code) }
    }
}
