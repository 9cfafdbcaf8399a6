package dev.plumbline.ui.preflight;

import static dev.plumbline.ui.control.Visibility.present;

import dev.plumbline.access.preflight.PreflightRow;
import dev.plumbline.access.preflight.ScriptOption;
import dev.plumbline.model.Name;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.AccessReport;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.control.MonoText;
import dev.plumbline.ui.control.ProgressStrip;
import dev.plumbline.ui.control.TableCopy;
import dev.plumbline.ui.fx.Screen;
import dev.plumbline.ui.fx.Subscriptions;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.ViewLoader;
import dev.plumbline.ui.reading.Reading;
import dev.plumbline.ui.staging.Stager;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Operations and whether the role may, the chosen one in detail, and a script that gives what is missing. */
public final class PreflightController implements Screen {
    private final PreflightViewModel model;
    private final Stager stager;
    private final Subscriptions shown = new Subscriptions();
    private final ReadOnlyStringWrapper connection = new ReadOnlyStringWrapper("");
    private final Parent root;

    @FXML
    private ElidedLabel headline;

    @FXML
    private ProgressStrip progress;

    @FXML
    private HBox asking;

    @FXML
    private ComboBox<Name> role;

    @FXML
    private MenuButton schemas;

    @FXML
    private ComboBox<Name> tracking;

    @FXML
    private Label tls;

    @FXML
    private VBox notices;

    @FXML
    private SplitPane split;

    @FXML
    private TableView<PreflightRow> operations;

    @FXML
    private TableColumn<PreflightRow, String> may;

    @FXML
    private TableColumn<PreflightRow, String> operation;

    @FXML
    private TableColumn<PreflightRow, String> schema;

    @FXML
    private TableColumn<PreflightRow, String> path;

    @FXML
    private TableColumn<PreflightRow, String> missing;

    @FXML
    private TableColumn<PreflightRow, String> page;

    @FXML
    private VBox detail;

    @FXML
    private ComboBox<ScriptOption> option;

    @FXML
    private HBox staging;

    @FXML
    private TextArea script;

    public PreflightController(PreflightViewModel model, Stager stager) {
        this.model = model;
        this.stager = stager;
        this.root = ViewLoader.load(this);
    }

    @FXML
    private void initialize() {
        PreflightColumns.answer(may);
        PreflightColumns.text(operation, row -> row.operation().title());
        PreflightColumns.text(schema, PreflightRow::place);
        PreflightColumns.text(path, PreflightRow::path);
        PreflightColumns.text(missing, PreflightColumns::missing, "mono");
        PreflightColumns.text(page, PreflightColumns::page, "muted");
        operations.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        operations.setItems(model.rows());
        TableCopy.install(operations);
        operations.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                model.selectedProperty().set(row);
            }
        });
        role.setItems(model.roles());
        role.setConverter(new ShownBy<>(Name::shown));
        role.valueProperty().bindBidirectional(model.roleProperty());
        tracking.setItems(model.trackings());
        tracking.setConverter(new ShownBy<>(Name::shown));
        tracking.valueProperty().bindBidirectional(model.trackingProperty());
        option.getItems().setAll(ScriptOption.values());
        option.setConverter(new ShownBy<>(ScriptOption::title));
        option.valueProperty().bindBidirectional(model.optionProperty());
    }

    @Override
    public void activate() {
        Reading<AccessReport> reading = model.access().reading();
        shown.follow(reading.jobProperty(), progress::setJob);
        shown.watch(this::showState, reading.phaseProperty(), reading.valueProperty());
        shown.watch(this::showPage, model.page().valueProperty(), model.page().phaseProperty(), model.optionProperty());
        shown.watch(
                () -> SchemasMenu.show(schemas, model),
                model.schemas(),
                model.page().valueProperty());
        shown.follow(model.selectedProperty(), this::showDetail);
        model.access().readOnce();
    }

    @Override
    public void deactivate() {
        shown.close();
        progress.setJob(null);
    }

    private void showState() {
        AccessReport report = model.access().reading().value();
        connection.set(report == null ? "" : report.connection().shown());
        notices.getChildren().setAll(PreflightNotices.of(model));
        present(notices, !notices.getChildren().isEmpty());
        boolean asked = report != null && !model.isRefused();
        split.setVisible(asked);
        present(asking, asked);
    }

    private void showPage() {
        showState();
        headline.setText(model.headline().isEmpty() ? title() : model.headline());
        tls.setText(model.tls().isEmpty() ? "" : Texts.get("preflight.tls", model.tls()));
        script.setText(model.script());
        script.setScrollTop(0);
        showStaging();
    }

    /** Of the scripts only the least is made of changes; the others are copied. */
    private void showStaging() {
        PreflightPage page = model.page().value();
        staging.getChildren().clear();
        if (page != null && model.optionProperty().get() == ScriptOption.LEAST) {
            NeedStage.of(page.least(), page.snapshot(), stager, ScriptOption.LEAST.title())
                    .ifPresent(button -> {
                        button.setId("stageLeast");
                        staging.getChildren().setAll(button);
                    });
        }
    }

    private void showDetail(@Nullable PreflightRow row) {
        detail.getChildren()
                .setAll(
                        row == null
                                ? List.of()
                                : PreflightDetail.of(row, model.page().value(), stager));
        if (row != null && !row.equals(operations.getSelectionModel().getSelectedItem())) {
            operations.getSelectionModel().select(row);
        }
    }

    @FXML
    private void copyScript() {
        MonoText.copy(model.script());
    }

    @Override
    @FXML
    public void readAgain() {
        model.access().readAgain();
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
        return Texts.get("preflight.title", Visible.text(model.access().place().name()));
    }
}
