package dev.plumbline.app;

import dev.plumbline.job.JobRunner;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.SandboxOptions;
import dev.plumbline.ui.CompareScreens;
import dev.plumbline.ui.DatabaseScreens;
import dev.plumbline.ui.PlumblineWindow;
import dev.plumbline.ui.RunbookScreens;
import dev.plumbline.ui.UpgradeScreens;
import dev.plumbline.ui.WindowParts;
import dev.plumbline.ui.fx.FxExecutor;
import dev.plumbline.ui.fx.LayoutMemory;
import dev.plumbline.ui.migration.MigrationDesk;
import dev.plumbline.ui.runbook.RunbookActions;
import dev.plumbline.ui.tour.GuidedTour;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The window's process: makes what the window needs, shows it, and closes all of it in reverse order. */
public final class PlumblineApplication extends Application {
    private final Lazy<Sandbox> sandbox = new Lazy<>(() -> Sandbox.start(SandboxOptions.temporary()));
    private final FxExecutor window = new FxExecutor();
    private @Nullable Wiring wiring;
    /** Read in the background too, when the sandbox starts. */
    private volatile @Nullable LayoutMemory memory;

    private @Nullable JobRunner jobs;
    private int exitCode;

    @Override
    public void start(Stage stage) {
        WindowOptions options = WindowOptions.parse(getParameters().getRaw());
        Runtime.getRuntime().addShutdownHook(new Thread(this::closeSandbox, "sandbox-end"));
        Wiring parts = new Wiring(
                () -> kubeconfig(options),
                System.getenv(),
                Path.of(System.getProperty("user.home", ".")),
                Clock.systemUTC());
        wiring = parts;
        JobRunner runner = new JobRunner(parts.background(), window);
        jobs = runner;
        WindowActions actions = new WindowActions(parts::operations);
        LayoutMemory layout = new LayoutFile(parts.folders().data().resolve("layout.properties"), parts.background());
        memory = layout;
        new PlumblineWindow(new WindowParts(
                        runner,
                        actions.estate(),
                        actions.settings(parts.folders().data()),
                        around -> DatabaseScreens.of(
                                        new DatabaseWork(parts::operations).actions(),
                                        new SchemaWork(parts::operations).actions(),
                                        new MigrationWork(parts::operations, ChosenPaths::folder)::actions,
                                        new ManagedWork(parts::operations).actions(),
                                        around,
                                        window,
                                        DatabaseWork::chooseFile)
                                .withAll(CompareScreens.of(
                                        actions::compare,
                                        around,
                                        new CompareScreens.Paths(
                                                DatabaseWork::chooseFile, ChosenPaths::file, ChosenPaths::folder)))
                                .withAll(UpgradeScreens.of(new UpgradeWork(parts::operations).actions(), around))
                                .withAll(RunbookScreens.of(
                                        new RunbookActions(
                                                parts::runbooks,
                                                ChosenPaths::folder,
                                                DatabaseWork::chooseFile,
                                                OpenFolder.ofSystem()::show),
                                        around)),
                        layout,
                        Clock.systemUTC()))
                .showOn(stage);
        if (options.measure()) {
            StartUp.measure(stage.getScene(), Platform::exit);
        }
        options.tour().ifPresent(folder -> GuidedTour.start(folder, why -> tourEnded(folder, why)));
    }

    private void tourEnded(Path folder, String why) {
        if (why.isEmpty()) {
            System.out.println("The tour's pictures: " + folder.toAbsolutePath() + "/*.png");
        } else {
            System.err.println("Error: " + why + ". Pictures so far: " + folder.toAbsolutePath());
            exitCode = 1;
        }
        Platform.exit();
    }

    private Optional<Path> kubeconfig(WindowOptions options) {
        return options.sandbox() ? Optional.of(inSandbox()) : options.kubeconfig();
    }

    /** The sandbox's migrations are open for the database that they are for. */
    private Path inSandbox() {
        Sandbox started = sandbox.get();
        System.err.println("The sandbox behind the window: kubectl --kubeconfig " + started.kubeconfig());
        LayoutMemory known = memory;
        if (known != null) {
            MigrationDesk.suggest(
                    new ResourceRef(Sandbox.CONTEXT, "dbops.dbprovision.io", "databases", "team-billing", "refunds"),
                    started.migrations(),
                    known);
        }
        return started.kubeconfig();
    }

    /** The toolkit does not call {@link #stop} when the process is asked to end, as by Ctrl-C in the terminal. */
    private void closeSandbox() {
        sandbox.release(Sandbox::close);
    }

    @Override
    public void stop() {
        window.close();
        if (jobs != null) {
            jobs.close();
        }
        if (wiring != null) {
            wiring.close();
        }
        closeSandbox();
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }
}
