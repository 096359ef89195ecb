import Foundation

/// Makes the folders of a process, for its own user only.
enum HostFolders {
    /// Makes a folder when it is not there; an existing one is left as it is.
    static func prepare(_ path: String) throws(HostError) {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
            guard isFolder.boolValue else { throw .folder(path, why: "it is a file.") }
            return
        }
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw .folder(path, why: error.localizedDescription)
        }
    }
}
