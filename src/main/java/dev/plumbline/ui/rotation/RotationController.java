package dev.plumbline.ui.rotation;

import dev.plumbline.model.Problem;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.rotation.RotationReport;
import dev.plumbline.plan.rotation.RotationPlan;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.control.EmptyState;
import dev.plumbline.ui.control.ProblemPane;
import dev.plumbline.ui.control.ProgressStrip;
import dev.plumbline.ui.control.StateDot;
import dev.plumbline.ui.fx.Screen;
import dev.plumbline.ui.fx.ScreenAction;
import dev.plumbline.ui.fx.Subscriptions;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.Ticks;
import dev.plumbline.ui.fx.ViewLoader;
import dev.plumbline.ui.reading.Reading;
import dev.plumbline.ui.text.Age;
import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.VBox;

/** A ManagedDatabase: where it is on its chain, what the next migration announces, whose credentials can go, and the way to one turn of its loop. */
public final class RotationController implements Screen {
    private final RotationViewModel model;
    private final Subscriptions shown = new Subscriptions();
    private final Parent root;

    @FXML
    private StateDot dot;

    @FXML
    private ElidedLabel headline;

    @FXML
    private ElidedLabel about;

    @FXML
    private ProgressStrip progress;

    @FXML
    private VBox notices;

    @FXML
    private SplitPane parts;

    @FXML
    private VBox main;

    @FXML
    private VBox migration;

    @FXML
    private VBox metrics;

    @FXML
    private VBox instead;

    @FXML
    private ElidedLabel forecast;

    @FXML
    private ProgressStrip measuring;

    @FXML
    private Button review;

    public RotationController(RotationViewModel model) {
        this.model = model;
        this.root = ViewLoader.load(this);
    }

    @Override
    public void activate() {
        shown.follow(model.reading().jobProperty(), progress::setJob);
        shown.follow(model.measuring().jobProperty(), measuring::setJob);
        shown.watch(this::showReport, model.reading().valueProperty());
        shown.watch(this::showMigration, model.reading().valueProperty(), model.selectedProperty());
        shown.watch(
                this::showMetrics,
                model.reading().valueProperty(),
                model.measuring().phaseProperty(),
                model.measuring().valueProperty());
        shown.watch(this::showState, model.reading().phaseProperty());
        Ticks.everySecond(shown, this::showAbout);
        model.readWhenOutdated();
    }

    @Override
    public void deactivate() {
        shown.close();
        progress.setJob(null);
        measuring.setJob(null);
    }

    private void showReport() {
        RotationReport report = model.reading().value();
        if (report != null) {
            RotationPlan plan = report.plan();
            List<Node> column = new ArrayList<>();
            column.add(Words.of(Texts.get("rotation.chain"), "heading"));
            column.add(new ChainPath(plan, model.selectedProperty().get(), model.selectedProperty()::set));
            column.addAll(CredentialCards.of(plan));
            column.addAll(HintCards.of(plan));
            main.getChildren().setAll(column);
        }
        showAbout();
    }

    private void showMigration() {
        RotationReport report = model.reading().value();
        if (report != null) {
            migration
                    .getChildren()
                    .setAll(MigrationCard.of(
                            report.plan(), model.selectedProperty().get()));
        }
    }

    private void showMetrics() {
        RotationReport report = model.reading().value();
        if (report != null) {
            metrics.getChildren().setAll(MetricsPart.of(report.plan(), model));
        }
    }

    private void showState() {
        List<Node> above = new ArrayList<>();
        Problem failed = model.reading().problemProperty().get();
        if (failed != null) {
            above.add(new ProblemPane(failed).offering(Texts.get("retry"), model::readAgain));
        }
        RotationReport report = model.reading().value();
        if (report != null) {
            above.addAll(RotationNotices.of(report.plan()));
        }
        notices.getChildren().setAll(above);
        notices.setVisible(!above.isEmpty());
        notices.setManaged(!above.isEmpty());
        boolean there = report != null;
        parts.setVisible(there);
        parts.getStyleClass().remove("stale");
        if (there && model.reading().phase() != Reading.Phase.READY) {
            parts.getStyleClass().add("stale");
        }
        instead.getChildren().setAll(there ? List.of() : instead());
        dot.setState(model.state());
        headline.setText(model.headline());
        forecast.setText(model.forecast());
        review.setDisable(!model.mayReview());
    }

    private List<Node> instead() {
        if (model.reading().phase() == Reading.Phase.STOPPED) {
            return List.of(EmptyState.of(Texts.get("rotation.stopped"), Texts.get("rotation.words"))
                    .offering(Texts.get("readAgain"), model::readAgain));
        }
        return model.reading().phase().isRunning()
                ? List.of(EmptyState.of(Texts.get("rotation.reading"), Texts.get("rotation.words")))
                : List.of();
    }

    private void showAbout() {
        RotationReport report = model.reading().value();
        about.setText(
                report == null
                        ? ""
                        : Texts.get(
                                "rotation.about",
                                Visible.text(report.plan().target()),
                                Age.ago(report.at(), model.now())));
    }

    @FXML
    private void review() {
        model.review();
    }

    @Override
    public List<ScreenAction> actions() {
        List<ScreenAction> actions = new ArrayList<>();
        if (model.mayReview()) {
            actions.add(new ScreenAction(Texts.get("rotation.review"), "", model::review));
        }
        RotationReport report = model.reading().value();
        if (report != null && !report.plan().facts().database().measures().isEmpty()) {
            actions.add(new ScreenAction(Texts.get("rotation.measure"), "", model::measure));
        }
        return actions;
    }

    @Override
    @FXML
    public void readAgain() {
        model.readAgain();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public String title() {
        return model.headline();
    }
}
