package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.runbook.run.StepStatus;
import dev.plumbline.runbook.transcript.Redactor;
import dev.plumbline.runbook.transcript.Transcript;
import dev.plumbline.ui.NeedsDisplay;
import dev.plumbline.ui.ScreenStage;
import dev.plumbline.ui.fx.Destination;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A run of a small runbook in all that can become of it: stopped by a guard, cancelled in the middle of a step, left by a killed console, held by another one, not verified, finished, taken away and looked at again. */
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class RunbookStatesWindowTest extends RunbookRig {
    private static final String FILL = "fill-the-table-of-things-with-everything-that-the-archive-still-has-of-them";
    private static final String TITLE =
            "Fill the table of things again after a night in which nobody knew where its rows had gone, region by region and customer by customer";
    private static final String RUNBOOK = """
            ---
            title: %s
            for: a table that lost its rows
            ---
            # Fill

            ## What is there, and what somebody who has never seen this table before has to know about it

            Rows that are missing are missed by every report.

            ```sql id=look
            SELECT count(*) AS things FROM public.thing
            ```

            ## Fill it again

            Nobody else may work on the table meanwhile.

            ```check id=gate-is-open guard
            sql: SELECT open FROM public.gate
            message: The gate is closed, since somebody works on the table.
            ```

            ```sql change id=%s
            INSERT INTO public.thing SELECT id FROM public.archive WHERE id NOT IN (SELECT id FROM public.thing)
            ```

            ```check verify
            sql: SELECT count(*) FROM public.thing
            equals: 3
            message: Rows are missing.
            ```
            """.formatted(TITLE, FILL);
    private Path book;

    @Start
    void start(Stage primary) {
        on(primary);
    }

    @BeforeEach
    void prepare(@TempDir Path folder) throws IOException {
        begin(folder, "{apiVersion: v1, kind: Namespace, metadata: {name: team-a}}");
        sql(
                "CREATE TABLE public.thing (id int)",
                "CREATE TABLE public.archive AS SELECT generate_series(1, 2) AS id",
                "CREATE TABLE public.gate AS SELECT false AS open");
        book = runbook("fill.md", RUNBOOK);
    }

    @AfterEach
    void stop() {
        end();
    }

    @Test
    void nothingIsThereYetAndWhatIsReadIsSaidToBeRead(FxRobot robot, @TempDir Path empty) throws IOException {
        shutTheGate();
        show(new Destination.Runbooks(SHOP));
        assertThat(words("instead")).contains("Reading the runbooks");
        picture("runbooks-loading");
        openTheGate();
        waitFor(() -> words("runs").contains("None yet"));
        assertThat(words("books")).contains("No folder of your own");
        choose(empty);
        robot.clickOn("#add");
        waitFor(() -> words("books").contains("No .md file here"));
        pictures("runbooks-nothing");
        choose(empty.resolve("gone"));
        robot.clickOn("#bundle");
        show(last());
        waitFor(() -> words("notices").contains("RUN-BUNDLE"));
        assertThat(words("instead")).contains("could not be read");
        picture("runbooks-no-bundle");
        shutTheGate();
        show(new Destination.RunbookRun(SHOP, "20260101-000000-gone"));
        assertThat(words("instead")).contains("Reading the run");
        picture("runbooks-run-loading");
        openTheGate();
        waitFor(() -> words("notices").contains("RUN-404"));
        pictures("runbooks-run-gone");
    }

    @Test
    void aRunIsStoppedCancelledLeftHeldUnverifiedAndFinished(FxRobot robot) throws Exception {
        String run = beginRun(robot);
        stoppedByTheGuard(robot, run);
        Path killed = cancelledInTheMiddle(robot, run);
        notVerified(robot, run);
        finished(robot, run);
        takenAway(robot, run);
        leftByAKilledConsole(robot, killed.getFileName().toString());
        show(new Destination.Runbooks(SHOP));
        waitFor(() -> words("runs").contains("finished"));
        pictures("runbooks-runs");
    }

    /** Over a connection alone, in the window and on the command line, with what each question is about beside it. */
    @Test
    void aBlockedStatementNeedsNoCluster(FxRobot robot) throws Exception {
        Called named = Called.with(
                home(), "--dsn", dsn(), "runbook", "run", "blocked-ddl", "-i", "database=billing", "--dry-run");
        assertThat(named.err()).contains("RB-REQUIRES", "names a Database resource, and no context is chosen");
        Called dry = Called.with(home(), "--dsn", dsn(), "runbook", "run", "blocked-ddl", "--dry-run");
        assertThat(dry.code()).as(dry.out() + dry.err()).isZero();
        assertThat(dry.out()).contains("queue", "reads");
        Called json = Called.with(home(), "--dsn", dsn(), "runbook", "run", "blocked-ddl", "--dry-run", "-o", "json");
        assertThat(new ObjectMapper().readTree(json.out()).at("/steps/0/would").asText())
                .isEqualTo("reads");
        assertThat(Called.with(home(), "runbook", "runs").out()).contains("dry-run  ", "INPUTS");
        try (Connection holder = session();
                Connection waiter = session();
                Statement holds = holder.createStatement();
                Statement waits = waiter.createStatement()) {
            holder.setAutoCommit(false);
            holds.execute("SET application_name = 'left-open'");
            holds.execute("LOCK TABLE public.thing IN SHARE MODE");
            CompletableFuture<Boolean> altered = CompletableFuture.supplyAsync(() -> executes(waits));
            Called asked = Called.with(home(), "--dsn", dsn(), "runbook", "run", "blocked-ddl");
            assertThat(asked.code()).as(asked.out() + asked.err()).isEqualTo(4);
            assertThat(asked.err())
                    .contains("── head-is: verified", "application_name: left-open", "(process ")
                    .doesNotContain("${blocker}");
            show(new Destination.BeginRun(SHOP, "blocked-ddl"));
            waitFor(() -> isThere("begin") && !node("begin").isDisabled());
            assertThat(words("form")).contains("It asks for nothing");
            robot.clickOn("#begin");
            waitFor(() -> !went.isEmpty() && last() instanceof Destination.RunbookRun);
            String run = ((Destination.RunbookRun) last()).run();
            show(last());
            waitFor(() -> isThere("run") && !node("run").isDisabled());
            for (String step : List.of("queue", "locks", "head", "head-began", "head-is")) {
                key(robot, KeyCode.R);
                waitFor(() -> status(run, step) == StepStatus.VERIFIED && isIdle());
            }
            assertThat(words("askedAbout")).contains("head-is · seen ", "application_name: left-open", "queue · seen ");
            assertThat(words("detail")).doesNotContain("${blocker}");
            pictures("runbooks-blocked");
            robot.clickOn("#choose-end");
            waitFor(() -> status(run, "way") == StepStatus.VERIFIED && isThere("note") && isIdle());
            assertThat(words("askedAbout")).contains("application_name: left-open");
            pictures("runbooks-blocked-sure");
            holder.rollback();
            assertThat(altered.get(60, TimeUnit.SECONDS)).isTrue();
        }
        show(new Destination.Runbooks(SHOP));
        waitFor(() -> words("runs").contains("dry run"));
        pictures("runbooks-dry-run-listed");
    }

    /** An event trigger takes back what a plan does, so that reading again does not show it; once that is set right the check is asked again, and nothing is sent. */
    @Test
    void aPlanThatTookEffectAndIsNotShownByReadingAgainIsNotVerified(FxRobot robot) throws Exception {
        sql(
                "CREATE ROLE runbook_gives",
                "CREATE ROLE runbook_gets",
                "ALTER TABLE public.thing OWNER TO runbook_gives",
                "CREATE FUNCTION public.back() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN"
                        + " IF (SELECT relowner::regrole::text FROM pg_class WHERE oid = 'public.thing'::regclass) = 'runbook_gets'"
                        + " THEN ALTER TABLE public.thing OWNER TO runbook_gives; END IF; END $$",
                "CREATE EVENT TRIGGER back ON ddl_command_end EXECUTE FUNCTION public.back()");
        Path file = runbook("give.md", """
                ---
                title: Give away
                requires: [database]
                ---
                ```plan id=give
                operation: reassign
                with: {role: runbook_gives, to: runbook_gets}
                ```
                """);
        try {
            show(new Destination.BeginRun(SHOP, file.toString()));
            waitFor(() -> isThere("begin") && !node("begin").isDisabled());
            robot.clickOn("#begin");
            waitFor(() -> !went.isEmpty() && last() instanceof Destination.RunbookRun);
            String run = ((Destination.RunbookRun) last()).run();
            show(last());
            waitFor(() -> isThere("preview") && !node("preview").isDisabled());
            key(robot, KeyCode.P);
            waitFor(() -> isThere("verdict") && isIdle());
            robot.clickOn(node("detail").lookup(".allow"));
            key(robot, KeyCode.R);
            waitFor(() -> status(run, "give") == StepStatus.NOT_VERIFIED && isIdle());
            assertThat(words("detail"))
                    .contains(
                            "1 statement took effect",
                            "it could not be verified",
                            "does not show what was to come of ALTER TABLE \"public\".\"thing\" OWNER TO \"runbook_gets\".",
                            "Verify asks again")
                    .doesNotContain("no check says");
            pictures("runbooks-took-effect");
            robot.clickOn("#verify");
            waitFor(() -> words("detail").contains("something is left to do") && isIdle());
            sql("DROP EVENT TRIGGER back", "ALTER TABLE public.thing OWNER TO runbook_gets");
            robot.clickOn("#verify");
            waitFor(() -> words("notices").contains("Finished"));
            assertThat(words("detail")).contains("nothing is left to do");
        } finally {
            sql(
                    "DROP EVENT TRIGGER IF EXISTS back",
                    "ALTER TABLE public.thing OWNER TO CURRENT_USER",
                    "DROP ROLE runbook_gives",
                    "DROP ROLE runbook_gets");
        }
    }

    private static boolean executes(Statement waits) {
        try {
            waits.execute("ALTER TABLE public.thing ADD COLUMN note text");
            return true;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private String beginRun(FxRobot robot) {
        show(new Destination.BeginRun(SHOP, book.toString()));
        waitFor(() -> isThere("begin") && !node("begin").isDisabled());
        robot.clickOn("#begin");
        waitFor(() -> !went.isEmpty() && last() instanceof Destination.RunbookRun);
        Destination.RunbookRun to = (Destination.RunbookRun) last();
        show(to);
        waitFor(() -> isThere("run") && !node("run").isDisabled());
        key(robot, KeyCode.R);
        waitFor(() -> status(to.run(), "look") == StepStatus.VERIFIED && isIdle());
        return to.run();
    }

    private void stoppedByTheGuard(FxRobot robot, String run) {
        key(robot, KeyCode.P);
        waitFor(() -> isThere("verdict") && isIdle());
        key(robot, KeyCode.R);
        waitFor(() -> words("detail").contains("Stopped before it began") && isIdle());
        assertThat(words("detail"))
                .contains("gate-is-open", "The answer is false; the check asks for true. The gate is closed");
        assertThat(status(run, FILL)).isEqualTo(StepStatus.PREVIEWED);
        pictures("runbooks-stopped");
        sql("UPDATE public.gate SET open = true");
    }

    /** The folder of a run as a console would leave it that was killed in the middle of the step. */
    private Path cancelledInTheMiddle(FxRobot robot, String run) throws Exception {
        Path folder = runbooks().runs().folder(run);
        Path killed = folder.resolveSibling(run + "-killed");
        key(robot, KeyCode.P);
        waitFor(() -> isThere("verdict") && isIdle());
        // What waits for a lock gives up by itself before slow pictures are taken.
        sql(
                "CREATE FUNCTION public.dawdle() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(60); RETURN NULL; END'",
                "CREATE TRIGGER dawdle BEFORE INSERT ON public.thing FOR EACH STATEMENT EXECUTE FUNCTION public.dawdle()");
        key(robot, KeyCode.R);
        waitFor(() -> status(run, FILL) == StepStatus.RUNNING && cancel() != null);
        assertThat(text("stepState")).contains("running");
        assertThat(words("detail")).doesNotContain("Stopped before it began");
        copy(folder, killed);
        pictures("runbooks-running");
        robot.clickOn(Objects.requireNonNull(cancel()));
        waitFor(this::isIdle);
        sql("DROP TRIGGER dawdle ON public.thing", "DROP FUNCTION public.dawdle()");
        waitFor(() -> words("steps").contains("interrupted"));
        assertThat(status(run, FILL)).isEqualTo(StepStatus.INTERRUPTED);
        assertThat(words("detail")).contains("Stopped by", "whether it took effect is asked first");
        assertThat(node("verify").isVisible()).isTrue();
        pictures("runbooks-cancelled");
        return killed;
    }

    private void notVerified(FxRobot robot, String run) {
        key(robot, KeyCode.P);
        waitFor(() -> isThere("verdict") && isIdle());
        key(robot, KeyCode.R);
        waitFor(() -> status(run, FILL) == StepStatus.NOT_VERIFIED && isIdle());
        assertThat(words("detail"))
                .contains("The answer is 2; the check asks for 3. Rows are missing", "Verify asks again");
        pictures("runbooks-not-verified");
        sql("INSERT INTO public.thing VALUES (3)");
    }

    private void finished(FxRobot robot, String run) {
        robot.clickOn("#verify");
        waitFor(() -> words("notices").contains("Finished"));
        assertThat(status(run, FILL)).isEqualTo(StepStatus.VERIFIED);
        assertThat(text("refusal")).contains("The run has ended");
        assertThat(words("detail")).contains("1 statement in").doesNotContain("The answer is 2", "Rows are missing.;");
    }

    private void takenAway(FxRobot robot, String run) throws Exception {
        export("markdown");
        Path markdown = home().resolve(run + ".md");
        waitFor(() -> words("saved").contains(markdown.toString()));
        assertThat(Files.readString(markdown)).contains(TITLE, "Rows are missing");
        export("json");
        Path json = home().resolve(run + ".json");
        waitFor(() -> words("saved").contains(json.toString()));
        assertThat(new ObjectMapper().readTree(json.toFile()).path("ending").asText())
                .isEqualTo("finished");
        export("lines");
        waitFor(() -> words("saved").contains(run + ".jsonl"));
        assertThat(Files.mismatch(runbooks().runs().transcriptFile(run), home().resolve(run + ".jsonl")))
                .isEqualTo(-1);
        choose(home());
        export("bundle");
        Path bundle = home().resolve(run + "-bundle");
        waitFor(() -> words("saved").contains(bundle.toString()));
        assertThat(words("saved")).contains(runbooks().runs().transcript(run).head());
        pictures("runbooks-saved");
        whenSmall(this::nothingOfTheSideIsLost);
        robot.clickOn(node("saved").lookup(".button"));
        assertThat(last()).isEqualTo(new Destination.RunbookBundle(SHOP, bundle));
        show(last());
        waitFor(() -> words("notices").contains("every one is what was written"));
        assertThat(text("refusal")).isEqualTo("A bundle is only looked at.");
        assertThat(words("evidence")).contains("Rows are missing");
        pictures("runbooks-bundle");
        robot.clickOn("#folder");
        waitFor(() -> openedFolders.equals(List.of(bundle)));
        Files.writeString(bundle.resolve("runbook.md"), "more\n", StandardOpenOption.APPEND);
        choose(bundle);
        everywhere("Open a bundle…");
        assertThat(last()).isEqualTo(new Destination.RunbookBundle(new Destination.Estate(), bundle));
        show(new Destination.Runbooks(SHOP));
        waitFor(() -> isThere("bundle"));
        robot.clickOn("#bundle");
        show(last());
        readAgain(last());
        waitFor(() -> words("notices").contains("is not the bundle that was written"));
        assertThat(words("notices")).contains("runbook.md");
        pictures("runbooks-bundle-changed");
        choose(home().resolve("not there"));
        show(new Destination.RunbookRun(SHOP, run));
        export("bundle");
        waitFor(() -> words("saved").contains("RUN-FILE"));
        pictures("runbooks-not-saved");
        cannotOpenFolders();
        robot.clickOn("#folder");
        waitFor(() -> words("saved").contains("RUN-FOLDER"));
        assertThat(words("saved")).contains("xdg-open is not there");
        pictures("runbooks-folder-not-opened");
    }

    private void leftByAKilledConsole(FxRobot robot, String killed) {
        show(new Destination.RunbookRun(SHOP, killed));
        waitFor(() -> words("notices").contains("open where it stopped"));
        assertThat(words("steps")).contains("begun, no end");
        assertThat(words("detail")).contains("another console runs it now, or ended in the middle");
        pictures("runbooks-left");
        try (Transcript held =
                Transcript.open(runbooks().runs().transcriptFile(killed), Clock.systemUTC(), new Redactor())) {
            robot.clickOn("#goOn");
            waitFor(() -> words("notices").contains("RUN-LOCKED"));
            assertThat(words("notices")).contains("another console has this run open");
            assertThat(words("notices")).doesNotContain("open where it stopped");
            assertThat(held.entries()).isNotEmpty();
            pictures("runbooks-locked");
        }
        sql("DELETE FROM public.thing");
        robot.clickOn("#goOn");
        waitFor(() -> words("steps").contains("interrupted") && isIdle());
        assertThat(words("detail")).contains("The console ended while this ran");
        assertThat(words("notices")).doesNotContain("RUN-LOCKED");
        pictures("runbooks-interrupted");
        Destination run = new Destination.RunbookRun(SHOP, killed);
        robot.clickOn("#close");
        readAgain(run);
        waitFor(() -> isThere("goOn") && node("goOn").isVisible());
        robot.clickOn("#goOn");
        waitFor(this::isIdle);
        assertThat(words("notices"))
                .as("what was closed a moment ago is waited for")
                .doesNotContain("RUN-LOCKED");
        robot.clickOn("#close");
    }

    /** Its column can be moved to its end, and what happened keeps some height. */
    private void nothingOfTheSideIsLost() {
        Node side = node("side");
        Bounds seen = side.localToScene(side.getLayoutBounds());
        Node look = node("saved").lookup(".button");
        assertThat(seen.contains(look.localToScene(look.getLayoutBounds()))).isTrue();
        Node happened = node("evidence").getParent().getParent().getParent();
        assertThat(happened.getLayoutBounds().getHeight()).isGreaterThanOrEqualTo(100);
        assertThat(seen.getWidth()).isGreaterThanOrEqualTo(159);
    }

    private void export(String kind) {
        ScreenStage.onFx(() -> ((MenuButton) node("export"))
                .getItems().stream()
                        .filter(item -> item.getId().equals("export-" + kind))
                        .forEach(item -> item.fire()));
    }

    private StepStatus status(String run, String step) {
        return runbooks().runs().state(run).step(step).orElseThrow().status();
    }

    /** Nothing runs on this run. */
    private boolean isIdle() {
        return isThere("abort") && !node("abort").isDisabled();
    }

    /** The button that stops what runs, which comes when that takes long. */
    private @Nullable Button cancel() {
        Node found = node("progress").lookup(".button");
        return found instanceof Button button && button.isVisible() ? button : null;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static void key(FxRobot robot, KeyCode code) {
        robot.push(code);
        ScreenStage.settle();
    }
}
