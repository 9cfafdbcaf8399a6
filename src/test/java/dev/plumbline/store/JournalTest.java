package dev.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Secret;
import dev.plumbline.testing.ChildJvm;
import dev.plumbline.testing.SampleRuns;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-18T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("home").resolve("journal.db");
    }

    @Test
    void aRunIsReadBackAsItWasWritten() {
        try (Journal journal = Journal.open(file(), NOON)) {
            String id = journal.begin(SampleRuns.run("CREATE ROLE \"o\"", "GRANT \"o\" TO \"a\""));
            journal.append(id, EntryKind.STATEMENT_BEGUN, Map.of("step", "step-1", "number", 1));
            journal.append(id, EntryKind.RUN_ENDED, Map.of("outcome", "FAILED"));

            RunRecord run = journal.show(id);

            assertThat(run.entries())
                    .extracting(Entry::kind)
                    .containsExactly(
                            EntryKind.RUN_BEGUN,
                            EntryKind.STATEMENT_PLANNED,
                            EntryKind.STATEMENT_PLANNED,
                            EntryKind.STATEMENT_BEGUN,
                            EntryKind.RUN_ENDED);
            assertThat(run.begunAt()).isEqualTo(NOON.instant());
            assertThat(run.begun().field("databaseOid")).isEqualTo("16384");
            assertThat(run.of(EntryKind.STATEMENT_PLANNED).get(1).fields())
                    .containsEntry("step", "step-2")
                    .containsEntry("sql", "GRANT \"o\" TO \"a\"");
            assertThat(run.outcome()).contains("FAILED");
            assertThat(run.resource())
                    .contains(new ResourceRef("prod", "dbops.dbprovision.io", "databases", "team-a", "billing"));
            assertThat(journal.list(10)).singleElement().satisfies(summary -> {
                assertThat(summary.by()).isEqualTo("ada@desk");
                assertThat(summary.statements()).isEqualTo(2);
                assertThat(summary.outcome()).contains("FAILED");
            });
        }
    }

    @Test
    void hostileTextComesBackByteForByte() {
        String hostile = "x\"; DROP ROLE y; --\n\t\\! \u0001\u007f \u202e 名前 😀 {\"a\":1}";
        try (Journal journal = Journal.open(file(), NOON)) {
            String id = journal.begin(SampleRuns.run(hostile));
            assertThat(journal.show(id).of(EntryKind.STATEMENT_PLANNED).get(0).field("sql"))
                    .isEqualTo(hostile);
            assertThat(journal.verify().broken()).isEmpty();
        }
    }

    @Test
    void runsWithoutAnEndAreUnfinishedNewestFirst() {
        try (Journal journal = Journal.open(file(), NOON)) {
            String first = journal.begin(SampleRuns.run("SELECT 1"));
            String ended = journal.begin(SampleRuns.run("SELECT 1"));
            String last = journal.begin(SampleRuns.run("SELECT 1"));
            journal.append(ended, EntryKind.RUN_ENDED, Map.of("outcome", "VERIFIED"));

            assertThat(journal.unfinished()).extracting(RunRecord::runId).containsExactly(last, first);
            assertThat(journal.list(2)).extracting(RunSummary::runId).containsExactly(last, ended);
        }
    }

    @Test
    void aRunThatIsNotThereIsAProblem() {
        try (Journal journal = Journal.open(file(), NOON)) {
            assertThatThrownBy(() -> journal.show("20260318-ffffffff"))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            thrown -> assertThat(thrown.problem().kind()).isEqualTo(Problem.Kind.NOT_FOUND));
        }
    }

    @Test
    void whatWasWrittenSurvivesReopening() {
        String id;
        try (Journal journal = Journal.open(file(), NOON)) {
            id = journal.begin(SampleRuns.run("SELECT 1"));
        }
        try (Journal journal = Journal.open(file(), NOON)) {
            assertThat(journal.unfinished()).extracting(RunRecord::runId).containsExactly(id);
            assertThat(journal.verify().entries()).isEqualTo(2);
            assertThat(journal.verify().broken()).isEmpty();
        }
    }

    @Test
    void everyCommitIsForcedToDiskThroughAWriteAheadLog() {
        try (LocalDatabase database = JournalFile.open(file())) {
            assertThat(pragma(database, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(database, "synchronous")).isEqualTo("2");
        }
    }

    @Test
    void folderAndFilesAreThePersonsOwn() throws Exception {
        try (Journal journal = Journal.open(file(), NOON)) {
            journal.begin(SampleRuns.run("SELECT 1"));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("home"))))
                    .isEqualTo("rwx------");
            for (String name : List.of("journal.db", "journal.db-wal", "journal.db-shm")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(
                                folder.resolve("home").resolve(name))))
                        .as(name)
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void aFolderNameWithQuestionMarkHashAndPercentIsAFolderName() {
        Path odd = folder.resolve("a?b#c%20d e'é").resolve("journal.db");
        try (Journal journal = Journal.open(odd, NOON)) {
            journal.begin(SampleRuns.run("SELECT 1"));
        }
        assertThat(odd).exists();
        assertThat(folder).isDirectoryContaining(path -> path.equals(odd.getParent()));
    }

    @Test
    void aSecretWritesItselfAsStars() throws Exception {
        try (Journal journal = Journal.open(file(), NOON)) {
            String id = journal.begin(SampleRuns.run("SELECT 1"));
            journal.append(id, EntryKind.NOTE, Map.of("password", new Secret("c4n4ry-pa55")));
            assertThat(journal.show(id).last(EntryKind.NOTE).orElseThrow().field("password"))
                    .isEqualTo("***");
        }
        try (var files = Files.list(folder.resolve("home"))) {
            for (Path written : files.toList()) {
                assertThat(new String(Files.readAllBytes(written), StandardCharsets.ISO_8859_1))
                        .doesNotContain("c4n4ry");
            }
        }
    }

    @Test
    void severalProcessesAppendAtTheSameTimeToOneChain() throws Exception {
        List<Process> writers = new ArrayList<>();
        for (int writer = 0; writer < 3; writer++) {
            writers.add(ChildJvm.start(JournalWriter.class, file().toString(), "40"));
        }
        for (Process writer : writers) {
            String said = new String(writer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(writer.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(writer.exitValue()).as(said).isZero();
        }
        try (Journal journal = Journal.open(file(), NOON)) {
            ChainCheck check = journal.verify();
            assertThat(check.broken()).isEmpty();
            assertThat(check.entries()).isEqualTo(3 * 40 * 3);
            assertThat(journal.unfinished()).isEmpty();
        }
    }

    @Test
    void theFileItselfRefusesChangesAndGaps() throws Exception {
        try (Journal journal = Journal.open(file(), NOON)) {
            journal.begin(SampleRuns.run("SELECT 1"));
        }
        try (Connection other = DriverManager.getConnection(LocalFile.url(file()));
                Statement statement = other.createStatement()) {
            for (String sql : List.of(
                    "UPDATE entry SET content = '{}' WHERE number = 1",
                    "DELETE FROM entry WHERE number = 2",
                    "INSERT INTO entry VALUES (9, 'r', 'note', 'now', '{}', 'x', 'y')",
                    "UPDATE head SET number = 0",
                    "DELETE FROM head")) {
                assertThatThrownBy(() -> statement.execute(sql)).as(sql).hasMessageContaining("journal");
            }
        }
    }

    static String pragma(LocalDatabase database, String name) {
        return database.read("Asking", connection -> {
            try (Statement statement = connection.createStatement();
                    var row = statement.executeQuery("PRAGMA " + name)) {
                return row.getString(1);
            }
        });
    }
}
