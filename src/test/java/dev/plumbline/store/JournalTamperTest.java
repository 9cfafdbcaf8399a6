package dev.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.ProblemException;
import dev.plumbline.store.ChainCheck.Why;
import dev.plumbline.testing.SampleRuns;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has the file can drop its triggers; the chain still shows what was done to it. */
class JournalTamperTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeSixEntries() {
        file = folder.resolve("journal.db");
        try (Journal journal = Journal.open(file, Clock.systemUTC())) {
            String id = journal.begin(SampleRuns.run("CREATE ROLE o", "GRANT o TO a"));
            journal.append(id, EntryKind.STATEMENT_BEGUN, Map.of("step", "step-1"));
            journal.append(id, EntryKind.STATEMENT_ENDED, Map.of("step", "step-1"));
            journal.append(id, EntryKind.RUN_ENDED, Map.of("outcome", "FAILED"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "content = '{}'",
                "kind = 'note'",
                "at = '2020-01-01T00:00:00Z'",
                "run = 'other'",
                "hash = replace(hash, substr(hash, 1, 1), 'x')",
                "previous = hash"
            })
    void changedContentIsFoundWhereverItStands(String change) throws Exception {
        tamper("UPDATE entry SET " + change + " WHERE number = 4");
        assertBroken(4, Why.CHANGED);
    }

    @Test
    void anEntryRewrittenWithAFittingHashIsFoundAtTheNextOne() throws Exception {
        String previous = text("SELECT previous FROM entry WHERE number = 4");
        String run = text("SELECT run FROM entry WHERE number = 4");
        String at = text("SELECT at FROM entry WHERE number = 4");
        String forged = HashChain.next(previous, 4, run, "note", at, "{}");
        tamper("UPDATE entry SET kind = 'note', content = '{}', hash = '" + forged + "' WHERE number = 4");
        assertBroken(5, Why.CHANGED);
    }

    @Test
    void aMissingEntryIsFound() throws Exception {
        tamper("DELETE FROM entry WHERE number = 3");
        assertBroken(3, Why.MISSING);
    }

    @Test
    void aMissingEntryWhoseFollowersMovedUpIsFound() throws Exception {
        tamper("DELETE FROM entry WHERE number = 3", "UPDATE entry SET number = number - 1 WHERE number > 3");
        assertBroken(3, Why.REORDERED);
    }

    @Test
    void reorderedEntriesAreFound() throws Exception {
        tamper(
                "UPDATE entry SET number = -4 WHERE number = 4",
                "UPDATE entry SET number = 4 WHERE number = 5",
                "UPDATE entry SET number = 5 WHERE number = -4");
        assertBroken(4, Why.REORDERED);
    }

    @Test
    void aLostEndIsFoundAndNothingIsWrittenOverIt() throws Exception {
        tamper("DELETE FROM entry WHERE number = 6");
        assertBroken(6, Why.END_MISSING);
        try (Journal journal = Journal.open(file, Clock.systemUTC())) {
            assertThatThrownBy(() -> journal.begin(SampleRuns.run("SELECT 1")))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.problem().code()).isEqualTo("store-damaged"));
        }
        assertBroken(6, Why.END_MISSING);
    }

    @Test
    void aLostEndWithAHeadSetBackIsFoundByTheHeadsHash() throws Exception {
        tamper("DELETE FROM entry WHERE number = 6", "UPDATE head SET number = 5");
        assertBroken(5, Why.HEAD_CHANGED);
    }

    @Test
    void anEmptiedJournalIsFound() throws Exception {
        tamper("DELETE FROM entry");
        assertBroken(1, Why.END_MISSING);
    }

    @Test
    void aMissingHeadIsFound() throws Exception {
        tamper("DELETE FROM head");
        assertBroken(6, Why.HEAD_CHANGED);
    }

    @Test
    void anEntryThatCannotBeReadIsNamed() throws Exception {
        String run = text("SELECT run FROM entry WHERE number = 4");
        tamper("UPDATE entry SET at = 'yesterday' WHERE number = 4");
        try (Journal journal = Journal.open(file, Clock.systemUTC())) {
            assertThatThrownBy(() -> journal.show(run))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("entry 4 was changed");
        }
    }

    private void assertBroken(long number, Why why) {
        try (Journal journal = Journal.open(file, Clock.systemUTC())) {
            assertThat(journal.verify().broken()).hasValueSatisfying(broken -> {
                assertThat(broken.why()).isEqualTo(why);
                assertThat(broken.number()).isEqualTo(number);
                assertThat(broken.sentence()).isNotBlank();
            });
        }
    }

    private void tamper(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(LocalFile.url(file));
                Statement statement = connection.createStatement()) {
            for (String trigger :
                    List.of("entry_stays", "entry_remains", "entry_follows", "head_only_advances", "head_remains")) {
                statement.execute("DROP TRIGGER " + trigger);
            }
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(LocalFile.url(file));
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.getString(1);
        }
    }
}
