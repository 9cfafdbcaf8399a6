package dev.plumbline.ui.repair;

import static dev.plumbline.ui.control.Visibility.present;

import dev.plumbline.plan.PreviewRow;
import dev.plumbline.ui.control.Badge;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.control.ModalCard;
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
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
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
    private final RepairFootController foot;
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
    private VBox bottom;

    @FXML
    private VBox gain;

    @FXML
    private ModalCard modal;

    public RepairController(RepairViewModel model, LayoutMemory memory, Clock clock) {
        this.model = model;
        this.runBar = new RunBar(clock, model.run()::stop);
        this.locked = model.run().phaseProperty().map(phase -> phase != RunViewModel.Phase.IDLE);
        this.foot = new RepairFootController(model);
        this.root = ViewLoader.load(this);
        bottom.getChildren().add(foot.root());
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
        foot.follow(shown);
        shown.follow(model.after().badgeProperty(), this::showBadge);
        shown.watch(
                () -> gains.show(model.after().gain().value()),
                model.after().gain().valueProperty());
        shown.watch(model::askedAnew, model.asked().source());
        shown.follow(model.planned().ageProperty(), read -> age.setText(Texts.get("repair.now.age", read)));
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
        foot.setJob(null);
        loading.setJob(null);
    }

    private void showPlan(@Nullable StagedPlan staged) {
        lists.showPlan(staged);
        terms.setText(staged == null ? "" : StepWords.terms(staged));
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
        foot.setJob(proving != null ? proving : first ? null : planning);
    }

    private void showState() {
        StagedPlan staged = model.stagedProperty().get();
        boolean useful = staged != null
                && !(staged.plan().isEmpty() && staged.plan().refusals().isEmpty());
        present(panes, useful);
        present(foot.root(), useful);
        present(gain, useful);
        instead.getChildren().setAll(useful ? List.of() : List.of(InsteadOfPanes.of(model, staged, loading)));
        present(instead, !useful);
        boolean stale = useful && model.planning().phase() != Reading.Phase.READY;
        panes.getStyleClass().remove("stale");
        if (stale) {
            panes.getStyleClass().add("stale");
        }
        showJob();
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
        return model.planned().connectionProperty();
    }
}
