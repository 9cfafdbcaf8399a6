package dev.plumbline.catalog.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.structure.StructureComparison;
import dev.plumbline.drift.structure.StructureDifference;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestTargets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StructureReaderTest {
    static final String[] EVERY_KIND = {
        "CREATE SCHEMA ledger",
        "CREATE TYPE ledger.mood AS ENUM ('glad', 'it''s sad')",
        "CREATE DOMAIN ledger.amount AS numeric(19,4) NOT NULL CHECK (VALUE >= 0)",
        "CREATE TYPE ledger.pair AS (\"left\" int, right_side text)",
        "CREATE TYPE ledger.span AS RANGE (subtype = int8)",
        "CREATE SEQUENCE ledger.numbers AS int START 7 CYCLE MAXVALUE 99",
        "CREATE TABLE ledger.entry (id bigint GENERATED ALWAYS AS IDENTITY, mood ledger.mood DEFAULT 'glad',"
                + " total ledger.amount, twice numeric GENERATED ALWAYS AS (total * 2) STORED, note text COLLATE \"C\","
                + " PRIMARY KEY (id), CONSTRAINT short CHECK (length(note) < 9))",
        "COMMENT ON COLUMN ledger.entry.note IS 'what it was for'",
        "CREATE TABLE ledger.line (entry bigint REFERENCES ledger.entry ON DELETE CASCADE DEFERRABLE, at date)"
                + " PARTITION BY RANGE (at)",
        "CREATE TABLE ledger.line_2026 PARTITION OF ledger.line FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')",
        "CREATE INDEX line_at ON ledger.line (at) INCLUDE (entry) WHERE at IS NOT NULL",
        "CREATE VIEW ledger.glad AS SELECT id FROM ledger.entry WHERE mood = 'glad'",
        "CREATE MATERIALIZED VIEW ledger.totals AS SELECT mood, sum(total) FROM ledger.entry GROUP BY mood",
        "CREATE FUNCTION ledger.touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$",
        "CREATE PROCEDURE ledger.post(INOUT n int) LANGUAGE plpgsql AS $$ BEGIN n := n + 1; END $$",
        "CREATE TRIGGER touched BEFORE UPDATE ON ledger.entry FOR EACH ROW EXECUTE FUNCTION ledger.touch()",
        "ALTER TABLE ledger.entry ENABLE ROW LEVEL SECURITY",
        "CREATE POLICY own ON ledger.entry AS RESTRICTIVE FOR SELECT USING (note = current_user)",
        "CREATE RULE nothing AS ON DELETE TO ledger.glad DO INSTEAD NOTHING",
        "CREATE STATISTICS ledger.moods (dependencies) ON mood, total FROM ledger.entry",
        "CREATE FUNCTION ledger.guard() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$",
        "CREATE EVENT TRIGGER guarded ON sql_drop EXECUTE FUNCTION ledger.guard()",
        "CREATE PUBLICATION out FOR TABLE ledger.entry",
        "CREATE AGGREGATE ledger.product(numeric) (SFUNC = numeric_mul, STYPE = numeric)",
        "CREATE COLLATION ledger.plain (LOCALE = 'C')",
        "CREATE FOREIGN DATA WRAPPER nowhere",
        "CREATE SERVER away FOREIGN DATA WRAPPER nowhere OPTIONS (host 'h', password 'canary')",
        "CREATE FUNCTION ledger.same(ledger.pair, ledger.pair) RETURNS boolean LANGUAGE sql IMMUTABLE AS"
                + " 'SELECT $1.\"left\" = $2.\"left\"'",
        "CREATE OPERATOR ledger.=== (FUNCTION = ledger.same, LEFTARG = ledger.pair, RIGHTARG = ledger.pair)",
        "CREATE OPERATOR CLASS ledger.pairs FOR TYPE ledger.pair USING hash AS OPERATOR 1 ledger.===",
        "CREATE FUNCTION ledger.to_text(ledger.pair) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1.right_side'",
        "CREATE CAST (ledger.pair AS text) WITH FUNCTION ledger.to_text(ledger.pair) AS ASSIGNMENT",
        "CREATE TEXT SEARCH DICTIONARY ledger.stems (TEMPLATE = snowball, LANGUAGE = 'english')",
        "CREATE TEXT SEARCH CONFIGURATION ledger.words (COPY = simple)",
        "CREATE CONVERSION ledger.latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8"
    };
    private final CancelToken cancel = new CancelToken();

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void everyKindIsReadAsTheSameTwiceAndInOneRoundTrip(int major) {
        TestPostgres server = TestPostgres.major(major);
        String database = server.freshDatabase("structure");
        server.execute(database, EVERY_KIND);
        StructureSnapshot first = read(server, database);
        assertThat(first.things().stream().map(thing -> thing.name().kind()))
                .containsAll(EnumSet.complementOf(EnumSet.of(StructureKind.FOREIGN_TABLE)));
        assertThat(first.notCovered()).containsExactly(Map.entry("foreign-data wrappers", 1));
        assertThat(first.gaps()).isEmpty();
        assertThat(first.toString()).contains("password=***").doesNotContain("canary");
        assertThat(read(server, database)).isEqualTo(first);
        assertThat(StructureComparison.of(first, first).isEmpty()).isTrue();
        server.dropDatabase(database);
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void oneChangeIsOneDifferenceAndARenameIsOffered(int major) {
        TestPostgres server = TestPostgres.major(major);
        String from = server.freshDatabase("from");
        String to = server.freshDatabase("to");
        server.execute(from, EVERY_KIND);
        server.execute(to, EVERY_KIND);
        server.execute(
                to,
                "ALTER TABLE ledger.entry ALTER note SET DEFAULT 'none'",
                "ALTER TABLE ledger.line RENAME TO lines",
                "DROP VIEW ledger.glad");
        StructureComparison comparison = StructureComparison.of(read(server, from), read(server, to));
        assertThat(comparison.differences().stream()
                        .map(one -> one.change() + " " + one.name().kind() + " "
                                + one.name().shown()))
                .containsExactlyInAnyOrder(
                        "CHANGED COLUMN ledger.entry.note",
                        "REMOVED VIEW ledger.glad",
                        "REMOVED TABLE ledger.line",
                        "ADDED TABLE ledger.lines",
                        "CHANGED TABLE ledger.line_2026");
        assertThat(comparison.differences().stream()
                        .filter(StructureDifference::losesData)
                        .map(one -> one.name().shown()))
                .containsExactly("ledger.line");
        assertThat(comparison.renames())
                .singleElement()
                .satisfies(offer -> assertThat(
                                offer.from().shown() + " to " + offer.to().shown())
                        .isEqualTo("ledger.line to ledger.lines"));
        server.dropDatabase(from);
        server.dropDatabase(to);
    }

    private StructureSnapshot read(TestPostgres server, String database) {
        try (ServerPools pools = new ServerPools()) {
            return pools.read(TestTargets.superuser(server, database), cancel, session -> {
                int before = session.roundTrips();
                StructureSnapshot read = new StructureReader().read(session, cancel);
                assertThat(session.roundTrips() - before).isEqualTo(1);
                return new StructureSnapshot(
                        read.version(),
                        read.database(),
                        withoutPublic(read),
                        read.needs(),
                        read.notCovered(),
                        read.gaps());
            });
        }
    }

    /** Schema public bears another comment from version to version. */
    private static List<Structure> withoutPublic(StructureSnapshot read) {
        return read.things().stream()
                .filter(thing -> !thing.name().name().equals("public"))
                .toList();
    }
}
