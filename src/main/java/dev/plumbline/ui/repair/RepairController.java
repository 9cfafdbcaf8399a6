package dev.plumbline.ui.repair;

import static dev.plumbline.ui.control.Visibility.present;

import dev.plumbline.model.Problem;
import dev.plumbline.plan.PreviewRow;
import dev.plumbline.ui.control.Badge;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.control.EmptyState;
import dev.plumbline.ui.control.ModalCard;
import dev.plumbline.ui.control.ProblemPane;
import dev.plumbline.ui.control.ProgressStrip;
import dev.plumbline.ui.fx.LayoutMemory;
import dev.plumbline.ui.fx.RememberedSplit;
import dev.plumbline.ui.fx.RunningJob;
import dev.plumbline.ui.fx.Screen;
import dev.plumbline.ui.fx.Subscriptions;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.Ticks;
import dev.plumbline.ui.fx.ViewLoader;
import dev.plumbline.ui.reading.Reading;
import java.time.Clock;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Now, Plan and After side by side, with who gains and loses, approval and run. */
public final class RepairController implements Screen {
    private final RepairViewModel model;
    private final RunBar runBar;
    private final ObservableValue<Boolean> locked;
    private final Subscriptions shown = new Subscriptions();
    private final ProgressStrip loading = new ProgressStrip();
    private final PaneLists lists;
    private final GainView gains = new GainView();
    private final Parent root;

    @FXML
    private VBox notices;

    @FXML
    private SplitPane panes;

    @FXML
    private StackPane instead;

    @FXML
    private ElidedLabel age;

    @FXML
    private ElidedLabel terms;

    @FXML
    private Label afterTitle;

    @FXML
    private Badge badge;

    @FXML
    private ListView<PreviewRow> now;

    @FXML
    private ListView<PlanRow> steps;

    @FXML
    private ListView<PreviewRow> after;

    @FXML
    private VBox gain;

    @FXML
    private HBox foot;

    @FXML
    private ElidedLabel refusal;

    @FXML
    private Label counts;

    @FXML
    private HBox hazards;

    @FXML
    private ElidedLabel target;

    @FXML
    private Label digest;

    @FXML
    private ProgressStrip progress;

    @FXML
    private Button prove;

    @FXML
    private MenuButton export;

    @FXML
    private MenuItem fixScript;

    @FXML
    private MenuItem undoScript;

    @FXML
    private Button run;

    @FXML
    private ModalCard modal;

    public RepairController(RepairViewModel model, LayoutMemory memory, Clock clock) {
        this.model = model;
        this.runBar = new RunBar(clock, model.run()::stop);
        this.locked = model.run().phaseProperty().map(phase -> phase != RunViewModel.Phase.IDLE);
        this.root = ViewLoader.load(this);
        loading.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        this.lists = new PaneLists(model, locked, now, steps, after);
        lists.install();
        gain.getChildren().setAll(gains);
        RememberedSplit.install(panes, memory, "repair.panes");
    }

    @Override
    public void activate() {
        model.shownAgain();
        shown.follow(model.stagedProperty(), this::showPlan);
        shown.follow(model.footerProperty(), this::showFooter);
        shown.follow(model.badgeProperty(), this::showBadge);
        shown.watch(() -> gains.show(model.gain().value()), model.gain().valueProperty());
        shown.watch(model::askedAnew, model.asked().source());
        shown.follow(model.ageProperty(), read -> age.setText(Texts.get("repair.now.age", read)));
        shown.follow(model.run().jobProperty(), runBar::setJob);
        shown.follow(model.approvalProperty(), this::showApproval);
        shown.watch(
                this::showState,
                model.planning().phaseProperty(),
                model.planning().problemProperty(),
                model.stagedProperty());
        shown.watch(
                this::showNotices,
                model.run().phaseProperty(),
                model.planning().phaseProperty(),
                model.proof().reading().phaseProperty(),
                model.stagedProperty());
        shown.watch(
                this::showJob,
                model.planning().jobProperty(),
                model.proof().reading().jobProperty());
        Ticks.everySecond(shown, model::tick);
        Ticks.everySecond(shown, runBar::tick);
        if (model.planning().phase() == Reading.Phase.EMPTY) {
            model.plan();
        }
    }

    @Override
    public void deactivate() {
        shown.close();
        progress.setJob(null);
        loading.setJob(null);
    }

