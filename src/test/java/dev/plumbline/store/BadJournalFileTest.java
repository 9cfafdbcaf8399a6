package dev.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.testing.SampleRuns;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadJournalFileTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("journal.db");
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedAndLeftAsItIs() throws Exception {
        byte[] letter = "Dear diary, ".repeat(500).getBytes(StandardCharsets.UTF_8);
        Files.write(file, letter);
        assertProblem("store-damaged", this::beginARun);
        assertThat(Files.readAllBytes(file)).isEqualTo(letter);
    }

    @Test
    void aDamagedPageIsAProblemThatNamesTheFile() throws Exception {
        try (Journal journal = Journal.open(file, Clock.systemUTC())) {
            for (int run = 0; run < 60; run++) {
                journal.begin(SampleRuns.run("SELECT " + "x".repeat(500)));
            }
        }
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            for (long page = 4096; page < bytes.length(); page += 4096) {
                bytes.seek(page);
                bytes.write(new byte[64]);
            }
        }
        Problem problem = assertProblem("store-damaged", this::beginARun);
        assertThat(problem.object()).isEqualTo(file.toString());
    }

    @Test
    void aFileOfANewerPlumblineIsRefused() throws Exception {
        Journal.open(file, Clock.systemUTC()).close();
        try (Connection newer = DriverManager.getConnection(LocalFile.url(file));
                Statement statement = newer.createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }
        Problem problem = assertProblem("store-damaged", this::beginARun);
        assertThat(problem.answer()).contains("newer Plumbline");
    }

    @Test
    void aFileHeldByAnotherProgramIsSaidToBeLocked() throws Exception {
        Journal.open(file, Clock.systemUTC()).close();
        try (Connection holder = DriverManager.getConnection(LocalFile.url(file));
                Statement statement = holder.createStatement();
                LocalDatabase impatient = JournalFile.open(file);
                Journal journal = new Journal(impatient, Clock.systemUTC())) {
            JournalTest.pragma(impatient, "busy_timeout = 50");
            statement.execute("BEGIN IMMEDIATE");
            assertProblem("store-locked", () -> journal.begin(SampleRuns.run("SELECT 1")));
            statement.execute("ROLLBACK");
            assertThat(journal.begin(SampleRuns.run("SELECT 1"))).isNotEmpty();
        }
    }

    @Test
    void aFullDiskIsSaidAndNothingWrittenBeforeIsLost() {
        try (LocalDatabase small = JournalFile.open(file);
                Journal journal = new Journal(small, Clock.systemUTC())) {
            String first = journal.begin(SampleRuns.run("SELECT 1"));
            JournalTest.pragma(small, "max_page_count = " + JournalTest.pragma(small, "page_count"));
            assertProblem("store-full", () -> journal.begin(SampleRuns.run("SELECT " + "x".repeat(100_000))));
            JournalTest.pragma(small, "max_page_count = 1000000");
            assertThat(journal.unfinished()).extracting(RunRecord::runId).containsExactly(first);
            journal.begin(SampleRuns.run("SELECT 1"));
            assertThat(journal.verify().broken()).isEmpty();
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsAProblem() throws Exception {
        Files.writeString(folder.resolve("occupied"), "a file, not a folder");
        file = folder.resolve("occupied").resolve("journal.db");
        assertProblem("store-read-only", this::beginARun);
    }

    @Test
    void aFileOneMayOnlyReadIsSaidToBeReadOnly() throws Exception {
        Journal.open(file, Clock.systemUTC()).close();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        assumeFalse(Files.isWritable(file), "root may write everything");
        assertProblem("store-read-only", this::beginARun);
    }

    @Test
    void aDatabaseThatRefusesToWriteIsSaidToBeReadOnly() {
        try (LocalDatabase database = JournalFile.open(file);
                Journal journal = new Journal(database, Clock.systemUTC())) {
            JournalTest.pragma(database, "query_only");
            database.read("Setting", connection -> {
                try (Statement statement = connection.createStatement()) {
                    return statement.execute("PRAGMA query_only = 1");
                }
            });
            assertProblem("store-read-only", () -> journal.begin(SampleRuns.run("SELECT 1")));
        }
    }

    private void beginARun() {
        try (Journal journal = Journal.open(file, Clock.systemUTC())) {
            journal.begin(SampleRuns.run("SELECT 1"));
        }
    }

    private static Problem assertProblem(String code, ThrowingCallable work) {
        ProblemException thrown = catchThrowableOfType(ProblemException.class, work);
        assertThat(thrown).isNotNull();
        assertThat(thrown.problem().code()).as(thrown.getMessage()).isEqualTo(code);
        return thrown.problem();
    }
}
