package dev.plumbline.app;

import dev.plumbline.job.JobRunner;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.SandboxOptions;
import dev.plumbline.ui.PlumblineWindow;
import dev.plumbline.ui.WindowParts;
import dev.plumbline.ui.fx.FxExecutor;
import dev.plumbline.ui.fx.Screens;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The window's process: makes what the window needs, shows it, and closes all of it in reverse order. */
public final class PlumblineApplication extends Application {
    private final Lazy<Sandbox> sandbox = new Lazy<>(() -> Sandbox.start(SandboxOptions.temporary()));
    private @Nullable Wiring wiring;

    @Override
    public void start(Stage stage) {
        WindowOptions options = WindowOptions.parse(getParameters().getRaw());
        Wiring parts = new Wiring(
                () -> kubeconfig(options),
                System.getenv(),
                Path.of(System.getProperty("user.home", ".")),
                Clock.systemUTC());
        wiring = parts;
        JobRunner jobs = new JobRunner(parts.background(), new FxExecutor());
        WindowActions actions = new WindowActions(parts::operations);
        LayoutFile memory = new LayoutFile(parts.folders().data().resolve("layout.properties"), parts.background());
        new PlumblineWindow(new WindowParts(
                        jobs,
                        actions.estate(),
                        actions.settings(parts.folders().data()),
                        around -> new Screens(),
                        memory,
                        Clock.systemUTC()))
                .showOn(stage);
    }

    private Optional<Path> kubeconfig(WindowOptions options) {
        return options.sandbox() ? Optional.of(sandbox.get().kubeconfig()) : options.kubeconfig();
    }

    @Override
    public void stop() {
        if (wiring != null) {
            wiring.close();
        }
        sandbox.ifMade(Sandbox::close);
    }
}
