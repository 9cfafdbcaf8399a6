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
import org.jspecify.annotations.Nullable;

/** Below the files: how much is to run and what stands against it, and the ways to gather evidence, to try it and to run it. */
public final class MigrationsFootController {
    private final MigrationsViewModel model;
    private final Parent root;

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
        this.root = ViewLoader.load(this);
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
