package dev.plumbline.ui.defaults;

import static dev.plumbline.ui.control.Visibility.present;

import dev.plumbline.drift.DefaultRule;
import dev.plumbline.drift.defaults.CellDetail;
import dev.plumbline.drift.defaults.Counter;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.AccessReport;
import dev.plumbline.ui.control.Badge;
import dev.plumbline.ui.control.EmptyState;
import dev.plumbline.ui.control.ProgressStrip;
import dev.plumbline.ui.control.Tone;
import dev.plumbline.ui.fx.Screen;
import dev.plumbline.ui.fx.Subscriptions;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.Ticks;
import dev.plumbline.ui.fx.ViewLoader;
import dev.plumbline.ui.staging.Stager;
import dev.plumbline.ui.text.Age;
import java.time.Clock;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.MasterDetailPane;

/** The matrix above, the opened cell and the next object beneath. */
public final class DefaultPrivilegesController implements Screen {
    private final DefaultPrivilegesViewModel model;
    private final Stager stager;
    private final Clock clock;
    private final MatrixView matrix = new MatrixView();
    private final Subscriptions shown = new Subscriptions();
    private final ReadOnlyStringWrapper connection = new ReadOnlyStringWrapper("");
    private final Parent root;

    @FXML
    private MasterDetailPane split;

    @FXML
    private HBox counters;

    @FXML
    private Label age;

    @FXML
    private ProgressStrip progress;

    @FXML
    private VBox notices;

    @FXML
    private StackPane place;

    @FXML
    private FlowPane legend;

    @FXML
    private VBox cell;

    @FXML
    private VBox next;

    public DefaultPrivilegesController(DefaultPrivilegesViewModel model, Stager stager, Clock clock) {
        this.model = model;
        this.stager = stager;
        this.clock = clock;
        this.root = ViewLoader.load(this);
    }

    @FXML
    private void initialize() {
        matrix.onOpen(model::open);
        DefaultNotices.legend().forEach(words -> legend.getChildren().add(new Label(words)));
    }

    @Override
    public void activate() {
        shown.follow(model.reading().jobProperty(), progress::setJob);
        shown.watch(model::follow, model.reading().valueProperty());
        shown.watch(this::showMatrix, model.computing().valueProperty());
        shown.watch(
                this::showState,
                model.reading().phaseProperty(),
                model.computing().phaseProperty());
        shown.watch(this::showDetail, model.detailProperty());
        shown.watch(this::showNext, model.proving().phaseProperty(), model.detailProperty());
        Ticks.everySecond(shown, this::showAge);
        model.activate();
    }

    @Override
    public void deactivate() {
        shown.close();
        progress.setJob(null);
    }

    private void showMatrix() {
        Computed computed = model.computing().value();
        boolean there = computed != null && !computed.matrix().rows().isEmpty();
        present(legend, there);
        if (computed != null) {
            AccessReport report = computed.report();
            connection.set(report.connection().shown());
            counters.getChildren()
                    .setAll(computed.matrix().counters().stream()
                            .map(DefaultPrivilegesController::counter)
                            .toList());
            CellWords words = new CellWords(report.declared(), report.snapshot().roles());
            matrix.show(computed.matrix(), words::of);
            place.getChildren()
                    .setAll(
                            there
                                    ? matrix
                                    : EmptyState.of(Texts.get("defaults.none"), Texts.get("defaults.none.words"))
                                            .offering(Texts.get("readAgain"), this::readAgain));
        }
    }

    private void showState() {
        List<Node> all = DefaultNotices.of(model, this::readAgain);
        notices.getChildren().setAll(all);
        present(notices, !all.isEmpty());
        boolean running =
                model.reading().phase().isRunning() || model.computing().phase().isRunning();
        boolean stale = model.matrix() != null && running;
        place.getStyleClass().remove("stale");
        if (stale) {
            place.getStyleClass().add("stale");
        }
    }

    private void showDetail() {
        CellDetail detail = model.detailProperty().get();
        split.setShowDetailNode(detail != null);
        matrix.choose(detail == null ? null : detail.cell());
        Computed computed = model.computing().value();
        cell.getChildren()
                .setAll(
                        detail == null || computed == null
                                ? List.of()
                                : new CellSheet(stager, computed.report().snapshot()).of(detail));
    }

    private void showNext() {
        CellDetail detail = model.detailProperty().get();
        next.getChildren().setAll(detail == null ? List.of() : NextSheet.of(model, detail));
    }

    private void showAge() {
        AccessReport report = model.reading().value();
        age.setText(report == null ? "" : Age.ago(report.readAt(), clock.instant()));
    }

    private static Badge counter(Counter counter) {
        boolean forward = counter.direction() == DefaultRule.Direction.FORWARD;
        String words = forward
                ? Texts.get("defaults.counter.forward", counter.present(), counter.asked())
                : Texts.get("defaults.counter.reverse", counter.present(), counter.asked());
        Tone below = counter.present() * 2 < counter.asked() ? Tone.DANGER : Tone.WARNING;
        return new Badge((counter.complete() ? "✓ " : "− ") + words, counter.complete() ? Tone.OK : below);
    }

    @Override
    @FXML
    public void readAgain() {
        model.readAgain();
    }

    @Override
    public boolean dismiss() {
        boolean open = model.detailProperty().get() != null;
        model.close();
        return open;
    }

    @Override
    public ObservableValue<String> connection() {
        return connection.getReadOnlyProperty();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public String title() {
        return Visible.text(model.name());
    }
}
