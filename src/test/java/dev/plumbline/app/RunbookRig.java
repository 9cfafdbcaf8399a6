package dev.plumbline.app;

import dev.plumbline.job.JobRunner;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.SafeMode;
import dev.plumbline.runbook.run.Runbooks;
import dev.plumbline.sandbox.kubeapi.KubeApi;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.ui.RunbookScreens;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.CheckedStates;
import dev.plumbline.ui.fx.Destination;
import dev.plumbline.ui.fx.LayoutMemory;
import dev.plumbline.ui.fx.Screens;
import dev.plumbline.ui.fx.Surroundings;
import dev.plumbline.ui.runbook.RunbookActions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/** The screens of runbooks over one database behind a connection, {@code shop}, and one small cluster, {@code c}; runbooks are the test's own. Nothing is read while the gate is shut. */
@SuppressWarnings("NullAway.Init")
abstract class RunbookRig extends ScreenRig {
    static final Destination SHOP = new Destination.Direct("shop");
    static final Destination CLUSTER = new Destination.Context("c");
    private static final TestPostgres SERVER = TestPostgres.newest();
    private static final Size USUAL = new Size(1440, 900);
    private static final Size SMALL = new Size(1024, 700);
    final List<Destination> went = new ArrayList<>();
    final List<Path> openedFolders = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private Wiring wiring;
    private KubeApi api;
    private Path home;
    private Path own;
    private Path chosen;
    private String database;
    private volatile boolean opensFolders = true;

    RunbookRig() {
        super(USUAL, SMALL);
    }

    /** @param objects what the cluster holds, as YAML */
    void begin(Path folder, String objects) throws IOException {
        home = folder;
        own = Files.createDirectory(home.resolve("books"));
        chosen = own;
        database = SERVER.freshDatabase("runbook_window");
        api = KubeApi.start().load(objects);
        Path kubeconfig = Files.writeString(home.resolve("kubeconfig"), """
                clusters: [{name: c, cluster: {server: "%s"}}]
                users: [{name: u, user: {}}]
                contexts: [{name: c, context: {cluster: c, user: u, namespace: team-a}}]
                current-context: c
                """.formatted(api.url()));
        wiring = new Wiring(
                () -> Optional.of(kubeconfig), Map.of("PLUMBLINE_HOME", home.toString()), home, Clock.systemUTC());
        connect("shop", SERVER.superuser(), TestPostgres.password().reveal());
        begin(this::screens);
    }

    void end() {
        gate.countDown();
        wiring.close();
        api.close();
        SERVER.dropDatabase(database);
    }

    private Screens screens() {
        Activity activity = new Activity(new JobRunner(wiring.background(), Platform::runLater), Clock.systemUTC());
        Surroundings around = new Surroundings(
                went::add,
                activity,
                new CheckedStates(),
                LayoutMemory.passing(),
                context -> SafeMode.CONFIRM,
                Clock.systemUTC());
        return RunbookScreens.of(
                new RunbookActions(
                        this::gated,
                        () -> Optional.of(chosen),
                        name -> Optional.of(home.resolve(name)),
                        this::openFolder),
                around);
    }

    private void openFolder(Path folder) {
        if (!opensFolders) {
            throw new ProblemException(OpenFolder.refused(folder, "xdg-open is not there"));
        }
        openedFolders.add(folder);
    }

    void cannotOpenFolders() {
        opensFolders = false;
    }

    private Runbooks gated() {
        try {
            gate.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return wiring.runbooks();
    }

    void shutTheGate() {
        gate = new CountDownLatch(1);
    }

    void openTheGate() {
        gate.countDown();
    }

    /** What the choosing of a folder answers from now on. */
    void choose(Path folder) {
        chosen = folder;
    }

    /** Remembers a connection to the database with this login. */
    void connect(String name, String user, String password) {
        wiring.operations().direct().add(name, dsn(user, password));
    }

    /** The database as the command line takes it. */
    String dsn() {
        return dsn(SERVER.superuser(), TestPostgres.password().reveal());
    }

    private String dsn(String user, String password) {
        return "postgresql://" + user + ":" + password + "@" + SERVER.host() + ":" + SERVER.port() + "/" + database
                + "?sslmode=disable";
    }

    /** A runbook of the test in a folder of its own. */
    Path runbook(String name, String text) throws IOException {
        return Files.writeString(own.resolve(name), text);
    }

    void sql(String... statements) {
        SERVER.execute(database, statements);
    }

    Connection session() throws SQLException {
        return SERVER.connect(database);
    }

    Runbooks runbooks() {
        return wiring.runbooks();
    }

    KubeApi api() {
        return api;
    }

    Path home() {
        return home;
    }

    /** The last place that was gone to. */
    Destination last() {
        return went.get(went.size() - 1);
    }
}