    private void showPlan(@Nullable StagedPlan staged) {
        lists.showPlan(staged);
        terms.setText(staged == null ? "" : StepWords.terms(staged));
    }

    private void showFooter(Footer footer) {
        counts.setText(footer.counts());
        hazards.getChildren()
                .setAll(footer.hazards().stream()
                        .map(hazard -> new Badge(hazard.shown(), StepWords.tone(hazard.hazard())))
                        .toList());
        target.setText(footer.target());
        digest.setText(footer.digest());
        boolean idle = model.run().phase() == RunViewModel.Phase.IDLE;
        refusal.setText(idle ? footer.refusal() : "");
        present(refusal, !refusal.getText().isEmpty());
        run.setDisable(!footer.refusal().isEmpty());
        present(prove, model.isProvable());
        run.setText(Texts.get(model.words().rollsBack() ? "migrations.trial.run" : "repair.run"));
        present(export, !model.words().rollsBack());
        prove.setDisable(!model.proveRefusal().isEmpty());
        prove.setAccessibleHelp(model.proveRefusal());
        export.setDisable(footer.counts().isEmpty());
        fixScript.setVisible(model.isScript());
        undoScript.setVisible(model.isScript());
    }

    private void showBadge(AfterBadge now) {
        afterTitle.setText(now.pane());
        badge.setText(now.text());
        badge.setTone(StepWords.tone(now.kind()));
    }

    private void showJob() {
        RunningJob planning = model.planning().jobProperty().get();
        boolean first = model.planning().phase() == Reading.Phase.LOADING;
        loading.setJob(first ? planning : null);
        RunningJob proving = model.proof().reading().jobProperty().get();
        progress.setJob(proving != null ? proving : first ? null : planning);
    }

    private void showState() {
        StagedPlan staged = model.stagedProperty().get();
        boolean useful = staged != null
                && !(staged.plan().isEmpty() && staged.plan().refusals().isEmpty());
        present(panes, useful);
        present(foot, useful);
        present(gain, useful);
        instead.getChildren().setAll(useful ? List.of() : List.of(insteadOfPanes(staged)));
        present(instead, !useful);
        boolean stale = useful && model.planning().phase() != Reading.Phase.READY;
        panes.getStyleClass().remove("stale");
        if (stale) {
            panes.getStyleClass().add("stale");
        }
        showJob();
    }

    private Node insteadOfPanes(@Nullable StagedPlan staged) {
        Problem problem = model.planning().problemProperty().get();
        if (problem != null && staged == null) {
            return new VBox(new ProblemPane(problem).offering(Texts.get("retry"), model::plan));
        }
        return switch (model.planning().phase()) {
            case EMPTY, LOADING -> loading;
            case STOPPED ->
                EmptyState.of(Texts.get("repair.stopped"), Texts.get("repair.stopped.words"))
                        .offering(Texts.get("repair.again"), model::plan);
            case READY, REFRESHING, FAILED ->
                EmptyState.of(model.words().get("empty"), model.words().get("empty.words"))
                        .offering(Texts.get("repair.again"), model::plan);
        };
    }

    private void showNotices() {
        notices.getChildren().setAll(runBar);
        notices.getChildren().addAll(RepairNotices.of(model));
        boolean any = notices.getChildren().size() > 1 || model.run().isRunning();
        present(notices, any);
    }

    private void showApproval(@Nullable ApprovalViewModel asked) {
        if (asked == null) {
            modal.hide();
        } else {
            ApprovalController question = new ApprovalController(asked, model::approve, model::dismissApproval);
            modal.show(question.root(), question.first(), model::dismissApproval);
        }
    }

    @FXML
    private void prove() {
        model.prove();
    }

    @FXML
    private void askApproval() {
        model.askApproval();
    }

    @FXML
    private void exportFix() {
        model.export(RepairExports.Kind.FIX_SCRIPT);
    }

    @FXML
    private void exportUndo() {
        model.export(RepairExports.Kind.UNDO_SCRIPT);
    }

    @FXML
    private void exportMarkdown() {
        model.export(RepairExports.Kind.MARKDOWN);
    }

    @Override
    public void readAgain() {
        model.plan();
    }

    @Override
    public boolean dismiss() {
        return modal.dismiss() || lists.dismiss();
    }

    @Override
    public boolean holdsWork() {
        return model.run().isRunning();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public String title() {
        return model.words().get("title", model.name());
    }

    @Override
    public ObservableValue<String> connection() {
        return model.connectionProperty();
    }
}
