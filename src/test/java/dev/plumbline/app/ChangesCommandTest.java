package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.operation.CompareStructure;
import dev.plumbline.operation.StructurePair;
import dev.plumbline.operation.structure.SideChoice;
import dev.plumbline.testing.TestPostgres;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    void twoKeptStatesAreComparedWithoutTheServer() {
        server.execute(database, "CREATE TABLE kept (id int)");
        changes();
        server.execute(database, "ALTER TABLE kept ADD COLUMN note text");
        changes();
        server.dropDatabase(database);
        try (Wiring wiring =
                new Wiring(Optional::empty, Map.of("PLUMBLINE_HOME", home.toString()), home, Clock.systemUTC())) {
            CompareStructure structures = wiring.operations().structures();
            assertThat(structures.kept()).hasSize(1);
            CompareStructure.KeptStates kept = structures.kept().get(0);
            assertThat(kept.place().database()).isEqualTo(database);
            StructurePair pair = structures.read(
                    new SideChoice.Earlier(
                            kept.place(), kept.states().get(1).lasted().number()),
                    new SideChoice.Earlier(
                            kept.place(), kept.states().get(0).lasted().number()),
                    List.of(),
                    true,
                    new CancelToken(),
                    Progress.NONE);
            assertThat(pair.rows().stream().map(row -> row.presence().sign() + " " + row.kind() + " " + row.shown()))
                    .contains("+ column public.kept.note", "? owners owners", "? privileges privileges");
            assertThat(wiring.operations()
                            .happenings()
                            .between(
                                    kept.states().get(1).first(),
                                    kept.states().get(0).last(),
                                    Optional.empty(),
                                    new CancelToken())
                            .all())
                    .isEmpty();
        }
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
