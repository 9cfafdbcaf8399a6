package dev.plumbline.plan.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalog.AccessReader;
import dev.plumbline.drift.structure.AccessLayers;
import dev.plumbline.drift.structure.Renames;
import dev.plumbline.drift.structure.StructureComparison;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.AccessScope;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestTargets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a plan drops and makes again has the owner, the grants and the comments afterwards that it had before, whoever runs it. */
@SuppressWarnings("NullAway.Init")
class GivenBackTest {
    private static final String ROLES = """
            DO $$ DECLARE r text; BEGIN
              FOREACH r IN ARRAY ARRAY['gb_owner', 'gb "odd"', 'gb_reader', 'gb_writer', 'gb_default'] LOOP
                IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = r) THEN EXECUTE format('CREATE ROLE %I', r); END IF;
              END LOOP;
            END $$;
            """;
    private static final String BEFORE = ROLES + """
            CREATE SCHEMA led;
            GRANT CREATE ON SCHEMA led TO gb_owner, "gb ""odd""\";
            CREATE TABLE led.entry (id int, kind varchar(9), note text, twice int GENERATED ALWAYS AS (id * 2) STORED);
            COMMENT ON COLUMN led.entry.twice IS 'computed';
            GRANT SELECT (id, twice), UPDATE (twice) ON led.entry TO gb_reader;
            GRANT SELECT (twice) ON led.entry TO gb_writer WITH GRANT OPTION;
            CREATE VIEW led.v AS SELECT id, kind, note FROM led.entry;
            COMMENT ON VIEW led.v IS 'what''s seen';
            COMMENT ON COLUMN led.v.kind IS 'one of \\ few';
            COMMENT ON COLUMN led.v.id IS 'the number';
            ALTER VIEW led.v OWNER TO "gb ""odd""\";
            GRANT SELECT ON led.v TO PUBLIC;
            GRANT INSERT, UPDATE ON led.v TO gb_writer WITH GRANT OPTION;
            GRANT DELETE ON led.v TO gb_writer;
            GRANT UPDATE (kind), REFERENCES (id) ON led.v TO gb_reader;
            GRANT SELECT (note) ON led.v TO gb_reader WITH GRANT OPTION;
            CREATE VIEW led.none AS SELECT kind FROM led.entry;
            ALTER VIEW led.none OWNER TO gb_owner;
            REVOKE ALL ON led.none FROM gb_owner;
            CREATE VIEW led.part AS SELECT kind FROM led.entry;
            REVOKE DELETE, TRUNCATE ON led.part FROM CURRENT_USER;
            CREATE VIEW led.plain AS SELECT kind FROM led.entry;
            CREATE MATERIALIZED VIEW led.m AS SELECT kind, count(*) AS n FROM led.entry GROUP BY kind;
            COMMENT ON MATERIALIZED VIEW led.m IS 'counted';
            ALTER MATERIALIZED VIEW led.m OWNER TO gb_owner;
            GRANT SELECT ON led.m TO gb_reader;
            CREATE TYPE led.pair AS (a int, b text);
            COMMENT ON TYPE led.pair IS 'two';
            ALTER TYPE led.pair OWNER TO gb_owner;
            REVOKE USAGE ON TYPE led.pair FROM PUBLIC;
            GRANT USAGE ON TYPE led.pair TO gb_reader WITH GRANT OPTION;
            CREATE DOMAIN led.low AS varchar(9);
            ALTER DOMAIN led.low OWNER TO gb_owner;
            GRANT USAGE ON DOMAIN led.low TO gb_writer;
            CREATE TYPE led.span AS RANGE (subtype = int4);
            ALTER TYPE led.span OWNER TO gb_owner;
            REVOKE ALL ON TYPE led.span FROM PUBLIC;
            CREATE FUNCTION led.twice(a int, b int DEFAULT 1) RETURNS int LANGUAGE sql AS 'SELECT a * 2';
            COMMENT ON FUNCTION led.twice(int, int) IS 'doubled';
            ALTER FUNCTION led.twice(int, int) OWNER TO gb_owner;
            REVOKE ALL ON FUNCTION led.twice(int, int) FROM PUBLIC;
            GRANT EXECUTE ON FUNCTION led.twice(int, int) TO gb_reader;
            GRANT EXECUTE ON FUNCTION led.twice(int, int) TO gb_writer WITH GRANT OPTION;
            CREATE FUNCTION led.twice(a text) RETURNS text LANGUAGE sql AS 'SELECT a';
            ALTER FUNCTION led.twice(text) OWNER TO gb_reader;
            """;

