package dev.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.ProblemException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class StructureHistoryTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
    private static final Instant WEDNESDAY = TUESDAY.plus(Duration.ofDays(1));

    @TempDir
    Path folder;

    private StructureHistory history;

    @BeforeEach
    void open() {
        history = StructureHistory.open(folder.resolve("structures.db"));
    }

    @AfterEach
    void close() {
        history.close();
    }

    @Test
    void aStateReadAgainUnchangedIsOneThatLastedLonger() {
        history.keep("one", MONDAY, "a");
        history.keep("one", TUESDAY, "a");
        history.keep("one", WEDNESDAY, "b");
        List<StructureHistory.Lasted> kept = history.of("one");
        assertThat(kept).hasSize(2);
        assertThat(kept.get(0).first()).isEqualTo(WEDNESDAY);
        assertThat(kept.get(1).first()).isEqualTo(MONDAY);
        assertThat(kept.get(1).last()).isEqualTo(TUESDAY);
        assertThat(history.text(kept.get(0))).isEqualTo("b");
        assertThat(history.text(kept.get(1))).isEqualTo("a");
    }

    @Test
    void aStateThatComesBackIsKeptOnceAndToldTwice() throws SQLException {
        history.keep("one", MONDAY, "a");
        history.keep("one", TUESDAY, "b");
        history.keep("one", WEDNESDAY, "a");
        history.keep("other", WEDNESDAY, "a");
        assertThat(history.of("one").stream().map(StructureHistory.Lasted::first))
                .containsExactly(WEDNESDAY, TUESDAY, MONDAY);
        assertThat(history.of("other")).hasSize(1);
        assertThat(history.of("nobody")).isEmpty();
        assertThat(count("SELECT count(*) FROM state")).isEqualTo(2);
    }

    @Test
    void whatSomebodyChangedInTheFileIsSaidAndNotShown() throws SQLException {
        StructureHistory.Lasted kept = history.keep("one", MONDAY, "a");
        history.keep("one", TUESDAY, "b");
        run("UPDATE state SET body = (SELECT body FROM state WHERE digest <> '" + kept.digest() + "')");
        assertThatThrownBy(() -> history.text(kept))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("was changed");
    }

    private int count(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            return statement.executeQuery(sql).getInt(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("structures.db"));
    }
}
