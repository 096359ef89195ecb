import FoundationEssentials
import Integrity
import Testing

@Suite("SHA-256 digest")
struct SHA256DigestTests {
    @Test(
        "the published values come out",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ]
    )
    func published(text: String, hex: String) {
        #expect(SHA256Digest(of: text).hex == hex)
        #expect(SHA256Digest(of: Data(text.utf8)).description == hex)
    }

    @Test("a digest is read back from its bytes")
    func readBack() {
        let digest = SHA256Digest(of: "abc")
        #expect(SHA256Digest(bytes: digest.bytes) == digest)
    }

    @Test("anything that is not 32 bytes is refused", arguments: [0, 1, 31, 33, 64])
    func refused(count: Int) {
        #expect(SHA256Digest(bytes: Data(count: count)) == nil)
    }
}

@Suite("Record digest")
struct RecordDigestTests {
    private func digest(_ fields: String...) -> SHA256Digest {
        var record = RecordDigest()
        for field in fields { record.add(field) }
        return record.digest
    }

    @Test("a byte cannot move from one field to the next unnoticed")
    func boundaries() {
        #expect(digest("ab", "c") != digest("a", "bc"))
        #expect(digest("ab", "") != digest("ab"))
        #expect(digest("ab", "c") == digest("ab", "c"))
    }

    @Test("text and the same bytes are the same field, a number is eight bytes, an identifier sixteen")
    func kinds() {
        var text = RecordDigest()
        text.add("12345678")
        var data = RecordDigest()
        data.add(Data("12345678".utf8))
        var number = RecordDigest()
        number.add(Int64(0x3132_3334_3536_3738))
        var id = RecordDigest()
        id.add(UUID(uuid: (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)))
        var idBytes = RecordDigest()
        idBytes.add(Data(1...16))
        #expect(id.digest == idBytes.digest)
        #expect(text.digest == data.digest)
        #expect(text.digest == number.digest)
    }
}
