package dev.plumbline.ui.privileges;

import static dev.plumbline.ui.control.Visibility.present;

import dev.plumbline.operation.AccessReport;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.control.ProgressStrip;
import dev.plumbline.ui.fx.Screen;
import dev.plumbline.ui.fx.Subscriptions;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.ViewLoader;
import dev.plumbline.ui.staging.Stager;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.MasterDetailPane;
import org.jspecify.annotations.Nullable;

/** What roles may do: lists for one role or one object, a comparison of two roles, and the matrix. */
public final class PrivilegesController implements Screen {
    private final PrivilegesViewModel model;
    private final String name;
    private final Stager stager;
    private final Subscriptions shown = new Subscriptions();
    private final ReadOnlyStringWrapper connection = new ReadOnlyStringWrapper("");
    private final Parent root;

    @FXML
    private StackPane over;

    @FXML
    private MasterDetailPane split;

    @FXML
    private ElidedLabel title;

    @FXML
    private Label counts;

    @FXML
    private ProgressStrip progress;

    @FXML
    private MenuButton export;

    @FXML
    private VBox filterPlace;

    @FXML
    private VBox notices;

    @FXML
    private TableView<HolderLine> lines;

    @FXML
    private HBox matrix;

    @FXML
    private TableView<MatrixLine> names;

    @FXML
    private TableView<MatrixLine> cells;

    @FXML
    private VBox instead;

    @FXML
    private ElidedLabel detailTitle;

    @FXML
    private VBox detail;

    private final PrivilegesFiltersController filters;
    private final HolderTable list;
    private final MatrixTables tables;

    /** {@code name} is the Database's. */
    public PrivilegesController(PrivilegesViewModel model, String name, Stager stager) {
        this.model = model;
        this.name = name;
        this.stager = stager;
        this.root = ViewLoader.load(this);
        title.setText(Texts.get("privileges.title", name));
        this.filters = new PrivilegesFiltersController(model, over);
        filterPlace.getChildren().setAll(filters.root());
        this.list = new HolderTable(lines, model::roleWord, model::select);
        this.tables = new MatrixTables(names, cells, model::select);
    }

    @Override
    public void activate() {
        shown.watch(this::showJob, model.reading().jobProperty(), model.page().jobProperty());
        shown.watch(this::showRead, model.reading().valueProperty());
        shown.watch(() -> showPage(model.page().value()), model.page().valueProperty());
        shown.watch(
                this::showState,
                model.reading().phaseProperty(),
                model.page().phaseProperty(),
                model.detail().phaseProperty());
        shown.watch(() -> showDetail(model.detail().value()), model.detail().valueProperty(), model.severalProperty());
        model.open();
    }

    @Override
    public void deactivate() {
        shown.close();
        progress.setJob(null);
    }

    private void showJob() {
        var listing = model.page().jobProperty().get();
        progress.setJob(
                listing != null ? listing : model.reading().jobProperty().get());
    }

    private void showRead() {
        AccessReport report = model.reading().value();
        connection.set(report == null ? "" : report.connection().shown());
        filters.offer();
    }

    private void showPage(@Nullable PrivilegesPage page) {
        counts.setText(page == null ? "" : page.counts());
        boolean isMatrix = page != null && page.query().mode() == PrivilegesMode.MATRIX;
        boolean some = page != null && !page.isEmpty();
        present(matrix, some && isMatrix);
        present(lines, some && !isMatrix);
        export.setDisable(!some);
        if (page == null) {
            return;
        }
        if (isMatrix) {
            tables.show(page);
        } else {
            list.show(page);
        }
        showState();
    }

    private void showState() {
        notices.getChildren().setAll(PrivilegesNotices.of(model));
        present(notices, !notices.getChildren().isEmpty());
        instead.getChildren().setAll(PrivilegesNotices.instead(model));
        present(instead, !instead.getChildren().isEmpty());
        boolean stale = model.page().value() != null && model.reading().phase().isRunning();
        for (Node table : List.of(lines, matrix)) {
            table.getStyleClass().remove("stale");
            if (stale) {
                table.getStyleClass().add("stale");
            }
        }
    }

    private void showDetail(@Nullable CellDetail cell) {
        List<SelectedCell> several = model.severalProperty().get();
        split.setShowDetailNode(cell != null || !several.isEmpty());
        if (!several.isEmpty()) {
            detailTitle.setText(Texts.get("privileges.several", several.size()));
            detail.getChildren().setAll(SeveralView.of(model.changesOfSeveral(), stager));
        } else if (cell != null) {
            detailTitle.setText(Texts.get("privileges.detail", cell.roleShown()));
            detail.getChildren().setAll(DetailView.of(model, cell, stager));
        }
    }

    @FXML
    private void exportCsv() {
        model.export(PrivilegesExport.Format.CSV);
    }

    @FXML
    private void exportMarkdown() {
        model.export(PrivilegesExport.Format.MARKDOWN);
    }

    @FXML
    private void exportJson() {
        model.export(PrivilegesExport.Format.JSON);
    }

    @FXML
    private void closeDetail() {
        lines.getSelectionModel().clearSelection();
        cells.getSelectionModel().clearSelection();
        model.closeDetail();
    }

    @Override
    @FXML
    public void readAgain() {
        model.readAgain();
    }

    @Override
    public boolean dismiss() {
        boolean detailed = split.isShowDetailNode();
        boolean suggesting = filters.closeSuggestions();
        closeDetail();
        return detailed || suggesting;
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
        return Texts.get("privileges.title", name);
    }
}
