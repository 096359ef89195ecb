package import ZeroMQ

/// A folder of CURVE keys: `<name>.secret` for oneself, readable by its owner alone, and `<name>.public` for the others.
///
/// Whose public key lies in a service's folder may talk to that service. To shut somebody out is to remove the file: a
/// service that runs sees it within two seconds, and then ends every connection, of which only those come back that may.
package struct KeyFolder: Hashable, Sendable {
    /// The folder.
    package let path: String

    /// Names a folder; it need not exist yet.
    package init(_ path: String) { self.path = path }

    /// The key pair of a name.
    ///
    /// - Throws: ``KeyError``, also when others may read the file.
    package func pair(of name: String) throws(KeyError) -> CurveKeyPair {
        let file = secretFile(of: try Self.checked(name))
        let text = try PrivateFile.read(file, name: name)
        guard let secret = Self.value("secret", in: text), let pair = CurveKeyPair(secret: secret) else {
            throw .malformed(path: file, why: "it has no line \u{201c}secret\u{201d} with 40 characters of Z85")
        }
        guard Self.value("public", in: text) == pair.publicKey.description else {
            throw .malformed(path: file, why: "its public key does not belong to its secret key")
        }
        return pair
    }

    /// The public keys of a name: the present one, and after it one that a rotation has replaced and nobody retired.
    ///
    /// - Throws: ``KeyError``.
    package func publicKeys(of name: String) throws(KeyError) -> [CurvePublicKey] {
        let file = publicFile(of: try Self.checked(name))
        let text = try PublicFile.read(file, name: name)
        guard let present = Self.value("public", in: text).flatMap({ CurvePublicKey($0) }) else {
            throw .malformed(path: file, why: "it has no line \u{201c}public\u{201d} with 40 characters of Z85")
        }
        guard let former = Self.value("former", in: text) else { return [present] }
        guard let key = CurvePublicKey(former) else {
            throw .malformed(path: file, why: "its line \u{201c}former\u{201d} has no 40 characters of Z85")
        }
        return [present, key]
    }

    /// Everybody whose public key lies in the folder, by key.
    ///
    /// - Throws: ``KeyError`` for a file that cannot be read, or that others may change, for who is let in must never
    ///   depend on luck.
    package func users() throws(KeyError) -> [CurvePublicKey: String] {
        let names = try names()
        try requireTrust(in: names)
        var users: [CurvePublicKey: String] = [:]
        for name in names {
            for key in try publicKeys(of: name) {
                if let other = users[key], other != name {
                    throw .malformed(path: publicFile(of: name), why: "it holds the key of \(other) as well")
                }
                users[key] = name
            }
        }
        return users
    }

    /// The names of which there is a public key, in order.
    package func names() throws(KeyError) -> [String] {
        try PublicFile.names(in: path, suffix: ".public").filter { Self.isName($0) }
    }

    /// Whether the secret key of a name is here.
    package func hasPair(of name: String) -> Bool { PrivateFile.exists(secretFile(of: name)) }

    /// Makes the key pair of a name.
    ///
    /// - Throws: ``KeyError/exists(path:name:)`` when there is one, so that no key is lost.
    @discardableResult
    package func make(_ name: String) throws(KeyError) -> CurvePublicKey {
        let name = try Self.checked(name)
        try PrivateFile.makeFolder(path)
        guard !hasPair(of: name) else { throw .exists(path: secretFile(of: name), name: name) }
        let pair = try Self.newPair(path)
        try write(pair, of: name, former: nil)
        return pair.publicKey
    }

    /// Replaces the key pair of a name; the former public key stays valid until it is retired.
    ///
    /// - Throws: ``KeyError``.
    @discardableResult
    package func rotate(_ name: String) throws(KeyError) -> CurvePublicKey {
        let former = try self.pair(of: name)
        let pair = try Self.newPair(path)
        try write(pair, of: name, former: former.publicKey)
        return pair.publicKey
    }

    /// Ends the validity of the key that a rotation has replaced.
    ///
    /// - Returns: Whether there was one.
    @discardableResult
    package func retire(_ name: String) throws(KeyError) -> Bool {
        let keys = try publicKeys(of: name)
        guard keys.count > 1 else { return false }
        try PublicFile.write(Self.publicText(of: name, keys[0], former: nil), to: publicFile(of: name))
        return true
    }

    /// Changes whenever a key was added, replaced or removed.
    package var stamp: String { PublicFile.stamp(of: path, suffix: ".public") }

    private func secretFile(of name: String) -> String { "\(path)/\(name).secret" }
    private func publicFile(of name: String) -> String { "\(path)/\(name).public" }

    private func write(_ pair: CurveKeyPair, of name: String, former: CurvePublicKey?) throws(KeyError) {
        // The public half first: a secret key without it would lock its owner out.
        try PublicFile.write(Self.publicText(of: name, pair.publicKey, former: former), to: publicFile(of: name))
        let text = """
            # CURVE key pair of \(name). Whoever has the secret key is \(name): keep it, and give it to nobody.
            public \(pair.publicKey)
            secret \(pair.secretText)

            """
        try PrivateFile.write(text, to: secretFile(of: name))
    }

    private static func publicText(of name: String, _ key: CurvePublicKey, former: CurvePublicKey?) -> String {
        "# CURVE public key of \(name).\npublic \(key)\n" + (former.map { "former \($0)\n" } ?? "")
    }

    private static func newPair(_ path: String) throws(KeyError) -> CurveKeyPair {
        do {
            return try CurveKeyPair()
        } catch {
            throw .system(path: path, why: "\(error)")
        }
    }

    private static func value(_ name: String, in text: String) -> String? {
        for line in text.split(whereSeparator: \.isNewline) where line.hasPrefix("\(name) ") {
            return String(line.dropFirst(name.utf8.count + 1))
        }
        return nil
    }

    private static func checked(_ name: String) throws(KeyError) -> String {
        guard isName(name) else { throw .unfitName(name) }
        return name
    }

    private static func isName(_ name: String) -> Bool {
        (2...32).contains(name.utf8.count) && !name.hasPrefix("-")
            && name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }
}

extension KeyFolder {
    /// The name under which an operator's tools come in when no other is given.
    package static let operatorName = "console"

    /// Whether a name is that of an operator's tools: `console`, or `console-` and something more.
    package static func isOperator(_ name: String) -> Bool {
        name == operatorName || name.hasPrefix("\(operatorName)-")
    }
}
