import EventSourcing
import FoundationEssentials
import GRDB

extension DocumentCollection {
    /// Personal data has a table of its own, so that a copy for study can leave it out whole.
    fileprivate var table: String {
        switch content {
        case .derived: "document"
        case .kept: "kept_document"
        case .personal: "personal_document"
        }
    }
}

extension SQLiteTransaction {
    func document(_ key: String, in collection: DocumentCollection) throws -> Data? {
        let sql = "SELECT body FROM \(collection.table) WHERE collection = ? AND key = ?"
        return try first(sql, [try whole(collection.name), try whole(key)]) { row in
            try StoredRow(row, "document '\(key)' of \(collection.name)").value(0)
        }
    }

    func documents(in collection: DocumentCollection, prefix: String) throws -> [StoredDocument] {
        let sql = "SELECT key, body FROM \(collection.table) WHERE collection = ? AND key >= ? ORDER BY key"
        var documents: [StoredDocument] = []
        try each(sql, [try whole(collection.name), try whole(prefix)]) { row in
            let row = StoredRow(row, "a document of \(collection.name)")
            let key: String = try row.value(0)
            // In the order of the bytes all keys with the prefix stand together, from the prefix itself on.
            guard key.utf8.starts(with: prefix.utf8) else { return false }
            documents.append(StoredDocument(key: key, body: try row.value(1)))
            return true
        }
        return documents
    }

    func put(_ body: Data, at key: String, in collection: DocumentCollection) throws {
        try change(
            """
            INSERT INTO \(collection.table) (collection, key, body) VALUES (?, ?, ?)
            ON CONFLICT (collection, key) DO UPDATE SET body = excluded.body
            """,
            [try whole(collection.name), try whole(key), body]
        )
    }

    func removeDocument(_ key: String, in collection: DocumentCollection) throws {
        try change(
            "DELETE FROM \(collection.table) WHERE collection = ? AND key = ?",
            [try whole(collection.name), try whole(key)]
        )
    }

    func clear(_ collection: DocumentCollection) throws {
        try change("DELETE FROM \(collection.table) WHERE collection = ?", [try whole(collection.name)])
    }
}
