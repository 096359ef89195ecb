extension Schema {
    /// The second step: channels beside the feed, and what could not be applied.
    ///
    /// `envelope.thread` is the number of the first envelope of the same topic and subject, so that the newest of
    /// each can be told from numbers alone.
    static let channelTables = """
        CREATE TABLE envelope (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            thread INTEGER NOT NULL,
            source TEXT NOT NULL,
            id TEXT NOT NULL,
            topic TEXT NOT NULL,
            subject TEXT NOT NULL,
            heard_at INTEGER NOT NULL,
            body_sha256 BLOB NOT NULL,
            sha256 BLOB NOT NULL,
            body BLOB NOT NULL,
            UNIQUE (source, id)
        ) STRICT;

        CREATE INDEX envelope_thread ON envelope (topic, subject, thread);

        CREATE TABLE channel (
            number INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            head INTEGER NOT NULL,
            floor INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE delivery (
            channel INTEGER NOT NULL REFERENCES channel (number),
            offset INTEGER NOT NULL,
            envelope INTEGER NOT NULL REFERENCES envelope (number),
            thread INTEGER NOT NULL,
            at INTEGER NOT NULL,
            sha256 BLOB NOT NULL,
            PRIMARY KEY (channel, offset),
            UNIQUE (channel, envelope)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX delivery_thread ON delivery (channel, thread, offset);

        CREATE TABLE channel_acknowledgement (
            channel TEXT NOT NULL,
            consumer TEXT NOT NULL,
            offset INTEGER NOT NULL,
            at INTEGER NOT NULL,
            PRIMARY KEY (channel, consumer)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE parked (
            feed TEXT NOT NULL,
            offset INTEGER NOT NULL,
            topic TEXT NOT NULL,
            subject TEXT NOT NULL,
            body BLOB NOT NULL,
            reason TEXT NOT NULL,
            attempts INTEGER NOT NULL,
            parked_at INTEGER NOT NULL,
            sha256 BLOB NOT NULL,
            PRIMARY KEY (feed, offset)
        ) STRICT;

        CREATE INDEX parked_subject ON parked (feed, subject);
        """

    /// The fourth step: what is newest in a thread is told by its envelope, for a back-fill delivers old ones last.
    static let newestAsHeard = """
        DROP INDEX delivery_thread;

        CREATE INDEX delivery_thread ON delivery (channel, thread, envelope);
        """
}
