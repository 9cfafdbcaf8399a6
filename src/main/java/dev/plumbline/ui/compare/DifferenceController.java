package dev.plumbline.ui.compare;

import dev.plumbline.drift.structure.DifferenceRow;
import dev.plumbline.ui.fx.Subscriptions;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.ViewLoader;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** What is known of the chosen difference: its facts, the statements that would set it right, and whether it is ignored. */
public final class DifferenceController {
    private final CompareViewModel model;
    private final Parent root;

    @FXML
    private ScrollPane scroll;

    @FXML
    private VBox facts;

    @FXML
    private VBox steps;

    @FXML
    private VBox judgement;

    public DifferenceController(CompareViewModel model) {
        this.model = model;
        this.root = ViewLoader.load(this);
    }

    void follow(Subscriptions shown) {
        shown.watch(this::show, model.detail().valueProperty());
        shown.watch(
                this::showSteps,
                model.plan().phaseProperty(),
                model.plan().valueProperty(),
                model.detail().valueProperty());
    }

    private void show() {
        CompareDetail detail = model.detail().value();
        if (detail == null) {
            facts.getChildren().setAll(DetailView.words(Texts.get("compare.choose"), "muted"));
            judgement.getChildren().clear();
            return;
        }
        ComparePage page = model.reading().value();
        DifferenceRow row = detail.line().row();
        facts.getChildren()
                .setAll(DetailView.of(
                        detail,
                        page == null || row.found() == null
                                ? List.of()
                                : RenamesView.of(row.found().name(), page, model)));
        judgement.getChildren().setAll(page == null ? List.of() : IgnoreView.of(detail.line(), page, model));
        scroll.setVvalue(0);
    }

    private void showSteps() {
        CompareDetail detail = model.detail().value();
        steps.getChildren()
                .setAll(
                        detail == null
                                ? List.of()
                                : DetailView.statements(detail.line().row(), model.plan()));
    }

    Parent root() {
        return root;
    }
}
