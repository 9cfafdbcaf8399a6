package dev.plumbline.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.operation.ChainState;
import dev.plumbline.ui.NeedsDisplay;
import dev.plumbline.ui.Pictures;
import dev.plumbline.ui.ScreenStage;
import dev.plumbline.ui.fx.Theme;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@SuppressWarnings("NullAway.Init")
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class HistoryScreenTest {
    private final SampleHistory sample = new SampleHistory();
    private ScreenStage stage;
    private HistoryController controller;
    private HistoryPage page;
    private Optional<String> asked = Optional.empty();

    @Start
    void start(Stage primary) {
        stage = new ScreenStage(primary);
    }

    @Test
    void aRunOpensWithItsEntriesAndEscapeClosesIt(FxRobot robot) {
        show(Theme.LIGHT, robot);
        assertThat(page.notices()).contains("1 run has no end");
        page.choose(0);
        assertThat(page.recordIsOpen()).isTrue();
        assertThat(page.entries()).hasSize(5);
        assertThat(page.next()).contains("check the database again");
        ScreenStage.onFx(() -> assertThat(controller.dismiss()).isTrue());
        assertThat(page.recordIsOpen()).isFalse();
    }

    @Test
    void aRecordAskedForFromElsewhereOpens(FxRobot robot) {
        asked = Optional.of("20261119T220301Z-02aa");
        show(Theme.LIGHT, robot);
        assertThat(page.recordIsOpen()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyStateDrawn(Theme theme, FxRobot robot) {
        String ending = "-" + theme.name().toLowerCase(Locale.ROOT);
        show(theme, robot);
        page.choose(0);
        Pictures.take(stage.scene(), "history" + ending);
        sample.runs = List.of();
        sample.chain = new ChainState(12, "entry 13 was changed");
        show(theme, robot);
        Pictures.take(stage.scene(), "history-nothing" + ending);
        assertThat(page.chain()).contains("broken");
    }

    private void show(Theme theme, FxRobot robot) {
        controller = stage.show(
                () -> new HistoryController(
                        sample.on(Runnable::run, Platform::runLater), "Runs on billing", () -> asked),
                theme,
                1180,
                760);
        ScreenStage.settle();
        page = new HistoryPage(robot, stage.scene());
    }
}