    /** What makes a plan drop each of them and make it again. */
    private static final String AFTER = """
            DROP VIEW led.v, led.none, led.part, led.plain;
            DROP MATERIALIZED VIEW led.m;
            ALTER TABLE led.entry ALTER kind TYPE varchar(3);
            ALTER TABLE led.entry DROP twice, ADD twice int GENERATED ALWAYS AS (id * 3) STORED;
            COMMENT ON COLUMN led.entry.twice IS 'computed';
            CREATE VIEW led.v AS SELECT id, kind, note FROM led.entry;
            COMMENT ON VIEW led.v IS 'what''s seen';
            COMMENT ON COLUMN led.v.kind IS 'one of \\ few';
            COMMENT ON COLUMN led.v.id IS 'the number';
            CREATE VIEW led.none AS SELECT kind FROM led.entry;
            CREATE VIEW led.part AS SELECT kind FROM led.entry;
            CREATE VIEW led.plain AS SELECT kind FROM led.entry;
            CREATE MATERIALIZED VIEW led.m AS SELECT kind, count(*) AS n FROM led.entry GROUP BY kind;
            COMMENT ON MATERIALIZED VIEW led.m IS 'counted';
            DROP TYPE led.pair;
            CREATE TYPE led.pair AS (b text, a int);
            COMMENT ON TYPE led.pair IS 'two';
            DROP DOMAIN led.low;
            CREATE DOMAIN led.low AS varchar(8);
            DROP TYPE led.span;
            CREATE TYPE led.span AS RANGE (subtype = int8);
            DROP FUNCTION led.twice(int, int);
            CREATE FUNCTION led.twice(a int, b int DEFAULT 1) RETURNS bigint LANGUAGE sql AS 'SELECT 2::bigint * a';
            COMMENT ON FUNCTION led.twice(int, int) IS 'doubled';
            DROP FUNCTION led.twice(text);
            CREATE FUNCTION led.twice(b text) RETURNS text LANGUAGE sql AS 'SELECT b';
            """;

    private static final String DEFAULTS = """
            ALTER DEFAULT PRIVILEGES IN SCHEMA led GRANT ALL ON TABLES TO gb_default;
            ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO gb_reader WITH GRANT OPTION;
            ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
            ALTER DEFAULT PRIVILEGES IN SCHEMA led GRANT EXECUTE ON FUNCTIONS TO gb_default;
            ALTER DEFAULT PRIVILEGES GRANT USAGE ON TYPES TO gb_default;
            """;

    private final CancelToken cancel = new CancelToken();

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void whatStoodBeforeStandsAfter(int major) throws IOException, InterruptedException {
        TestPostgres server = TestPostgres.major(major);
        PairDatabases databases = new PairDatabases(server, folder);
        String b = databases.load(BEFORE + AFTER);
        StructureSnapshot wanted = databases.read(b);
        for (String defaults : List.of("", DEFAULTS)) {
            String a = databases.load(BEFORE + defaults);
            StructureSnapshot before = databases.read(a);
            AccessSnapshot access = access(server, a);
            StructurePlan plan =
                    StructurePlanner.plan(before, wanted, StructureOptions.standard(), Renames.NONE, access);
            List<String> held = new ArrayList<>(lines(before, access));
            assertThat(plan.steps().stream()
                            .flatMap(step -> step.hazards().stream())
                            .filter(hazard -> hazard.kind() == HazardKind.GRANTS_LOST))
                    .isEmpty();
            assertThat(databases.run(a, StructureScript.write(plan))).isEmpty();
            StructureSnapshot after = databases.read(a);
            assertThat(StructureComparison.of(after, wanted).differences()).isEmpty();
            assertThat(lines(after, access(server, a))).isEqualTo(held);
            System.out.printf("[given back] PostgreSQL %d: %d owners and access lists%n", major, held.size());
            databases.drop(a);
        }
        databases.drop(b);
    }

    /** Owner, privileges and column privileges of everything, as they would be compared. */
    private static List<String> lines(StructureSnapshot structure, AccessSnapshot access) {
        List<String> lines = new ArrayList<>();
        new AccessLayers(access, Set.of())
                .with(structure, access.version())
                .things()
                .forEach(thing -> {
                    for (String word : List.of("owner", "privileges", "comment", "column comments")) {
                        String value = thing.properties().get(word);
                        if (value != null) {
                            lines.add(thing.name().kind() + " " + thing.name().shown() + " " + word + ": " + value);
                        }
                    }
                });
        return lines;
    }

    private AccessSnapshot access(TestPostgres server, String database) {
        try (ServerPools pools = new ServerPools()) {
            return pools.read(
                    TestTargets.superuser(server, database),
                    cancel,
                    session -> new AccessReader().read(session, AccessScope.GRANTS, cancel));
        }
    }
}
