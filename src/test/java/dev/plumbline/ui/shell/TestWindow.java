package dev.plumbline.ui.shell;

import dev.plumbline.job.JobRunner;
import dev.plumbline.model.ContextEntry.ExecCommand;
import dev.plumbline.ui.PlumblineWindow;
import dev.plumbline.ui.WindowParts;
import dev.plumbline.ui.fake.FakeEstate;
import dev.plumbline.ui.fake.FakeScreen;
import dev.plumbline.ui.fx.FxExecutor;
import dev.plumbline.ui.fx.LayoutMemory;
import dev.plumbline.ui.fx.Screens;
import dev.plumbline.ui.settings.SettingsActions;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window over a fake estate, closed at the test's end. */
public final class TestWindow implements AutoCloseable {
    private final ExecutorService background = Executors.newFixedThreadPool(2);
    private final FakeEstate estate;
    private final Stage stage;
    private final WindowPage page;

    public TestWindow(FakeEstate estate, LayoutMemory memory) {
        this(estate, memory, FakeScreen.screens());
    }

    /** {@code screens} are those that can be gone to. */
    public TestWindow(FakeEstate estate, LayoutMemory memory, Screens screens) {
        this.estate = estate;
        try {
            FxToolkit.registerPrimaryStage();
        } catch (TimeoutException late) {
            throw new IllegalStateException(late);
        }
        SettingsActions settings = new SettingsActions(
                (cancel, progress) ->
                        List.of(new ExecCommand("aws eks get-token --cluster-name prod", "9f2c".repeat(16), true)),
                command -> (cancel, progress) -> command,
                "/home/dba/.local/share/plumbline");
        stage = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            Stage shown = new Stage();
            new PlumblineWindow(new WindowParts(
                            new JobRunner(background, new FxExecutor()),
                            estate.actions(),
                            settings,
                            around -> screens,
                            memory,
                            Clock.systemUTC()))
                    .showOn(shown);
            return shown;
        });
        page = new WindowPage(new FxRobot(), stage);
    }

    public WindowPage page() {
        return page;
    }

    public Stage stage() {
        return stage;
    }

    @Override
    public void close() {
        estate.letGo();
        WaitForAsyncUtils.waitForAsyncFx(10_000, stage::close);
        WaitForAsyncUtils.waitForFxEvents();
        background.shutdown();
    }
}
