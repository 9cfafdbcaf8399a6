package dev.plumbline.ui.privileges;

import static dev.plumbline.ui.control.Visibility.present;

import dev.plumbline.operation.AccessReport;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.control.ProgressStrip;
import dev.plumbline.ui.control.Suggestions;
import dev.plumbline.ui.control.TableCopy;
import dev.plumbline.ui.fx.Screen;
import dev.plumbline.ui.fx.Subscriptions;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.ViewLoader;
import dev.plumbline.ui.staging.Stager;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
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
    private ToggleButton byRole;

    @FXML
    private ToggleButton byObject;

    @FXML
    private ToggleButton matrixMode;

    @FXML
    private TextField role;

    @FXML
    private TextField other;

    @FXML
    private TextField object;

    @FXML
    private TextField rolesLike;

    @FXML
    private TextField objectsLike;

    @FXML
    private ComboBox<String> schema;

    @FXML
    private ComboBox<String> kind;

    @FXML
    private ComboBox<String> privilege;

    @FXML
    private CheckBox all;

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

    private List<Suggestions> suggestions = List.of();
    private @Nullable MatrixTables tables;
    private @Nullable String drawn;

    /** {@code name} is the Database's. */
    public PrivilegesController(PrivilegesViewModel model, String name, Stager stager) {
        this.model = model;
        this.name = name;
        this.stager = stager;
        this.root = ViewLoader.load(this);
    }

    @FXML
    private void initialize() {
        PrivilegesChoice choice = model.choice();
        title.setText(Texts.get("privileges.title", name));
        ToggleGroup modes = new ToggleGroup();
        mode(modes, byRole, PrivilegesMode.BY_ROLE);
        mode(modes, byObject, PrivilegesMode.BY_OBJECT);
        mode(modes, matrixMode, PrivilegesMode.MATRIX);
        role.textProperty().bindBidirectional(choice.role());
        other.textProperty().bindBidirectional(choice.other());
        object.textProperty().bindBidirectional(choice.object());
        rolesLike.textProperty().bindBidirectional(choice.rolesLike());
        objectsLike.textProperty().bindBidirectional(choice.objectsLike());
        all.selectedProperty().bindBidirectional(choice.all());
        choose(schema, choice.schema(), Texts.get("privileges.any.schema"));
        choose(kind, choice.kind(), Texts.get("privileges.any.kind"));
        choose(privilege, choice.privilege(), Texts.get("privileges.any.privilege"));
        suggestions = List.of(
                Suggestions.install(over, role, model::rolesLike),
                Suggestions.install(over, other, model::rolesLike),
                Suggestions.install(over, object, model::objectsLike));
        lines.setFixedCellSize(32);
        lines.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableCopy.install(lines);
        lines.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        lines.getSelectionModel()
                .getSelectedItems()
                .subscribe(() -> model.select(lines.getSelectionModel().getSelectedItems().stream()
                        .filter(Objects::nonNull)
                        .map(line -> new SelectedCell(line.subject(), line.role()))
                        .toList()));
        tables = new MatrixTables(names, cells, model::select);
        choice.mode().subscribe(this::showFilters);
    }

    private void mode(ToggleGroup group, ToggleButton button, PrivilegesMode mode) {
        button.setToggleGroup(group);
        button.setSelected(model.choice().mode().get() == mode);
        button.setOnAction(event -> {
            button.setSelected(true);
            model.choice().mode().set(mode);
        });
    }

    /** A box whose first line, which stands for everything, is the empty text. */
    private static void choose(ComboBox<String> box, StringProperty chosen, String anything) {
        box.setButtonCell(new OpenChoiceCell(anything));
        box.setCellFactory(view -> new OpenChoiceCell(anything));
        box.valueProperty().subscribe(value -> {
            if (value != null) {
                chosen.set(value);
            }
        });
    }

    private void showFilters(PrivilegesMode mode) {
        boolean one = mode == PrivilegesMode.BY_ROLE;
        boolean who = mode == PrivilegesMode.BY_OBJECT;
        present(role, one);
        present(other, one);
        present(object, who);
        present(rolesLike, !one);
        present(objectsLike, !who);
        present(schema, !who);
        present(kind, !who);
        present(all, !(mode == PrivilegesMode.MATRIX));
        model.closeDetail();
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
        offer(schema, model.schemas(), model.choice().schema());
        offer(kind, model.kinds(), model.choice().kind());
        offer(privilege, model.privileges(), model.choice().privilege());
    }

    private static void offer(ComboBox<String> box, List<String> words, StringProperty chosen) {
        List<String> offered = new ArrayList<>(words);
        offered.add(0, "");
        String before = chosen.get();
        box.setItems(FXCollections.observableList(offered));
        box.setValue(offered.contains(before) ? before : "");
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
        if (isMatrix && tables != null) {
            tables.show(page);
        } else if (!isMatrix) {
            showLines(page);
        }
        showState();
    }

    private void showLines(PrivilegesPage page) {
        String heads = page.query().mode() + "/" + page.role() + "/" + page.other();
        if (!heads.equals(drawn)) {
            drawn = heads;
            lines.getColumns().setAll(HolderColumns.of(page, model::roleWord));
        }
        lines.setItems(FXCollections.observableArrayList(page.lines()));
        lines.sort();
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
        boolean open = split.isShowDetailNode() || suggestions.stream().anyMatch(Suggestions::isOpen);
        suggestions.forEach(Suggestions::close);
        closeDetail();
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
        return Texts.get("privileges.title", name);
    }
}
