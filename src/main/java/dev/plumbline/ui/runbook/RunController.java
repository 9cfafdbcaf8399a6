package dev.plumbline.ui.runbook;

import dev.plumbline.model.Problem;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.control.ModalCard;
import dev.plumbline.ui.control.ProgressStrip;
import dev.plumbline.ui.fx.LayoutMemory;
import dev.plumbline.ui.fx.RememberedSplit;
import dev.plumbline.ui.fx.RunningJob;
import dev.plumbline.ui.fx.Screen;
import dev.plumbline.ui.fx.ScreenAction;
import dev.plumbline.ui.fx.Subscriptions;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.Ticks;
import dev.plumbline.ui.fx.ViewLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.VBox;

/** A run in three columns: its steps, the chosen one, and what happened. */
public final class RunController implements Screen {
    private final RunViewModel model;
    private final LayoutMemory memory;
    private final Ways ways;
    private final Subscriptions shown = new Subscriptions();
    private final Outline outline;
    private final Parent root;
    private final RunQuestions questions;
    private final RunFrame frame;

    @FXML
    private ElidedLabel headline;

    @FXML
    private ElidedLabel about;

    @FXML
    private ProgressStrip progress;

    @FXML
    private Button goOn;

    @FXML
    private Button close;

    @FXML
    private VBox notices;

    @FXML
    private SplitPane parts;

    @FXML
    private ScrollPane steps;

    @FXML
    private ScrollPane scroll;

    @FXML
    private VBox detail;

    @FXML
    private RunSide side;

    @FXML
    private VBox instead;

    @FXML
    private RunFoot foot;

    @FXML
    private ModalCard modal;

    /** Where one goes from here: {@code left} is told that the run was closed, {@code bundle} shows one. */
    record Ways(Runnable left, Consumer<Path> bundle) {}

    RunController(RunViewModel model, LayoutMemory memory, Ways ways) {
        this.model = model;
        this.memory = memory;
        this.ways = ways;
        this.outline = new Outline(model);
        this.root = ViewLoader.load(this);
        this.questions = new RunQuestions(model, modal);
        this.frame = new RunFrame(model, headline, about, notices, instead, ways.left());
        foot.connect(model.steps(), questions);
    }

    @FXML
    private void initialize() {
        steps.setContent(outline);
        side.connect(model);
        RememberedSplit.install(parts, memory, "runbook.parts");
    }

    @Override
    public void activate() {
        RunExports exports = model.exports();
        shown.watch(this::showJob, model.jobProperty(), exports.saving().jobProperty());
        shown.watch(this::showPage, model.pageProperty());
        shown.watch(this::showState, model.pageProperty(), model.problemProperty(), model.busyProperty());
        shown.watch(this::showStep, model.pageProperty(), model.selectedProperty(), model.busyProperty());
        shown.watch(() -> foot.show(model), model.allowed(), model.typedProperty());
        shown.watch(() -> side.showHeard(model.heard()), model.heard());
        shown.watch(
                this::showSaved,
                exports.saving().phaseProperty(),
                exports.opening().phaseProperty());
        Ticks.everySecond(shown, this::tick);
        Scene scene = root.getScene();
        if (scene != null) {
            questions.keys(outline).install(scene, shown);
        }
        model.readOnce();
    }

    @Override
    public void deactivate() {
        shown.close();
        progress.setJob(null);
    }

    private void tick() {
        RunPage page = model.pageProperty().get();
        RunWork.Busy busy = model.busyProperty().get();
        if (page != null && busy != null && busy.isRun()) {
            outline.show(page);
        }
    }

    private void showJob() {
        RunningJob job = model.jobProperty().get();
        progress.setJob(
                job != null ? job : model.exports().saving().jobProperty().get());
    }

    private void showSaved() {
        RunExports exports = model.exports();
        Problem unopened = exports.opening().problemProperty().get();
        side.showSaved(
                exports.saving().value(),
                unopened != null ? unopened : exports.saving().problemProperty().get(),
                ways.bundle());
    }

    private void showPage() {
        RunPage page = model.pageProperty().get();
        frame.showWhich(page);
        if (page != null) {
            side.show(page);
        }
    }

    private void showState() {
        RunPage page = model.pageProperty().get();
        frame.showState(page);
        Words.present(parts, page != null);
        Words.present(foot, page != null);
        Words.present(goOn, model.rules().canGoOn());
        Words.present(close, page != null && page.isOpen() && !page.isEnded());
        close.setDisable(model.busyProperty().get() != null);
        if (page != null) {
            outline.show(page);
        }
    }

    private void showStep() {
        RunPage page = model.pageProperty().get();
        if (page != null) {
            outline.mark();
            outline.reveal(steps);
            StepView view = new StepView(model);
            detail.getChildren()
                    .setAll(model.step()
                            .map(step -> view.of(page, step))
                            .orElseGet(() -> List.of(Words.of(Texts.get("runbook.no.steps"), "muted"))));
            scroll.setVvalue(0);
            foot.answerBy(view.answer());
        }
        foot.show(model);
    }

    @FXML
    private void goOn() {
        model.goOn();
    }

    @FXML
    private void leave() {
        model.close();
        ways.left().run();
    }

    @Override
    public List<ScreenAction> actions() {
        return questions.actions();
    }

    @Override
    public void readAgain() {
        model.readAgain();
    }

    /** Esc closes a question, else it cancels what runs. */
    @Override
    public boolean dismiss() {
        if (modal.dismiss()) {
            return true;
        }
        boolean runs = model.busyProperty().get() != null;
        model.cancel();
        return runs;
    }

    @Override
    public boolean holdsWork() {
        return model.busyProperty().get() != null;
    }

    @Override
    public void letGo() {
        model.close();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public String title() {
        return headline.getText();
    }
}
