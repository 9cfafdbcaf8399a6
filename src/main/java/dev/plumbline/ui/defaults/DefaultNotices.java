package dev.plumbline.ui.defaults;

import dev.plumbline.drift.defaults.DefaultMatrix;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Name;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Problem;
import dev.plumbline.ui.control.EmptyState;
import dev.plumbline.ui.control.ProblemPane;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.reading.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** What stands above the matrix when something is to be said about all of it, and the meaning of its signs. */
final class DefaultNotices {
    private DefaultNotices() {}

    static List<Node> of(DefaultPrivilegesViewModel model, Runnable again) {
        List<Node> notices = new ArrayList<>();
        for (Reading<?> reading : List.of(model.reading(), model.computing())) {
            Problem problem = reading.problemProperty().get();
            if (problem != null) {
                notices.add(new ProblemPane(problem).offering(Texts.get("retry"), again));
            }
        }
        if (model.reading().phase() == Reading.Phase.STOPPED) {
            notices.add(EmptyState.of(Texts.get("defaults.stopped"), Texts.get("defaults.stopped.words"))
                    .offering(Texts.get("readAgain"), again));
        }
        Computed computed = model.computing().value();
        if (computed != null) {
            about(computed.matrix(), notices);
            String undeclared = undeclared(computed.report().declared());
            if (!undeclared.isEmpty()) {
                notices.add(Sheets.muted(undeclared));
            }
        }
        return notices;
    }

    private static void about(DefaultMatrix matrix, List<Node> notices) {
        Optional<Gap> gap = matrix.unknown();
        gap.ifPresent(unread ->
                notices.add(warning(Texts.get("defaults.unknown", unread.subject(), sentence(unread.answer())))));
        if (!matrix.openToPublic().isEmpty()) {
            notices.add(warning(Texts.get(
                    "defaults.public",
                    matrix.openToPublic().stream().map(Name::shown).collect(Collectors.joining(", ")))));
        }
    }

    private static String sentence(String answer) {
        return answer.endsWith(".") ? answer : answer + ".";
    }

    private static Node warning(String words) {
        VBox card = new VBox(Sheets.words("▲ " + words));
        card.getStyleClass().addAll("card", "warning");
        return card;
    }

    private static String undeclared(OwnershipModel declared) {
        if (declared instanceof OwnershipModel.Auto auto) {
            return auto.namesCollide() ? Texts.get("defaults.collide") : "";
        }
        return declared instanceof OwnershipModel.DefaultPrivilegesOff
                ? Texts.get("defaults.left-alone")
                : Texts.get("defaults.undeclared");
    }

    static List<String> legend() {
        return List.of(
                Texts.get("defaults.legend.ok"),
                Texts.get("defaults.legend.missing"),
                Texts.get("defaults.legend.extra"),
                Texts.get("defaults.legend.wrong"),
                Texts.get("defaults.legend.global"),
                Texts.get("defaults.legend.public"),
                Texts.get("defaults.legend.rule"),
                Texts.get("defaults.legend.hollow"),
                Texts.get("defaults.legend.none"));
    }
}
