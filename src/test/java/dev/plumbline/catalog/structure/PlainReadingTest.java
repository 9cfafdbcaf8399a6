package dev.plumbline.catalog.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Secret;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureNeed;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.PgSession;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.testing.Lanes;
import dev.plumbline.testing.Oracles;
import dev.plumbline.testing.Psql;
import dev.plumbline.testing.SchemaPair;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestTargets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written here is what the server writes, thing by thing: the server's own functions say what is right. */
@SuppressWarnings("NullAway.Init")
class PlainReadingTest {
    private static final String[] ODD = {
        "CREATE SCHEMA \"Odd \"\"one\"",
        "CREATE TABLE \"Odd \"\"one\".\"select\" (\"Left\" int, \"user\" text, \"ä\" int, PRIMARY KEY (\"user\", \"Left\"))",
        "CREATE TABLE ledger.types (id int8 NOT NULL, \"order\" varchar(7), wide numeric(30,0), five numeric(5), num numeric,"
                + " ts timestamp(3), tz timestamptz(0), t time(2), tt timetz, iv interval day to second(3), b bit(3), vb bit varying(9),"
                + " c char(4), bp bpchar, arr numeric(8,2)[], vc varchar(3)[], n name, nd name COLLATE \"default\", x text COLLATE \"C\","
                + " o oid, j jsonb, js json, xm xml, ba bytea, u uuid, f float4, m macaddr, ine inet, rc regclass, ch \"char\","
                + " gone int, mood ledger.mood, amount ledger.amount, pairs ledger.pair[], line ledger.line, lines ledger.line[])",
        "ALTER TABLE ledger.types DROP COLUMN gone",
        "ALTER TABLE ledger.types ADD COLUMN late date DEFAULT CURRENT_DATE, ADD COLUMN later text DEFAULT 'a''b',"
                + " ADD COLUMN kept bool NOT NULL DEFAULT false, ADD COLUMN seq int8 DEFAULT nextval('ledger.numbers')",
        "ALTER TABLE ledger.types ALTER j SET STORAGE EXTERNAL, ALTER wide SET STORAGE PLAIN, ALTER x SET STORAGE MAIN,"
                + " ALTER u SET STATISTICS 77, ALTER f SET (n_distinct = 5)",
        "ALTER SEQUENCE ledger.numbers OWNED BY ledger.types.seq",
        "CREATE TABLE ledger.child (more int) INHERITS (ledger.types)",
        "CREATE TABLE ledger.typed OF ledger.pair (\"left\" WITH OPTIONS DEFAULT 3, PRIMARY KEY (\"left\"))",
        "CREATE TABLE ledger.keys (a int, b text, c varchar(9), d ledger.amount, e int[], PRIMARY KEY (a) INCLUDE (b),"
                + " UNIQUE (b), UNIQUE (c, b) DEFERRABLE, CONSTRAINT \"Big\" CHECK (a > 0 AND b <> 'x''y'), EXCLUDE USING hash (c WITH =))",
        "CREATE TABLE ledger.late_key (a int, b int, PRIMARY KEY (a, b) DEFERRABLE INITIALLY DEFERRED)",
        "CREATE TABLE ledger.refs (a int REFERENCES ledger.keys, b text, l int, up int, s int REFERENCES ledger.keys (a) ON DELETE SET NULL,"
                + " dd int DEFAULT 1 REFERENCES ledger.keys (a) ON UPDATE CASCADE ON DELETE SET DEFAULT,"
                + " FOREIGN KEY (b, l) REFERENCES \"Odd \"\"one\".\"select\" ON UPDATE RESTRICT ON DELETE RESTRICT,"
                + " FOREIGN KEY (b, l) REFERENCES \"Odd \"\"one\".\"select\" MATCH FULL ON UPDATE SET NULL ON DELETE CASCADE,"
                + " FOREIGN KEY (l) REFERENCES ledger.keys ON UPDATE SET DEFAULT DEFERRABLE INITIALLY DEFERRED,"
                + " id int PRIMARY KEY, parent int REFERENCES ledger.refs (id))",
        "ALTER TABLE ledger.refs ADD CONSTRAINT later FOREIGN KEY (up) REFERENCES ledger.keys (a) NOT VALID",
        "CREATE INDEX plain ON ledger.types (id, \"order\", tz)",
        "CREATE UNIQUE INDEX \"Sorted\" ON ledger.types (id DESC, five NULLS FIRST, u DESC NULLS LAST)",
        "CREATE INDEX collated ON ledger.types (x)",
        "CREATE INDEX uncollated ON ledger.types (x COLLATE \"default\")",
        "CREATE INDEX other_class ON ledger.types (later bpchar_ops, b varbit_ops, rc)",
        "CREATE INDEX pattern ON ledger.types (\"order\" text_pattern_ops)",
        "CREATE INDEX by_name ON ledger.types (n, nd)",
        "CREATE INDEX by_own ON ledger.types (mood, amount)",
        "CREATE INDEX by_array ON ledger.types (arr, ine, c, o, ch)",
        "CREATE INDEX hashed ON ledger.types USING hash (id)",
        "CREATE INDEX gin ON ledger.types USING gin (j)",
        "CREATE INDEX filled ON ledger.types (id) WITH (fillfactor = 70)",
        "CREATE INDEX computed ON ledger.types (lower(later), id)",
        "CREATE INDEX of_some ON ledger.types (id) WHERE kept",
        "CREATE INDEX included ON ledger.types (id) INCLUDE (tz)",
        "CREATE INDEX of_totals ON ledger.totals (mood)",
        "CREATE INDEX of_child ON ledger.child (more)",
        "ALTER TABLE ledger.types CLUSTER ON plain",
        "CREATE TABLE ledger.parted (id int PRIMARY KEY, entry bigint REFERENCES ledger.entry) PARTITION BY RANGE (id)",
        "CREATE TABLE ledger.part_1 PARTITION OF ledger.parted FOR VALUES FROM (1) TO (9)",
        "CREATE TABLE ledger.self (id int PRIMARY KEY, up int REFERENCES ledger.parted) PARTITION BY LIST (id)",
        "CREATE TABLE ledger.self_1 PARTITION OF ledger.self DEFAULT",
        "CREATE INDEX of_parts ON ledger.parted (entry)",
        "CREATE VIEW ledger.rows AS SELECT t, t.line FROM ledger.types t",
        "COMMENT ON CONSTRAINT \"Big\" ON ledger.keys IS 'why'",
        "COMMENT ON CONSTRAINT keys_pkey ON ledger.keys IS 'the key'",
        "COMMENT ON INDEX ledger.plain IS 'quick'",
        "COMMENT ON COLUMN ledger.types.late IS 'day'",
        "CREATE TEMPORARY TABLE gone_soon (id int PRIMARY KEY)",
        "CREATE TABLE public.\"user\" (\"check\" int REFERENCES ledger.keys)",
    };
    /** Indexes on columns whose types take the operator class of another type, where there is nothing else that is odd. */
    private static final String[] NEARLY_PLAIN = {
        "CREATE TABLE keys (id int8, word text, short varchar(9), day date, plain int4, kept bool, price numeric(9,2), at timestamptz)",
        "CREATE INDEX on_plain ON keys (id, word, short DESC, day, plain, kept, price, at)",
        "CREATE INDEX on_pattern ON keys (word text_pattern_ops)",
        "CREATE INDEX on_c ON keys (word COLLATE \"C\")",
    };

