package dev.plumbline.ui.privileges;

import dev.plumbline.model.Gap;
import dev.plumbline.model.Problem;
import dev.plumbline.ui.control.EmptyState;
import dev.plumbline.ui.control.ProblemPane;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.reading.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** What stands above the table, and what in its place. */
final class PrivilegesNotices {
    private PrivilegesNotices() {}

    static List<Node> of(PrivilegesViewModel model) {
        List<Node> notices = new ArrayList<>();
        for (Reading<?> reading : List.of(model.reading(), model.page(), model.detail())) {
            Problem problem = reading.problemProperty().get();
            if (problem != null) {
                notices.add(new ProblemPane(problem).offering(Texts.get("retry"), model::readAgain));
            }
        }
        if (!model.gaps().isEmpty()) {
            String subjects = model.gaps().stream().map(Gap::subject).distinct().collect(Collectors.joining(", "));
            Label words = new Label("▲ " + Texts.get("privileges.gaps", subjects));
            words.getStyleClass().addAll("warning-text", "small");
            words.setWrapText(true);
            words.setMinHeight(Region.USE_PREF_SIZE);
            notices.add(words);
        }
        return notices;
    }

    /** What stands where no line does; nothing while there is one. */
    static List<Node> instead(PrivilegesViewModel model) {
        PrivilegesPage page = model.page().value();
        if (page != null) {
            return page.isEmpty() ? List.of(nothing(page)) : List.of();
        }
        return switch (model.reading().phase()) {
            case FAILED -> List.of();
            case STOPPED ->
                List.of(EmptyState.of(Texts.get("why.stopped"), Texts.get("privileges.stopped.words"))
                        .offering(Texts.get("readAgain"), model::readAgain));
            default -> List.of(EmptyState.of(Texts.get("why.reading"), Texts.get("privileges.reading.words")));
        };
    }

    private static Node nothing(PrivilegesPage page) {
        return page.mistake().isEmpty()
                ? EmptyState.of(
                        Texts.get(page.compares() ? "privileges.same" : "privileges.nothing"),
                        Texts.get("privileges.nothing.words"))
                : EmptyState.of(page.mistake(), Texts.get("privileges.mistake.words"));
    }
}
