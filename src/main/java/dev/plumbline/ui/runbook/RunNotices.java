package dev.plumbline.ui.runbook;

import dev.plumbline.model.Problem;
import dev.plumbline.runbook.run.RunState;
import dev.plumbline.runbook.transcript.EntryKind;
import dev.plumbline.ui.control.ProblemPane;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What is told above a run: what went wrong last, whether its transcript or bundle can be believed, and how it ended. */
final class RunNotices {
    private RunNotices() {}

    static List<Node> of(@Nullable RunPage page, @Nullable Problem failed, Runnable readAgain) {
        List<Node> above = new ArrayList<>();
        if (failed != null) {
            ProblemPane pane = new ProblemPane(failed);
            above.add(page == null ? pane.offering(Texts.get("retry"), readAgain) : pane);
        }
        if (page != null) {
            page.bundle().ifPresent(bundle -> above.add(bundle(bundle)));
            if (!page.broken().isEmpty() && page.bundle().isEmpty()) {
                above.add(card("▲ " + Texts.get("runbook.chain.told", page.broken()), "danger"));
            }
            ending(page, failed != null && failed.kind() == Problem.Kind.LOCKED, above);
        }
        return above;
    }

    /** {@code isHeld} by another console: then nothing is said of where it stands. */
    private static void ending(RunPage page, boolean isHeld, List<Node> above) {
        if (page.state().ending() == RunState.Ending.FINISHED) {
            above.add(card("✓ " + Texts.get("runbook.end.finished"), "plain"));
        } else if (page.state().ending() == RunState.Ending.ABORTED) {
            above.add(card("▲ " + Texts.get("runbook.end.aborted", reason(page)), "warning"));
        } else if (page.state().ending() == RunState.Ending.DRY_RUN) {
            above.add(card(Texts.get("runbook.end.dryRun"), "plain"));
        } else if (!page.isOpen() && page.broken().isEmpty() && !isHeld) {
            above.add(card(Texts.get(page.bundle().isPresent() ? "runbook.end.bundle" : "runbook.end.open"), "plain"));
        }
    }

    private static Node bundle(RunPage.Bundle bundle) {
        if (bundle.wrong().isEmpty()) {
            return card(
                    "✓ " + Texts.get("runbook.bundle.whole", bundle.folder(), bundle.files(), bundle.head()), "plain");
        }
        VBox card = card("▲ " + Texts.get("runbook.bundle.wrong", bundle.folder()), "danger");
        bundle.wrong().forEach(each -> card.getChildren().add(Words.of("· " + each, "danger-text")));
        return card;
    }

    private static VBox card(String text, String style) {
        VBox card = new VBox(Words.of(text));
        card.getStyleClass().addAll("card", style);
        return card;
    }

    private static String reason(RunPage page) {
        return page.entries().stream()
                .filter(entry -> entry.kind() == EntryKind.ABORTED)
                .map(entry -> entry.text("reason"))
                .findFirst()
                .orElse("");
    }
}