    private static final String[][] LESS_PLAIN = {
        {
            "CREATE TABLE counted AS SELECT CAST(1 AS information_schema.cardinal_number) AS n",
            "CREATE INDEX on_n ON counted (n)"
        },
        {"CREATE DOMAIN amount AS int8", "ALTER TABLE keys ADD sum amount", "CREATE INDEX on_sum ON keys (sum)"},
        {
            "CREATE CAST (money AS int8) WITHOUT FUNCTION AS IMPLICIT",
            "ALTER TABLE keys ADD cash money",
            "CREATE INDEX on_cash ON keys (cash int8_ops)"
        },
    };

    private static final String[] SINCE_15 = {
        "ALTER TABLE ledger.types ADD hundreds numeric(3,-2), ADD small numeric(3,5)",
        "CREATE UNIQUE INDEX one_null ON ledger.types (u) NULLS NOT DISTINCT",
        "ALTER TABLE ledger.keys ADD UNIQUE NULLS NOT DISTINCT (e)",
        "ALTER TABLE ledger.refs ADD FOREIGN KEY (b, l) REFERENCES \"Odd \"\"one\".\"select\" ON DELETE SET NULL (l)",
    };
    private static final String[] SINCE_18 = {
        "CREATE TABLE ledger.times (a int4range, during daterange, PRIMARY KEY (a, during WITHOUT OVERLAPS))",
        "CREATE TABLE ledger.of_times (a int4range, during daterange,"
                + " FOREIGN KEY (a, PERIOD during) REFERENCES ledger.times (a, PERIOD during))",
        "ALTER TABLE ledger.refs ADD CONSTRAINT loose FOREIGN KEY (up) REFERENCES ledger.keys (a) NOT ENFORCED",
        "ALTER TABLE ledger.types ADD twice int8 GENERATED ALWAYS AS (id * 2) VIRTUAL",
        "ALTER TABLE ledger.types ADD CONSTRAINT there NOT NULL \"order\" NO INHERIT",
    };
    /** Each statement of a text of its own, so that the server keeps the same places in it. */
    private static final String[] SAME_CHECKS = {
        "CREATE TABLE c1 (a int, b int); CREATE TABLE c2 (a int, b int); CREATE TABLE c3 (b int, a int); CREATE TABLE c4 (a bigint)",
        "ALTER TABLE c1 ADD CONSTRAINT k CHECK (a > 0), ADD CONSTRAINT l CHECK (b > 0)",
        "ALTER TABLE c2 ADD CONSTRAINT k CHECK (a > 0), ADD CONSTRAINT l CHECK (b > 0)",
        "ALTER TABLE c3 ADD CONSTRAINT k CHECK (b > 0), ADD CONSTRAINT l CHECK (a > 0)",
        "ALTER TABLE c4 ADD CONSTRAINT k CHECK (a > 0)",
        "ALTER TABLE c1 ADD CONSTRAINT n CHECK (a < 9)",
        "ALTER TABLE c2 ADD CONSTRAINT n CHECK (a < 9) NOT VALID",
        "ALTER TABLE c1 ADD CONSTRAINT o CHECK (a < 8)",
        "ALTER TABLE c2 ADD CONSTRAINT o CHECK (a < 8) NO INHERIT",
        "ALTER TABLE c1 ADD CONSTRAINT w CHECK (c1 IS NOT NULL), ADD CONSTRAINT two CHECK (a > b), ADD CONSTRAINT none CHECK (true)",
        "ALTER TABLE c2 ADD CONSTRAINT w CHECK (c2 IS NOT NULL), ADD CONSTRAINT two CHECK (a > b), ADD CONSTRAINT none CHECK (true)",
        "ALTER TABLE c2 RENAME COLUMN a TO \"A\"",
        "CREATE TABLE parts (id int CHECK (id > 3)) PARTITION BY LIST (id)",
        "CREATE TABLE part_1 PARTITION OF parts FOR VALUES IN (4)",
        "CREATE TABLE part_2 PARTITION OF parts FOR VALUES IN (5)",
        "COMMENT ON CONSTRAINT k ON c1 IS 'positive'",
    };

