package dev.plumbline.ui.why;

import dev.plumbline.access.why.Fix;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.ui.access.DifferenceLines;
import dev.plumbline.ui.control.StatementCard;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.staging.StageButton;
import dev.plumbline.ui.staging.Stager;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** One fix: what it is, its statements, and who gains or loses what by it. */
final class FixView {
    private static final int LINES = 8;

    private FixView() {}

    static Node of(Fix fix, int number, AccessSnapshot snapshot, Stager stager) {
        VBox card = new VBox(
                Words.of(number + ".  " + fix.sentence(), "heading"),
                new StatementCard(fix.statements(), new StageButton(stager, snapshot, fix.changes(), fix.sentence())));
        card.getStyleClass().add("card");
        card.getChildren().add(Words.of(Texts.get("why.cells", fix.difference().cells()), "small", "muted"));
        List<DifferenceLines.Line> lines = DifferenceLines.of(fix.difference(), snapshot);
        lines.stream().limit(LINES).forEach(line -> card.getChildren().add(line(line)));
        if (lines.size() > LINES) {
            card.getChildren().add(Words.of(Texts.get("why.andMore", lines.size() - LINES), "small", "muted"));
        }
        return card;
    }

    private static Node line(DifferenceLines.Line line) {
        return Words.of(
                (line.gained() ? "+ " : "− ") + line.sentence(), "small", line.gained() ? "ok-text" : "danger-text");
    }
}
