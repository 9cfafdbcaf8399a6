package dev.plumbline.plan.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.drift.structure.RenameOffer;
import dev.plumbline.drift.structure.Renames;
import dev.plumbline.drift.structure.StructureComparison;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An accepted rename is a rename and nothing else, as the server itself tells the state behind it; what differs besides is changed after it. */
@SuppressWarnings("NullAway.Init")
class RenamePlanTest {
    private static final String BEFORE = """
            CREATE SCHEMA led;
            CREATE TYPE led.mood AS ENUM ('glad', 'sad');
            CREATE DOMAIN led.amount AS numeric(19,4) CONSTRAINT positive CHECK (VALUE >= 0);
            CREATE TYPE led.pair AS (a int, b led.mood);
            CREATE SEQUENCE led.numbers;
            CREATE TABLE led.entry (id bigint DEFAULT nextval('led.numbers') PRIMARY KEY, mood led.mood DEFAULT 'glad',
                total led.amount, "Odd name" text, moods led.mood[], CONSTRAINT short CHECK (length("Odd name") < 9));
            ALTER SEQUENCE led.numbers OWNED BY led.entry.id;
            CREATE TABLE led.line (entry bigint REFERENCES led.entry, day date, note text) PARTITION BY RANGE (day);
            CREATE TABLE led.line_1 PARTITION OF led.line FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
            CREATE INDEX line_day ON led.line (day);
            CREATE INDEX entry_lower ON led.entry (lower("Odd name")) WHERE mood = 'sad';
            CREATE UNIQUE INDEX entry_identity ON led.entry (id, total);
            CREATE VIEW led.glad AS SELECT e.id, e.mood, e."Odd name" AS odd FROM led.entry e WHERE e.mood = 'glad';
            CREATE VIEW led.gladder AS SELECT id, mood FROM led.glad;
            CREATE MATERIALIZED VIEW led.totals AS SELECT mood, sum(total) AS total FROM led.entry GROUP BY mood;
            CREATE INDEX totals_mood ON led.totals (mood);
            CREATE FUNCTION led.cheer(led.mood, int) RETURNS led.mood LANGUAGE sql AS $$ SELECT $1 $$;
            CREATE FUNCTION led.touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
            CREATE TRIGGER touched BEFORE UPDATE OF mood ON led.entry FOR EACH ROW EXECUTE FUNCTION led.touch();
            ALTER TABLE led.entry ENABLE ROW LEVEL SECURITY;
            CREATE POLICY own ON led.entry USING (mood = 'glad' AND "Odd name" = current_user);
            CREATE STATISTICS led.moods (dependencies) ON mood, total FROM led.entry;
            CREATE PUBLICATION out FOR TABLE led.entry;
            """;

    /** What is asked for, and the server's own statement. */
    private static final List<List<String>> CASES = List.of(
            List.of("led=book", "ALTER SCHEMA led RENAME TO book"),
            List.of("led.mood=led.humour", "ALTER TYPE led.mood RENAME TO humour"),
            List.of("led.amount=led.sum", "ALTER DOMAIN led.amount RENAME TO sum"),
            List.of("led.pair=led.couple", "ALTER TYPE led.pair RENAME TO couple"),
            List.of("led.numbers=led.\"odd\"", "ALTER SEQUENCE led.numbers RENAME TO \"\"\"odd\"\"\""),
            List.of("led.entry=led.entries", "ALTER TABLE led.entry RENAME TO entries"),
            List.of("led.line=led.lines", "ALTER TABLE led.line RENAME TO lines"),
            List.of("led.entry.mood=led.entry.humour", "ALTER TABLE led.entry RENAME COLUMN mood TO humour"),
            List.of("led.entry.Odd name=led.entry.odd", "ALTER TABLE led.entry RENAME COLUMN \"Odd name\" TO odd"),
            List.of("led.line.day=led.line.at", "ALTER TABLE led.line RENAME COLUMN day TO at"),
            List.of("led.entry.short=led.entry.tiny", "ALTER TABLE led.entry RENAME CONSTRAINT short TO tiny"),
            List.of("led.entry.entry_pkey=led.entry.pk", "ALTER TABLE led.entry RENAME CONSTRAINT entry_pkey TO pk"),
            List.of(
                    "led.amount.positive=led.amount.above",
                    "ALTER DOMAIN led.amount RENAME CONSTRAINT positive TO above"),
            List.of("led.entry.entry_lower=led.entry.low", "ALTER INDEX led.entry_lower RENAME TO low"),
            List.of("led.glad=led.happy", "ALTER VIEW led.glad RENAME TO happy"),
            List.of("led.totals=led.sums", "ALTER MATERIALIZED VIEW led.totals RENAME TO sums"),
            List.of(
                    "led.cheer(led.mood, integer)=led.hail(led.mood, integer)",
                    "ALTER FUNCTION led.cheer(led.mood, int) RENAME TO hail"),
            List.of("led.touch()=led.feel()", "ALTER FUNCTION led.touch() RENAME TO feel"),
            List.of("led.entry.touched=led.entry.felt", "ALTER TRIGGER touched ON led.entry RENAME TO felt"),
            List.of("led.entry.own=led.entry.mine", "ALTER POLICY own ON led.entry RENAME TO mine"),
            List.of("led.moods=led.humours", "ALTER STATISTICS led.moods RENAME TO humours"),
            List.of("out=outside", "ALTER PUBLICATION out RENAME TO outside"));

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void aRenameIsThatStatementAndNoOther(int major) throws IOException, InterruptedException {
        PairDatabases databases = new PairDatabases(TestPostgres.major(major), folder);
        List<String> wrong = new ArrayList<>();
        String a = databases.load(BEFORE);
        StructureSnapshot before = databases.read(a);
        for (List<String> one : CASES) {
            String b = databases.load(BEFORE + one.get(1) + ";\n");
            StructureSnapshot wanted = databases.read(b);
            Renames renames = Renames.of(List.of(one.get(0)), before, wanted);
            StructurePlan plan = StructurePlanner.plan(before, wanted, StructureOptions.standard(), renames);
            if (plan.steps().size() != 1) {
                wrong.add(one.get(0) + " takes more than one step: " + StructureScript.write(plan));
            }
            String offered = StructureComparison.of(before, wanted).renames().stream()
                    .map(RenameOffer::argument)
                    .toList()
                    .toString();
            if (!offered.contains(one.get(0)) && !FOLLOWED.contains(one.get(0))) {
                wrong.add(one.get(0) + " is not offered but " + offered);
            }
            run(databases, a, StructureScript.write(plan), one, wrong);
            left(databases.read(a), wanted, one, wrong);
            run(databases, a, StructureScript.undo(plan), one, wrong);
            left(databases.read(a), before, one, wrong);
            databases.drop(b);
        }
        databases.drop(a);
        System.out.printf("[renames] PostgreSQL %d: %d renames, %d wrong%n", major, CASES.size(), wrong.size());
        assertThat(wrong).isEmpty();
    }

