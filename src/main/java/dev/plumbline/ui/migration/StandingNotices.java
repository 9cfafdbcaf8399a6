package dev.plumbline.ui.migration;

import dev.plumbline.migration.revision.FileState;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.migration.JudgedMigrations;
import dev.plumbline.ui.control.ProblemPane;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** What stands above the files: what could not be read, what was done last, wrong checksums, files that were left halfway. */
final class StandingNotices {
    private static final int AT_ONCE = 3;

    private StandingNotices() {}

    static List<Node> of(MigrationsViewModel model) {
        List<Node> above = new ArrayList<>();
        Problem unread = model.rewrite().looked().problemProperty().get();
        if (unread != null) {
            above.add(new ProblemPane(unread));
        }
        Problem failed = model.judged().problemProperty().get();
        if (failed != null) {
            above.add(new ProblemPane(failed).offering(Texts.get("retry"), model::readAgain));
        }
        if (!model.toldProperty().get().isEmpty()) {
            above.add(StatementDetail.words("✓ " + model.toldProperty().get(), "notice"));
        }
        JudgedMigrations now = model.judged().value();
        if (now != null) {
            MigrationNotices.sum(now.reading().directory()).ifPresent(problem -> above.add(new ProblemPane(problem)));
            now.reading().halfway().forEach(file -> above.add(of("migrations.halfway.words", file)));
            now.reading()
                    .state()
                    .in(FileState.State.HALF_UNDONE)
                    .forEach(file -> above.add(of("migrations.halfUndone.words", file)));
            now.notes().forEach(note -> above.add(StatementDetail.words(note, "notice")));
        }
        return above.size() > AT_ONCE ? List.of(scrolled(above)) : above;
    }

    private static Node of(String key, FileState file) {
        return StatementDetail.words(Texts.get(key, Visible.text(file.name())), "notice");
    }

    /** What is below stays in sight however much there is to say. */
    private static Node scrolled(List<Node> above) {
        VBox all = new VBox();
        all.getStyleClass().add("notices");
        all.getChildren().setAll(above);
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(140);
        scroll.setPrefHeight(140);
        return scroll;
    }
}
