package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.testing.TestPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class ChangesCommandTest {
    private final TestPostgres server = TestPostgres.newest();
    private final String database = server.freshDatabase("changes");

    @TempDir
    Path home;

    @AfterEach
    void drop() {
        server.dropDatabase(database);
    }

    @Test
    void whatChangedSinceAnEarlierReadingIsTold() {
        server.execute(database, "CREATE TABLE kept (id int)");
        assertThat(changes().out().lines().filter(line -> line.contains("Z  ")).count())
                .isEqualTo(1);
        changes();
        server.execute(database, "ALTER TABLE kept ADD COLUMN note text", "CREATE VIEW seen AS SELECT id FROM kept");
        Called states = changes();
        assertThat(states.out().lines().filter(line -> line.contains("Z  ")).count())
                .as("read three times, two states")
                .isEqualTo(2);
        Called none = changes("--since", "2020-01-01");
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).contains("HIST-404").contains("the first reading that was kept is of");
        assertThat(changes("--since", "0m").out()).contains("Nothing changed in what is compared.");
    }

    @Test
    void fromTheStateOfThen() throws InterruptedException {
        server.execute(database, "CREATE TABLE kept (id int)");
        changes();
        String then = java.time.Instant.now().toString();
        server.execute(database, "ALTER TABLE kept ADD COLUMN note text", "CREATE VIEW seen AS SELECT id FROM kept");
        Called called = changes("--since", then, "--detailed-exitcode");
        assertThat(called.code()).as(called.err()).isEqualTo(3);
        assertThat(called.out()).contains("+  column public.kept.note").contains("+  view public.seen");
    }

    @Test
    void whatIsNoTimeIsAMistakeOfUse() {
        Called called = changes("--since", "whenever");
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err()).contains("\"whenever\" is no time");
    }

    private Called changes(String... more) {
        String dsn = "postgresql://" + server.superuser() + ":"
                + TestPostgres.password().reveal() + "@" + server.host() + ":" + server.port() + "/" + database
                + "?sslmode=disable";
        String[] all = new String[more.length + 3];
        all[0] = "changes";
        all[1] = "--dsn";
        all[2] = dsn;
        System.arraycopy(more, 0, all, 3, more.length);
        return Called.with(home, all);
    }
}
