package dev.plumbline.ui.compare;

import dev.plumbline.model.Problem;
import dev.plumbline.ui.control.EmptyState;
import dev.plumbline.ui.control.ProblemPane;
import dev.plumbline.ui.control.RenameLines;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.reading.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;

/** What stands over the differences, and in their place where there are none. */
final class CompareNotices {
    private CompareNotices() {}

    static List<Node> above(CompareViewModel model) {
        List<Node> above = new ArrayList<>();
        Stream.of(model.reading(), model.shown(), model.detail(), model.kept())
                .map(reading -> reading.problemProperty().get())
                .filter(Objects::nonNull)
                .forEach(problem -> above.add(pane(problem, model)));
        ComparePage page = model.reading().value();
        if (page != null) {
            page.notes().forEach(note -> above.add(DetailView.words(note, "notice")));
            above.addAll(RenameLines.of(page.renamed(), page.offered(), model::rename, model::takeBack));
        }
        return above;
    }

    private static Node pane(Problem problem, CompareViewModel model) {
        ProblemPane pane = new ProblemPane(problem);
        return problem.equals(model.reading().problemProperty().get())
                ? pane.offering(Texts.get("retry"), model::compare)
                : pane;
    }

    static List<Node> instead(CompareViewModel model, Runnable clearFilter) {
        ComparePage page = model.reading().value();
        Reading.Phase phase = model.reading().phase();
        if (page == null) {
            return switch (phase) {
                case LOADING, REFRESHING ->
                    List.of(EmptyState.of(Texts.get("compare.reading"), Texts.get("compare.words")));
                case STOPPED -> List.of(EmptyState.of(Texts.get("compare.stopped"), Texts.get("compare.words")));
                case FAILED -> List.of();
                case EMPTY, READY -> List.of(EmptyState.of(Texts.get("compare.empty"), Texts.get("compare.words")));
            };
        }
        ShownRows rows = model.shown().value();
        if (page.rows().isEmpty()) {
            String words = page.renamed().isEmpty() ? "compare.none.words" : "compare.none.renamed";
            return List.of(EmptyState.of(Texts.get("compare.none"), Texts.get(words)));
        }
        if (rows == null || !rows.rows().isEmpty()) {
            return List.of();
        }
        boolean ignoredAlone = rows.filter().isOpen();
        return List.of(
                ignoredAlone
                        ? EmptyState.of(Texts.get("compare.none"), Texts.get("compare.none.ignored", page.ignored()))
                        : EmptyState.of(
                                        Texts.get("compare.filtered"),
                                        Texts.get(
                                                "compare.filtered.words",
                                                page.rows().size()))
                                .offering(Texts.get("compare.filtered.clear"), clearFilter));
    }
}