    /** What is in them, or their own constraints and indexes, say the old name, so that they look like another thing. */
    private static final List<String> FOLLOWED = List.of("led=book");

    private static void run(
            PairDatabases databases, String database, String script, List<String> one, List<String> wrong)
            throws IOException, InterruptedException {
        String refused = databases.run(database, script);
        if (!refused.isEmpty()) {
            wrong.add(one.get(0) + ": " + refused + script);
        }
    }

    private static void left(StructureSnapshot now, StructureSnapshot wanted, List<String> one, List<String> wrong) {
        StructureComparison comparison = StructureComparison.of(now, wanted);
        if (!comparison.isEmpty()) {
            wrong.add(one.get(0) + " leaves " + comparison.differences());
        }
    }

    @Test
    void whatDiffersBesidesIsChangedAfterIt() throws IOException, InterruptedException {
        PairDatabases databases = new PairDatabases(TestPostgres.newest(), folder);
        String a = databases.load(BEFORE);
        String b = databases.load(BEFORE + """
                ALTER TABLE led.entry RENAME TO entries;
                ALTER TABLE led.entries RENAME COLUMN total TO sum;
                ALTER TABLE led.entries ADD COLUMN more int DEFAULT 1;
                CREATE OR REPLACE VIEW led.glad AS SELECT e.id, e.mood, e."Odd name" AS odd, e.more FROM led.entries e;
                ALTER TYPE led.mood RENAME TO humour;
                ALTER TYPE led.humour ADD VALUE 'gleeful';
                """);
        StructureSnapshot before = databases.read(a);
        StructureSnapshot wanted = databases.read(b);
        Renames renames = Renames.of(
                List.of("led.entry.total=led.entries.sum", "led.entry=led.entries", "enum type led.mood=led.humour"),
                before,
                wanted);
        StructurePlan plan = StructurePlanner.plan(before, wanted, StructureOptions.standard(), renames);
        assertThat(plan.steps().stream().map(step -> step.sql().text()))
                .noneMatch(sql -> sql.contains("DROP"))
                .startsWith(
                        "ALTER TYPE \"led\".\"mood\" RENAME TO \"humour\"",
                        "ALTER TABLE \"led\".\"entry\" RENAME TO \"entries\"",
                        "ALTER TABLE \"led\".\"entries\" RENAME COLUMN \"total\" TO \"sum\"")
                .hasSize(6);
        assertThat(databases.run(a, StructureScript.write(plan))).isEmpty();
        assertThat(StructureComparison.of(databases.read(a), wanted).differences())
                .isEmpty();
        databases.drop(a);
        databases.drop(b);
    }

    @Test
    void whatIsNoRenameIsRefused() throws IOException, InterruptedException {
        PairDatabases databases = new PairDatabases(TestPostgres.newest(), folder);
        String a = databases.load(BEFORE + "CREATE TABLE led.entries (id int); CREATE VIEW led.busy AS SELECT 1;");
        String b = databases.load(BEFORE + """
                DROP TABLE led.line;
                CREATE TABLE led.lines (id int);
                CREATE TABLE led.busy (id int);
                CREATE TABLE led.entries (id int);
                ALTER FUNCTION led.cheer(led.mood, int) RENAME TO hail;
                CREATE SCHEMA other;
                CREATE TABLE other.line (id int);
                """);
        StructureSnapshot before = databases.read(a);
        StructureSnapshot wanted = databases.read(b);
        for (String asked : List.of(
                "led.nothing=led.lines",
                "led.line",
                "led.line=led.glad",
                "led.entry=led.entries",
                "led.line=other.line",
                "led.line=led.busy",
                "led.touch()=led.hail(led.mood, integer)",
                "led.line_1.day=led.lines.id",
                "extension plpgsql=plpgsql")) {
            assertThatThrownBy(() -> Renames.of(List.of(asked), before, wanted))
                    .as(asked)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.problem().code()).isEqualTo("STR-404"));
        }
        databases.drop(a);
        databases.drop(b);
    }
}