    private static final String[] SAME_CHECKS_SINCE_18 = {
        "ALTER TABLE c1 ADD CONSTRAINT e CHECK (a < 7) NOT ENFORCED",
        "ALTER TABLE c3 ADD CONSTRAINT e CHECK (a < 7) NOT VALID",
    };
    private static final String[] ANOTHER_DEFAULT_CLASS = {
        "CREATE OPERATOR CLASS ledger.mine DEFAULT FOR TYPE varchar USING btree AS OPERATOR 1 < (text, text)"
    };

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void oddThingsAreWhatTheServerWrites(int major) {
        TestPostgres server = TestPostgres.major(major);
        String database = server.freshDatabase("odd");
        server.execute(database, StructureReaderTest.EVERY_KIND);
        server.execute(database, ODD);
        server.execute(database, major >= 15 ? SINCE_15 : new String[0]);
        server.execute(database, major >= 18 ? SINCE_18 : new String[0]);
        assertThat(differing(server, database)).isEmpty();
        server.execute(database, ANOTHER_DEFAULT_CLASS);
        assertThat(differing(server, database)).isEmpty();
        server.dropDatabase(database);
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void anOperatorClassOfAnotherTypeIsTold(int major) {
        TestPostgres server = TestPostgres.major(major);
        for (String[] odd : LESS_PLAIN) {
            String database = server.freshDatabase("nearly");
            server.execute(database, NEARLY_PLAIN);
            assertThat(differing(server, database)).isEmpty();
            server.execute(database, odd);
            assertThat(differing(server, database)).isEmpty();
            server.dropDatabase(database);
        }
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void checksThatAreNearlyTheSameAreTold(int major) {
        TestPostgres server = TestPostgres.major(major);
        String database = server.freshDatabase("checks");
        server.execute(database, SAME_CHECKS);
        server.execute(database, major >= 18 ? SAME_CHECKS_SINCE_18 : new String[0]);
        assertThat(differing(server, database)).isEmpty();
        server.dropDatabase(database);
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void theRegressionSchemaIsWhatTheServerWrites(int major) throws IOException, InterruptedException {
        TestPostgres server = TestPostgres.major(major);
        Path file = Oracles.folder("pg-regression-schema").resolve("regression.pg_dump_s.sql.gz");
        String database = server.freshDatabase("regression");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            Psql.in(folder)
                    .run(
                            server,
                            server.superuser(),
                            database,
                            new String(in.readAllBytes(), StandardCharsets.UTF_8),
                            "-q");
        }
        assertThat(differing(server, database)).isEmpty();
        server.dropDatabase(database);
    }

    @Test
    void thePairsAreWhatTheServerWrites() throws IOException, InterruptedException {
        TestPostgres server = TestPostgres.newest();
        List<String> wrong = new ArrayList<>();
        Lanes.each(Psql.lanes(folder), SchemaPair.states(), (psql, state) -> differing(psql, server, state))
                .forEach(wrong::addAll);
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void aRefusedKindIsAGapAndTheRestIsWhatItWas(int major) {
        TestPostgres server = TestPostgres.major(major);
        String database = server.freshDatabase("refused");
        String login = database + "_login";
        server.execute(database, StructureReaderTest.EVERY_KIND);
        server.execute(
                database,
                "CREATE ROLE " + login + " LOGIN PASSWORD 'pw'",
                "REVOKE SELECT ON pg_catalog.pg_policy FROM PUBLIC");
        StructureSnapshot whole = read(TestTargets.superuser(server, database));
        StructureSnapshot some = read(TestTargets.login(server, database, login, new Secret("pw")));
        assertThat(some.gaps()).extracting(Gap::subject).containsExactly("policies");
        assertThat(some.things())
                .isEqualTo(whole.things().stream()
                        .filter(thing -> thing.name().kind() != StructureKind.POLICY)
                        .toList());
        server.dropDatabase(database);
        server.execute("postgres", "DROP ROLE " + login);
    }

    private static List<String> differing(Psql psql, TestPostgres server, SchemaPair.State state)
            throws IOException, InterruptedException {
        String database = server.freshDatabase("pair");
        psql.run(server, server.superuser(), database, state.sql(), "-q");
        List<String> differing = differing(server, database);
        server.dropDatabase(database);
        return differing.stream().map(one -> state + ": " + one).toList();
    }

    private static StructureSnapshot read(ConnectionTarget target) {
        CancelToken cancel = new CancelToken();
        try (ServerPools pools = new ServerPools()) {
            return pools.read(target, cancel, session -> new StructureReader().read(session, cancel));
        }
    }

    /** Each thing and need that the two ways of reading tell in other words. */
    private static List<String> differing(TestPostgres server, String database) {
        CancelToken cancel = new CancelToken();
        try (ServerPools pools = new ServerPools()) {
            return pools.read(TestTargets.superuser(server, database), cancel, session -> {
                StructureSnapshot plain = read(session, new PlainReading());
                StructureSnapshot written = read(session, new WrittenReading(List.of(StructureSubject.values())));
                assertThat(plain.things()).isNotEmpty();
                assertThat(plain.notCovered()).isEqualTo(written.notCovered());
                Map<String, String> lines = new TreeMap<>();
                List<String> wrong = new ArrayList<>();
                for (Structure thing : written.things()) {
                    lines.put(thing.name().toString(), thing.toString());
                }
                for (Structure thing : plain.things()) {
                    String expected = lines.remove(thing.name().toString());
                    if (!thing.toString().equals(expected)) {
                        wrong.add(thing + " is written " + expected);
                    }
                }
                lines.values().forEach(line -> wrong.add("missing: " + line));
                if (!plain.things().equals(written.things()) && wrong.isEmpty()) {
                    wrong.add("another order");
                }
                wrong.addAll(differing(needs(plain), needs(written)));
                return wrong;
            });
        }
    }

    private static List<String> differing(Set<String> plain, Set<String> written) {
        List<String> wrong = new ArrayList<>();
        plain.stream().filter(need -> !written.contains(need)).forEach(need -> wrong.add("no need: " + need));
        written.stream().filter(need -> !plain.contains(need)).forEach(need -> wrong.add("missing need: " + need));
        return wrong;
    }

    private static Set<String> needs(StructureSnapshot snapshot) {
        return snapshot.needs().stream().map(StructureNeed::toString).collect(Collectors.toSet());
    }

    private static StructureSnapshot read(PgSession session, StructureReading reading) {
        session.walkTogether(reading.walks(), new CancelToken());
        return reading.snapshot(session.version(), session.target().database(), List.of());
    }
}
