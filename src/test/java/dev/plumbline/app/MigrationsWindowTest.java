package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.JobRunner;
import dev.plumbline.migration.directory.AtlasSum;
import dev.plumbline.migration.directory.MigrationDirectory;
import dev.plumbline.model.DirectPlace;
import dev.plumbline.model.SafeMode;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.SandboxOptions;
import dev.plumbline.ui.DatabaseScreens;
import dev.plumbline.ui.NeedsDisplay;
import dev.plumbline.ui.ScreenStage;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.CheckedStates;
import dev.plumbline.ui.fx.DatabaseDestination;
import dev.plumbline.ui.fx.Destination;
import dev.plumbline.ui.fx.LayoutMemory;
import dev.plumbline.ui.fx.Screens;
import dev.plumbline.ui.fx.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The screens of migrations over a real server: opened, traced, asked, written otherwise, run, stopped halfway, gone on with. */
@SuppressWarnings("NullAway.Init")
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class MigrationsWindowTest extends ScreenRig {
    private static final DirectPlace PLACE = new DirectPlace("shop by hand");
    private static final Destination SCREEN = new DatabaseDestination.Migrations(PLACE);
    private static final Destination TRIAL = new DatabaseDestination.MigrationTrial(PLACE);
    private static final Destination RUN = new DatabaseDestination.MigrationRun(PLACE);
    private final List<Destination> went = new ArrayList<>();
    private final LayoutMemory memory = LayoutMemory.passing();
    private Sandbox sandbox;
    private Wiring wiring;
    private Path chosen;

    MigrationsWindowTest() {
        super(new Size(1440, 900), new Size(1024, 700));
    }

    @TempDir
    private Path home;

    @Start
    void start(Stage primary) {
        on(primary);
    }

    @BeforeEach
    void startTheSandbox() throws Exception {
        sandbox = Sandbox.start(SandboxOptions.temporary());
        wiring = new Wiring(
                () -> Optional.of(sandbox.kubeconfig()),
                Map.of("PLUMBLINE_HOME", home.toString()),
                home,
                Clock.systemUTC());
        execute("postgres", "CREATE DATABASE shop");
        wiring.operations().direct().add(PLACE.name(), sandbox.dsn().replace("/postgres?", "/shop?"));
        chosen = Files.createDirectory(home.resolve("migrations"));
        begin(this::screens);
    }

    @AfterEach
    void stop() {
        wiring.close();
        sandbox.close();
    }

    private Screens screens() {
        Activity activity = new Activity(new JobRunner(wiring.background(), Platform::runLater), Clock.systemUTC());
        Surroundings around = new Surroundings(
                went::add, activity, new CheckedStates(), memory, context -> SafeMode.CONFIRM, Clock.systemUTC());
        return DatabaseScreens.of(
                new DatabaseWork(wiring::operations).actions(),
                new SchemaWork(wiring::operations).actions(),
                new MigrationWork(wiring::operations, () -> Optional.of(chosen))::actions,
                around,
                Platform::runLater,
                name -> Optional.of(home.resolve(name)));
    }

    @Test
    void migrationsAreJudgedWrittenOtherwiseRunAndGoneOnWith(FxRobot robot) throws Exception {
        execute("shop", "CREATE TABLE somebodys (i int)");
        show(SCREEN);
        assertThat(words("instead")).contains("No migrations are open");
        pictures("migrations-empty");
        write(
                "20260101000000_begin.sql",
                "CREATE TABLE orders (id bigint PRIMARY KEY, note text);\nCREATE TABLE log (n bigint);\n");
        robot.clickOn("#open");
        waitFor(() -> items("files") == 1);
        assertThat(text("headline")).isEqualTo("1 migration is to be run on shop by hand");
        robot.clickOn("#options");
        robot.interact(() -> {});
        robot.clickOn("A database with tables and no record may begin");
        waitFor(() -> !node("trace").isDisabled());
        assertThat(memory.get("migrations.shop by hand")).contains(chosen.toString());
        triesOnTheLiveServer(robot);
        run(robot);
        waitFor(() -> words("notices").contains("proved equal to the predicted structure"));
        pictures("migrations-run-verified");

        judge(robot);
        rewriteInPlace(robot);
        whatRunsInNoTransactionIsNotTried(robot);
        stopsHalfwayAndGoesOn(robot);
        filesOfPgFluxAreUndone(robot);
        whatIsNotAsRecordedIsTold(robot);
    }

    private void judge(FxRobot robot) throws Exception {
        execute("shop", "INSERT INTO orders VALUES (1, NULL), (2, 'two')");
        write(
                "20260102000000_note_index.sql",
                "-- Reports look for notes.\nCREATE INDEX orders_by_note ON orders (note);\n");
        write("20260103000000_region_of_each_order_as_the_tax_office_asks_for_it_since_this_year.sql", """
                ALTER TABLE orders ADD COLUMN region text;
                UPDATE orders
                   SET region = 'eu';
                -- Everybody is told, the shop is closed on that night.
                -- atlas:nolint PG303 MF104
                ALTER TABLE orders ALTER COLUMN region SET NOT NULL;
                ALTER TABLE orders ALTER COLUMN note SET NOT NULL;
                SELEC wrong;
                """);
        show(SCREEN);
        waitFor(() -> items("files") == 3 && text("headline").startsWith("2 migrations"));
        choose("files", 2);
        waitFor(() -> words("blocks").contains("PL101"));
        assertThat(words("blocks"))
                .contains(
                        "kept quiet by atlas:nolint PG303 MF104, line 5: Everybody is told, the shop is closed on that night.");
        assertThat(words("held")).contains("parsed", "orders");
        pictures("migrations-parsed");
        write("20260103000000_region_of_each_order_as_the_tax_office_asks_for_it_since_this_year.sql", """
                ALTER TABLE orders ADD COLUMN region text;
                UPDATE orders
                   SET region = 'eu';
                -- Everybody is told, the shop is closed on that night.
                -- atlas:nolint PG303 MF104
                ALTER TABLE orders ALTER COLUMN region SET NOT NULL;
                ALTER TABLE orders ALTER COLUMN note SET NOT NULL;
                """);
        robot.clickOn("#again");
        waitFor(() -> !words("blocks").contains("PL101") && !node("trace").isDisabled());
        robot.clickOn("#trace");
        waitFor(() -> words("held").contains("traced"));
        assertThat(words("blocks")).contains("changes: + column public.orders.region");
        pictures("migrations-traced");
        robot.clickOn("#ask");
        waitFor(() -> text("about").contains("asked live"));
        waitFor(() -> words("blocks").contains("PL912"));
        assertThat(words("notices")).contains("public.orders.region", "was not counted");
        choose("blocks", 3);
        assertThat(words("detail")).contains("PL912", "data", "The statement fails on them");
        pictures("migrations-asked");
        execute("shop", "UPDATE orders SET note = 'one' WHERE note IS NULL");
    }

    private void rewriteInPlace(FxRobot robot) throws Exception {
        choose("files", 1);
        waitFor(() -> words("detail").contains("PG101"));
        robot.clickOn(node("detail").lookup(".rewrite"));
        waitFor(() -> isThere("replaceInFile"));
        pictures("migrations-rewrite");
        assertThat(node("replaceInFile").isDisabled()).isFalse();
        robot.clickOn("#replaceInFile");
        waitFor(() -> words("notices").contains("Wrote 20260102000000_note_index.sql"));
        assertThat(Files.readString(chosen.resolve("20260102000000_note_index.sql")))
                .isEqualTo(
                        "-- atlas:txmode none\n\n-- Reports look for notes.\nCREATE INDEX CONCURRENTLY orders_by_note ON orders (note);\n");
        assertThat(Files.readString(chosen.resolve(MigrationDirectory.SUM))).isEqualTo(sum());
        waitFor(() -> words("blocks").contains("CONCURRENTLY"));
        choose("files", 0);
        waitFor(() -> words("file").contains("applied"));
    }

    private void triesOnTheLiveServer(FxRobot robot) throws Exception {
        trial(robot);
        waitFor(() -> isThere("run") && !node("run").isDisabled());
        assertThat(words("notices")).contains("each lock is really taken");
        assertThat(text("badge")).isEqualTo("run on a scratch server");
        assertThat(isThere("export")).isFalse();
        pictures("migrations-trial-before");
        robot.clickOn("#run");
        ScreenStage.settle();
        pictures("migrations-trial-asks");
        assertThat(text("yes")).startsWith("Try ");
        robot.clickOn("#yes");
        waitFor(() -> words("notices").contains("Run on the live server and rolled back"));
        assertThat(words("notices"))
                .contains(
                        "Read again: the database is made of what it was before.",
                        "What it led to is what the scratch server predicted.");
        assertThat(text("badge")).isEqualTo("run on the live server and rolled back");
        pictures("migrations-trial-after");
        show(SCREEN);
        assertThat(text("headline")).isEqualTo("1 migration is to be run on shop by hand");
    }

    private void whatRunsInNoTransactionIsNotTried(FxRobot robot) throws Exception {
        trial(robot);
        robot.clickOn("#planAgain");
        waitFor(() -> words("notices").contains("PostgreSQL runs it in no transaction"));
        assertThat(node("run").isDisabled()).isTrue();
        pictures("migrations-trial-refused");
    }

    private void trial(FxRobot robot) throws Exception {
        show(SCREEN);
        waitFor(() -> !node("tryLive").isDisabled());
        robot.clickOn("#tryLive");
        assertThat(went).last().isEqualTo(TRIAL);
        show(TRIAL);
    }

    private void stopsHalfwayAndGoesOn(FxRobot robot) throws Exception {
        write(
                "20260104000000_count.sql",
                "-- atlas:txmode none\n\nCREATE TABLE counted (n bigint);\nINSERT INTO log SELECT 1 / (count(*) - 2) FROM orders;\nCREATE TABLE more (n bigint);\n");
        show(SCREEN);
        robot.clickOn("#again");
        waitFor(() -> text("headline").startsWith("3 migrations"));
        run(robot);
        waitFor(() -> words("notices").contains("failed"));
        pictures("migrations-run-failed");
        assertThat(words("notices")).contains("22012", "gone on with behind what is recorded");
        show(SCREEN);
        waitFor(() -> text("review").equals("Resume…"));
        assertThat(words("files")).contains("stopped halfway after 1 of 3 statements");
        choose("files", 3);
        pictures("migrations-halfway");
        execute("shop", "INSERT INTO orders VALUES (3, 'three', 'eu')");
        run(robot);
        waitFor(() -> words("notices").contains("proved equal to the predicted structure"));
        assertThat(text("badge")).isEqualTo("zero differences ✓");
        show(SCREEN);
        waitFor(() -> text("headline").startsWith("Nothing is pending"));
        assertThat(node("review").isDisabled()).isTrue();
    }

    private void filesOfPgFluxAreUndone(FxRobot robot) throws Exception {
        Path before = chosen;
        chosen = Files.createDirectory(home.resolve("flux"));
        Files.writeString(
                chosen.resolve("20260201_000000_000_parcels.sql"),
                "-- +migrate Up\nCREATE TABLE parcels (id bigint PRIMARY KEY, region text);\n\n-- +migrate Down\nDROP TABLE parcels;\n");
        Files.writeString(
                chosen.resolve("20260202_000000_000_regions_of_parcels_as_the_tax_office_asks_for_them.sql"),
                "BEGIN;\nALTER TABLE parcels ADD COLUMN weight int;\nCOMMIT;\n\nCREATE INDEX CONCURRENTLY parcels_by_region ON parcels (region);\n");
        Files.writeString(
                chosen.resolve("20260202_000000_000_regions_of_parcels_as_the_tax_office_asks_for_them_undo.sql"),
                "DROP INDEX CONCURRENTLY parcels_by_region;\n");
        show(SCREEN);
        robot.clickOn("#open");
        waitFor(() -> text("headline").startsWith("2 migrations"));
        robot.clickOn("#options");
        robot.interact(() -> {});
        robot.clickOn("A database with tables and no record may begin");
        waitFor(() -> !node("trace").isDisabled());
        assertThat(words("files")).contains("pending · way back there");
        assertThat(isThere("undo")).isFalse();
        run(robot);
        waitFor(() -> words("notices").contains("proved equal to the predicted structure"));
        show(SCREEN);
        waitFor(() -> text("headline").startsWith("Nothing is pending"));
        choose("files", 1);
        waitFor(() -> isThere("undo"));
        pictures("migrations-flux");
        robot.clickOn("#undo");
        assertThat(went).last().isEqualTo(RUN);
        show(RUN);
        if (isThere("planAgain")) {
            robot.clickOn("#planAgain");
        }
        waitFor(() -> words("notices").contains("The way back leaves something"));
        waitFor(() -> isThere("run") && !node("run").isDisabled());
        pictures("migrations-flux-undo");
        robot.clickOn("#run");
        ScreenStage.settle();
        robot.clickOn("#yes");
        waitFor(() -> words("notices").contains("proved equal to the predicted structure"));
        pictures("migrations-flux-undone");
        show(SCREEN);
        waitFor(() -> text("headline").startsWith("1 migration is to be run"));
        chosen = before;
        robot.clickOn("#open");
        waitFor(() -> text("headline").startsWith("Nothing is pending"));
    }

    private void whatIsNotAsRecordedIsTold(FxRobot robot) throws Exception {
        Files.writeString(chosen.resolve("20260104000000_count.sql"), "SELECT 1;\n");
        robot.clickOn("#again");
        waitFor(() -> words("notices").contains("atlas.sum:5: 20260104000000_count.sql was edited"));
        assertThat(words("files")).contains("edited since it was applied");
        pictures("migrations-edited");
        chosen = home.resolve("nowhere");
        robot.clickOn("#open");
        waitFor(() -> words("notices").contains("there is no such directory"));
        pictures("migrations-error");
    }

    /** From the screen to the plan, allows nothing, and runs it. */
    private void run(FxRobot robot) throws Exception {
        show(SCREEN);
        waitFor(() -> !node("review").isDisabled());
        robot.clickOn("#review");
        assertThat(went).last().isEqualTo(RUN);
        show(RUN);
        if (isThere("planAgain")) {
            robot.clickOn("#planAgain");
        }
        waitFor(() -> isThere("run") && !node("run").isDisabled());
        pictures("migrations-run-" + went.size());
        robot.clickOn("#run");
        ScreenStage.settle();
        robot.clickOn("#yes");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(chosen.resolve(name), text);
        Files.writeString(chosen.resolve(MigrationDirectory.SUM), sum());
    }

    private String sum() {
        return AtlasSum.of(MigrationDirectory.read(chosen)).text();
    }

    private void choose(String list, int index) {
        ScreenStage.onFx(() -> {
            ListView<?> view = (ListView<?>) node(list);
            view.getSelectionModel().select(index);
            view.scrollTo(index);
        });
        ScreenStage.settle();
    }

    private int items(String list) {
        return isThere(list) ? ((ListView<?>) node(list)).getItems().size() : -1;
    }

    private void execute(String database, String... statements) throws SQLException {
        new SandboxSql(sandbox, database).execute(statements);
    }
}
