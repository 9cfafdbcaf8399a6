package dev.plumbline.ui.runbook;

import dev.plumbline.model.Visible;
import dev.plumbline.runbook.library.RunbookLibrary.Listed;
import dev.plumbline.runbook.run.GivenInputs;
import dev.plumbline.runbook.run.RunFolders;
import dev.plumbline.runbook.run.RunState;
import dev.plumbline.ui.control.Badge;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.control.Tone;
import dev.plumbline.ui.fx.Texts;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The cards of the library: a runbook, a folder, a run that there was. */
final class LibraryCards {
    private final RunbooksViewModel model;

    LibraryCards(RunbooksViewModel model) {
        this.model = model;
    }

    Node folder(Path folder) {
        Node name = Words.of(folder.toString(), "heading", "section");
        HBox.setHgrow(name, Priority.ALWAYS);
        Button forget = quiet("runbooks.forget", () -> model.forget(folder));
        HBox line = new HBox(name, forget);
        line.getStyleClass().add("line");
        return line;
    }

    Node book(Listed book, boolean isShipped) {
        VBox words = new VBox(Words.of(book.title(), "heading"));
        if (!book.purpose().isEmpty()) {
            words.getChildren().add(Words.of(book.purpose(), "muted"));
        }
        ElidedLabel name = new ElidedLabel(Visible.text(book.name()));
        name.getStyleClass().addAll("small", "muted", "mono");
        name.setMaxWidth(Double.MAX_VALUE);
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox line = new HBox(between);
        line.getStyleClass().add("line");
        if (book.faults() > 0) {
            line.getChildren()
                    .add(new Badge(
                            "▲ " + Texts.get(book.faults() == 1 ? "runbooks.fault" : "runbooks.faults", book.faults()),
                            Tone.DANGER));
        }
        line.getChildren().add(quiet(isShipped ? "runbooks.look" : "runbooks.edit", () -> model.edit(book.name())));
        if (isShipped) {
            line.getChildren().add(quiet("runbooks.copy", () -> model.copy(book.name())));
        }
        Button begin = new Button(Texts.get("runbooks.begin"));
        begin.setId("begin-" + book.name());
        begin.setMinWidth(Region.USE_PREF_SIZE);
        begin.setDisable(book.faults() > 0);
        begin.setAccessibleText(Texts.get("runbooks.begin.of", Visible.text(book.title())));
        begin.setOnAction(event -> model.begin(book.name()));
        line.getChildren().add(begin);
        VBox card = new VBox(words, name, line);
        card.getStyleClass().addAll("card", "run-card");
        return card;
    }

    Node run(RunFolders.Listed run) {
        Button open = quiet("runbooks.open", () -> model.open(run.id()));
        open.setId("open-" + run.id());
        Node begun = Words.of(StepWords.day(run.begun()), "small", "muted");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox foot = new HBox(
                new Badge(Texts.get("runbooks.ending." + run.ending().name()), tone(run.ending())),
                begun,
                between,
                open);
        foot.getStyleClass().add("line");
        VBox card = new VBox(Words.of(run.title(), "heading"), Words.of(run.target(), "muted"));
        if (!run.given().isEmpty()) {
            ElidedLabel given = new ElidedLabel(Visible.text(GivenInputs.shown(run.given())));
            given.getStyleClass().addAll("small", "mono");
            given.setMaxWidth(Double.MAX_VALUE);
            card.getChildren().add(given);
        }
        if (!run.why().isEmpty()) {
            card.getChildren().add(Words.of("▲ " + run.why(), "danger-text"));
        }
        card.getChildren().add(foot);
        card.getStyleClass().addAll("card", "run-card");
        return card;
    }

    private static Tone tone(RunState.Ending ending) {
        return switch (ending) {
            case OPEN -> Tone.ACCENT;
            case DRY_RUN -> Tone.NEUTRAL;
            case FINISHED -> Tone.OK;
            case ABORTED -> Tone.WARNING;
        };
    }

    private static Button quiet(String key, Runnable action) {
        Button button = new Button(Texts.get(key));
        button.getStyleClass().add("quiet");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }
}
