package dev.plumbline.ui.schema;

import dev.plumbline.model.Problem;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.ForceReconcile;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.control.EmptyState;
import dev.plumbline.ui.control.ModalCard;
import dev.plumbline.ui.control.ProblemPane;
import dev.plumbline.ui.control.ProgressStrip;
import dev.plumbline.ui.control.Question;
import dev.plumbline.ui.fx.Screen;
import dev.plumbline.ui.fx.Subscriptions;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.ViewLoader;
import dev.plumbline.ui.reading.Reading;
import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** The three ways of Velocity's runbook side by side, the way to the plan, and the asking of the operator. */
public final class RecoveryController implements Screen {
    private final RecoveryViewModel model;
    private final Subscriptions shown = new Subscriptions();
    private final Parent root;

    @FXML
    private ElidedLabel headline;

    @FXML
    private Label about;

    @FXML
    private ProgressStrip progress;

    @FXML
    private VBox notices;

    @FXML
    private ScrollPane scroll;

    @FXML
    private VBox instead;

    @FXML
    private ElidedLabel words;

    @FXML
    private Button force;

    @FXML
    private Button review;

    @FXML
    private ModalCard modal;

    public RecoveryController(RecoveryViewModel model) {
        this.model = model;
        this.root = ViewLoader.load(this);
        headline.setText(model.headline());
    }

    @Override
    public void activate() {
        shown.watch(
                this::showJob, model.reading().jobProperty(), model.forcing().jobProperty());
        shown.watch(this::showPage, model.reading().valueProperty());
        shown.watch(
                this::showState,
                model.reading().phaseProperty(),
                model.forcing().phaseProperty());
        model.readWhenOutdated();
    }

    @Override
    public void deactivate() {
        shown.close();
        progress.setJob(null);
    }

    private void showJob() {
        var forcing = model.forcing().jobProperty().get();
        progress.setJob(
                forcing != null ? forcing : model.reading().jobProperty().get());
    }

    private void showPage() {
        RecoveryPage page = model.reading().value();
        if (page != null) {
            about.setText(SchemaNotices.about(page.reports(), page.report()));
            scroll.setContent(new RecoveryGrid(page));
        }
    }

    private void showState() {
        RecoveryPage page = model.reading().value();
        List<Node> above = new ArrayList<>();
        Problem failed = model.reading().problemProperty().get();
        if (failed != null) {
            above.add(new ProblemPane(failed).offering(Texts.get("retry"), model::readAgain));
        }
        Problem refused = model.forcing().problemProperty().get();
        if (refused != null) {
            above.add(new ProblemPane(refused));
        }
        if (page != null) {
            page.report().problem().ifPresent(problem -> above.add(new ProblemPane(problem)));
            page.report()
                    .drift()
                    .flatMap(drift -> drift.unknown())
                    .ifPresent(unknown -> above.add(CauseView.words("? " + Visible.text(unknown), "notice")));
        }
        ForceReconcile.Forced forced = model.forcing().value();
        if (forced != null) {
            RecoveryViewModel.told(forced).forEach(told -> above.add(CauseView.words(told, "notice")));
        }
        notices.getChildren().setAll(above);
        notices.setManaged(!above.isEmpty());
        scroll.setVisible(page != null && !page.options().isEmpty() && !model.isUnknown());
        instead.getChildren().setAll(instead());
        force.setDisable(
                !model.forceRefusal().isEmpty() || model.forcing().phase().isRunning());
        review.setDisable(page == null || page.options().isEmpty());
        words.setText(model.forceRefusal());
    }

    private List<Node> instead() {
        if (model.reading().value() != null) {
            return List.of();
        }
        if (model.reading().phase() == Reading.Phase.STOPPED) {
            return List.of(EmptyState.of(Texts.get("schema.stopped"), Texts.get("recovery.words"))
                    .offering(Texts.get("readAgain"), model::readAgain));
        }
        return model.reading().phase().isRunning()
                ? List.of(EmptyState.of(Texts.get("schema.reading"), Texts.get("recovery.words")))
                : List.of();
    }

    @FXML
    private void askForce() {
        Question question = new Question(
                Texts.get("recovery.force.question"),
                model.forceWords(),
                Texts.get("recovery.force.yes"),
                () -> {
                    modal.hide();
                    model.force();
                },
                modal::hide);
        if (model.asksForName()) {
            question.askingFor(model.resourceName(), Texts.get("recovery.force.type"));
        }
        modal.show(question, question.first(), () -> {});
    }

    @FXML
    private void review() {
        model.review();
    }

    @Override
    @FXML
    public void readAgain() {
        model.readAgain();
    }

    @Override
    public boolean dismiss() {
        return modal.dismiss();
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
