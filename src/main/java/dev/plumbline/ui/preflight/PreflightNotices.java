package dev.plumbline.ui.preflight;

import dev.plumbline.model.Problem;
import dev.plumbline.ui.control.EmptyState;
import dev.plumbline.ui.control.ProblemPane;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.reading.Reading;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** What went wrong with the reading or the asking, or that it was stopped. */
final class PreflightNotices {
    private PreflightNotices() {}

    static List<Node> of(PreflightViewModel model) {
        List<Node> notices = new ArrayList<>();
        add(notices, model.access().reading().problemProperty().get(), model);
        add(notices, model.page().problemProperty().get(), model);
        if (model.access().reading().phase() == Reading.Phase.STOPPED) {
            notices.add(EmptyState.of(Texts.get("preflight.stopped"), Texts.get("preflight.stopped.words"))
                    .offering(Texts.get("readAgain"), model.access()::readAgain));
        }
        if (model.isRefused()) {
            notices.add(EmptyState.of(Texts.get("preflight.cockroach"), Texts.get("preflight.cockroach.words")));
        }
        PreflightPage page = model.page().value();
        if (page != null && page.report().question().schemas().isEmpty()) {
            notices.add(EmptyState.of(Texts.get("preflight.noSchema.title"), Texts.get("preflight.noSchema.words")));
        }
        return notices;
    }

    private static void add(List<Node> notices, @Nullable Problem problem, PreflightViewModel model) {
        if (problem != null) {
            notices.add(new ProblemPane(problem).offering(Texts.get("retry"), model.access()::readAgain));
        }
    }
}
