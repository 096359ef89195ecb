import Foundation
package import Scheme

extension SchemeCatalogue {
    /// Reads scheme files beside the versions that ship.
    ///
    /// - Throws: ``HostError/unreadable(file:why:)`` that names the file.
    package init(files: [String]) throws {
        var contents: [Data] = []
        for file in files {
            do {
                let data = try Data(contentsOf: URL(fileURLWithPath: file))
                _ = try Scheme(json: data)
                contents.append(data)
            } catch is CocoaError {
                throw HostError.unreadable(file: file, why: "there is no such file, or it may not be read.")
            } catch {
                throw HostError.unreadable(file: file, why: "\(error)")
            }
        }
        try self.init(adding: contents)
    }
}
