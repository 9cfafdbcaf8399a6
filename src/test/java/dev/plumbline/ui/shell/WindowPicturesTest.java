package dev.plumbline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ui.NeedsDisplay;
import dev.plumbline.ui.fake.FakeEstate;
import dev.plumbline.ui.fx.LayoutMemory;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

@NeedsDisplay
class WindowPicturesTest {
    @Test
    void theWindowInBothThemes() {
        try (TestWindow window = new TestWindow(FakeEstate.ordinary(), LayoutMemory.passing())) {
            WindowPage page = window.page();
            page.waitForLine("kind-prod");
            page.picture("window-first");
            page.open("team-billing").open("billing");
            assertThat(page.crumbs()).isEqualTo("kind-prod▸team-billing▸billing");
            page.picture("window-database-light");
            page.press(KeyCode.CONTROL, KeyCode.K).type("bil");
            page.picture("window-palette-light");
            page.press(KeyCode.ESCAPE);
            page.open("kind-prod");
            page.picture("window-context-light");
        }
    }
}
