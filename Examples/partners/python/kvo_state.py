"""What a partner keeps: events, position and parked events, in one SQLite file, so that they move together."""
import json
import sqlite3
import time

SCHEMA = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
CREATE TABLE IF NOT EXISTS event (source, id, offset, type, subject, body, PRIMARY KEY (source, id));
CREATE TABLE IF NOT EXISTS parked (offset PRIMARY KEY, subject, body, reason);
CREATE TABLE IF NOT EXISTS position (epoch, offset);
"""


def effect(db, offset, event, body):
    """What this partner does with an event: put your own here. It is part of the transaction that moves the position,
    so write to `db` only; what goes elsewhere (a mail, another system) is done later, from a table of things to do."""
    row = (event["source"], event["id"], offset, event["type"], event.get("subject", ""), body)
    db.execute("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?)", row)


def read(body):
    """The event in a body, or nothing."""
    try:
        event = json.loads(body)
        return event if all(isinstance(event[name], str) for name in ("source", "id", "type")) else {}
    except (ValueError, LookupError, TypeError, RecursionError):
        return {}


class State:
    def __init__(self, path, refused_type=None):
        self.path, self.refused_type = path, refused_type
        self.db = sqlite3.connect(path, isolation_level=None)
        self.db.executescript(SCHEMA)
        row = self.db.execute("SELECT epoch, offset FROM position").fetchone()
        self.epoch, self.position = row or (None, 0)

    def begin(self, epoch):
        """Begins to follow a feed for the first time."""
        self.db.execute("INSERT INTO position VALUES (?, 0)", (epoch,))
        self.epoch = epoch

    def keep(self, entries, position):
        """Makes the effect of (offset, body) pairs and moves the position, in ONE transaction: after a crash both are
        there or neither is. Gives the lines to print and what was parked as (offset, reason)."""
        lines, parked = [], []
        self.db.execute("BEGIN IMMEDIATE")
        for offset, body in entries:
            event = read(body)
            key = (event.get("source"), event.get("id"))
            if self.db.execute("SELECT 1 FROM event WHERE source = ? AND id = ?", key).fetchone():
                continue  # had before, at another offset
            subject = str(event.get("subject", ""))
            reason = self.trouble(offset, event, body)
            if reason:
                self.db.execute("REPLACE INTO parked VALUES (?, ?, ?, ?)", (offset, subject, body, reason))
                parked.append((offset, reason))
            lines.append("\t".join([str(offset), str(event.get("sequence", "-")), event.get("type", "-"), subject or "-"]))
        moved = self.db.execute("UPDATE position SET offset = ? WHERE epoch = ? AND offset = ?",
                                (position, self.epoch, self.position))
        if moved.rowcount != 1:
            raise SystemExit(f"another process moved the position in {self.path}")
        self.db.execute("COMMIT")
        self.position = position
        return lines, parked

    def trouble(self, offset, event, body):
        """Makes the effect, and says why it could not be made in five tries."""
        waits = self.db.execute("SELECT 1 FROM parked WHERE subject = ? AND subject != ''", (str(event.get("subject", "")),))
        if waits.fetchone():
            return "waits behind an earlier event of its subject"
        if not event:
            return "this is not an event"
        for pause in [0.05, 0.1, 0.2, 0.4, 0]:
            self.db.execute("SAVEPOINT one")
            try:
                if event["type"] == self.refused_type:
                    raise ValueError("this type is refused by --refuse")
                effect(self.db, offset, event, body)
                self.db.execute("RELEASE one")
                return None
            except Exception as error:
                self.db.execute("ROLLBACK TO one")
                reason = "".join(c if c.isprintable() else " " for c in f"{type(error).__name__}: {error}")[:500]
                time.sleep(pause)
        return reason
