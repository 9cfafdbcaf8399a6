package dev.plumbline.store;

import java.nio.file.Path;
import java.util.List;

/** The journal's tables. Triggers refuse what an append-only book must refuse; the head row tells how long the book is, so that a lost end shows. */
final class JournalFile {
    private static final int VERSION = 1;

    private static final List<String> SCHEMA = List.of(
            """
            CREATE TABLE entry (
              number INTEGER PRIMARY KEY,
              run TEXT NOT NULL,
              kind TEXT NOT NULL,
              at TEXT NOT NULL,
              content TEXT NOT NULL,
              previous TEXT NOT NULL,
              hash TEXT NOT NULL
            ) STRICT""",
            "CREATE INDEX entry_of_run ON entry (run, number)",
            "CREATE INDEX entry_of_kind ON entry (kind, number)",
            """
            CREATE TABLE head (
              only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
              number INTEGER NOT NULL,
              hash TEXT NOT NULL
            ) STRICT""",
            "INSERT INTO head VALUES (1, 0, '" + HashChain.ROOT + "')",
            """
            CREATE TRIGGER entry_stays BEFORE UPDATE ON entry
            BEGIN SELECT RAISE(ABORT, 'journal entries are never changed'); END""",
            """
            CREATE TRIGGER entry_remains BEFORE DELETE ON entry
            BEGIN SELECT RAISE(ABORT, 'journal entries are never deleted'); END""",
            """
            CREATE TRIGGER entry_follows BEFORE INSERT ON entry
            WHEN NEW.number <> (SELECT number + 1 FROM head) OR NEW.previous <> (SELECT hash FROM head)
            BEGIN SELECT RAISE(ABORT, 'a journal entry must follow the last one'); END""",
            """
            CREATE TRIGGER head_advances AFTER INSERT ON entry
            BEGIN UPDATE head SET number = NEW.number, hash = NEW.hash; END""",
            """
            CREATE TRIGGER head_only_advances BEFORE UPDATE ON head
            WHEN NEW.number <> OLD.number + 1
            BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END""",
            """
            CREATE TRIGGER head_remains BEFORE DELETE ON head
            BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END""");

    private JournalFile() {}

    static LocalDatabase open(Path file) {
        return LocalDatabase.open(file, VERSION, SCHEMA);
    }
}
