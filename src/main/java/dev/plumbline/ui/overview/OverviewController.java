package dev.plumbline.ui.overview;

import static dev.plumbline.ui.control.Visibility.present;

import dev.plumbline.drift.OperatorForecast.ResourcePatch;
import dev.plumbline.operation.OwnershipReport;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.control.ModalCard;
import dev.plumbline.ui.control.PlainTable;
import dev.plumbline.ui.control.ProgressStrip;
import dev.plumbline.ui.control.Question;
import dev.plumbline.ui.control.TableCopy;
import dev.plumbline.ui.fx.Screen;
import dev.plumbline.ui.fx.Subscriptions;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.Ticks;
import dev.plumbline.ui.fx.ViewLoader;
import dev.plumbline.ui.reading.Reading;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.MasterDetailPane;
import org.jspecify.annotations.Nullable;

/** One Database at a glance; a check, the patch or the events open in the inspector. */
public final class OverviewController implements Screen {
    private final OverviewViewModel model;
    private final Subscriptions shown = new Subscriptions();
    private final Parent root;

    @FXML
    private MasterDetailPane split;

    @FXML
    private Label headline;

    @FXML
    private Label age;

    @FXML
    private Button export;

    @FXML
    private Button review;

    @FXML
    private ProgressStrip progress;

    @FXML
    private VBox notices;

    @FXML
    private VBox body;

    @FXML
    private TableView<CheckRow> checks;

    @FXML
    private TableColumn<CheckRow, CheckRow> dot;

    @FXML
    private TableColumn<CheckRow, String> check;

    @FXML
    private TableColumn<CheckRow, String> declared;

    @FXML
    private TableColumn<CheckRow, String> status;

    @FXML
    private TableColumn<CheckRow, String> catalog;

    @FXML
    private TableColumn<CheckRow, String> state;

    @FXML
    private HBox cards;

    @FXML
    private VBox details;

    @FXML
    private ElidedLabel inspectorTitle;

    @FXML
    private VBox inspector;

    @FXML
    private ModalCard modal;

    public OverviewController(OverviewViewModel model) {
        this.model = model;
        this.root = ViewLoader.load(this);
    }

    @FXML
    private void initialize() {
        ChecksTable.dot(dot);
        ChecksTable.check(check);
        ChecksTable.declared(declared);
        ChecksTable.status(status);
        ChecksTable.catalog(catalog);
        ChecksTable.state(state);
        checks.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        SortedList<CheckRow> sorted = model.rows().sorted();
        sorted.comparatorProperty().bind(checks.comparatorProperty());
        checks.setItems(sorted);
        TableCopy.install(checks);
        checks.getSelectionModel().selectedItemProperty().subscribe(this::inspect);
    }

    @Override
    public void activate() {
        shown.follow(model.headlineProperty(), headline::setText);
        shown.follow(model.ageProperty(), age::setText);
        shown.follow(model.reading().jobProperty(), progress::setJob);
        shown.watch(() -> show(model.report()), model.reading().valueProperty());
        shown.watch(
                this::showState,
                model.reading().phaseProperty(),
                model.patching().phaseProperty());
        Ticks.everySecond(shown, model::tick);
        model.readWhenOutdated();
    }

    @Override
    public void deactivate() {
        shown.close();
        progress.setJob(null);
    }

    private void show(@Nullable OwnershipReport report) {
        present(body, report != null);
        if (report != null) {
            closeInspector();
            present(checks, !report.checks().isEmpty());
            PlainTable.fit(checks, ChecksTable.ROW);
            cards.getChildren().setAll(Cards.of(report, this::showPatch, this::showEvents));
            details.getChildren().setAll(Details.of(report));
        }
    }

    private void showState() {
        notices.getChildren().setAll(OverviewNotices.of(model));
        present(notices, !notices.getChildren().isEmpty());
        boolean stale = model.report() != null && model.reading().phase() != Reading.Phase.READY;
        body.getStyleClass().remove("stale");
        if (stale) {
            body.getStyleClass().add("stale");
        }
        boolean refused = !model.reviewRefusal().isEmpty();
        review.setDisable(refused);
        review.getStyleClass().remove("primary");
        if (model.differs()) {
            review.getStyleClass().add("primary");
        }
        export.setDisable(refused);
        present(review, model.report() != null);
        present(export, model.report() != null);
    }

    private void inspect(@Nullable CheckRow row) {
        if (row != null) {
            open(row.title(), Inspections.ofCheck(row));
        }
    }

    private void showPatch() {
        model.route()
                .ifPresent(patch -> open(
                        Texts.get("overview.patch.title"),
                        Inspections.ofPatch(patch, model.patchRefusal(), () -> confirm(patch))));
    }

    private void showEvents() {
        OwnershipReport report = model.report();
        if (report != null) {
            open(Texts.get("overview.events"), Inspections.ofEvents(report));
        }
    }

    private void open(String title, List<Node> parts) {
        inspectorTitle.setText(title);
        inspector.getChildren().setAll(parts);
        split.setShowDetailNode(true);
    }

    private void confirm(ResourcePatch patch) {
        Question question = new Question(
                Texts.get("overview.patch.question"),
                List.of(model.place(), patch.effect()),
                Texts.get("overview.patch.yes"),
                () -> {
                    modal.hide();
                    model.applyPatch();
                },
                modal::dismiss);
        if (model.asksForName()) {
            question.askingFor(model.databaseName());
        }
        modal.show(question, question.first(), () -> {});
    }

    @FXML
    private void closeInspector() {
        split.setShowDetailNode(false);
        checks.getSelectionModel().clearSelection();
    }

    @FXML
    private void exportSql() {
        model.exportSql();
    }

    @FXML
    private void review() {
        model.review();
    }

    @Override
    public void readAgain() {
        model.read();
    }

    @Override
    public boolean dismiss() {
        if (modal.dismiss()) {
            return true;
        }
        boolean open = split.isShowDetailNode();
        closeInspector();
        return open;
    }

    @Override
    public ObservableValue<String> connection() {
        return model.connectionProperty();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public String title() {
        return model.name();
    }
}
