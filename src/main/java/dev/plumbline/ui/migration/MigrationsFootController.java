package dev.plumbline.ui.migration;

import dev.plumbline.operation.migration.JudgedMigrations;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.fx.ScreenAction;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.ViewLoader;
import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Below the files: how much is to run and what stands against it, and the ways to gather evidence, to try it and to run it. */
public final class MigrationsFootController {
    private final MigrationsViewModel model;
    private final VBox root;

    @FXML
    private HBox row;

    @FXML
    private ElidedLabel counts;

    @FXML
    private Button trace;

    @FXML
    private Button ask;

    @FXML
    private Button tryLive;

    @FXML
    private Button review;

    public MigrationsFootController(MigrationsViewModel model) {
        this.model = model;
        this.root = (VBox) ViewLoader.load(this);
        root.widthProperty().subscribe(this::fit);
    }

    void show(@Nullable JudgedMigrations now) {
        counts.setText(now == null ? "" : MigrationNotices.counts(now));
        boolean refused = !model.evidenceRefusal().isEmpty();
        trace.setDisable(refused);
        ask.setDisable(refused);
        tryLive.setDisable(!model.reviewRefusal().isEmpty());
        tryLive.setAccessibleHelp(Texts.get("migrations.tryLive.help"));
        review.setDisable(!model.reviewRefusal().isEmpty());
        review.setAccessibleHelp(model.reviewRefusal());
        review.setText(Texts.get(model.isHalfway() ? "migrations.resume" : "migrations.review"));
        fit();
    }

    /** How much is to run stands beside the ways to run it, and above them where there is no room. */
    private void fit() {
        boolean beside = row.getChildren().contains(counts);
        double ways = row.prefWidth(Region.USE_COMPUTED_SIZE);
        double words = beside ? 0 : row.getSpacing() + counts.prefWidth(Region.USE_COMPUTED_SIZE);
        boolean fits = root.getWidth() <= 0 || ways + words <= root.getWidth();
        if (fits && !beside) {
            root.getChildren().remove(counts);
            row.getChildren().add(0, counts);
        } else if (!fits && beside) {
            row.getChildren().remove(counts);
            root.getChildren().add(0, counts);
        }
    }

    List<ScreenAction> actions() {
        List<ScreenAction> all = new ArrayList<>();
        if (model.evidenceRefusal().isEmpty()) {
            all.add(new ScreenAction(Texts.get("migrations.trace"), "", model::trace));
            all.add(new ScreenAction(Texts.get("migrations.ask"), "", model::ask));
        }
        if (model.reviewRefusal().isEmpty()) {
            all.add(new ScreenAction(Texts.get("migrations.tryLive"), "", model::tryLive));
            all.add(new ScreenAction(review.getText(), "", model::review));
        }
        return all;
    }

    @FXML
    private void trace() {
        model.trace();
    }

    @FXML
    private void ask() {
        model.ask();
    }

    @FXML
    private void tryLive() {
        model.tryLive();
    }

    @FXML
    private void review() {
        model.review();
    }

    Parent root() {
        return root;
    }
}
