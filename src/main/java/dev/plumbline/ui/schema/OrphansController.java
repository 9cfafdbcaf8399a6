package dev.plumbline.ui.schema;

import dev.plumbline.model.Problem;
import dev.plumbline.model.Visible;
import dev.plumbline.model.structure.TableSize;
import dev.plumbline.operation.SchemaReports;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.control.EmptyState;
import dev.plumbline.ui.control.ProblemPane;
import dev.plumbline.ui.control.ProgressStrip;
import dev.plumbline.ui.control.TableCopy;
import dev.plumbline.ui.control.VisibleCell;
import dev.plumbline.ui.fx.Screen;
import dev.plumbline.ui.fx.Subscriptions;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.ViewLoader;
import dev.plumbline.ui.reading.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The tables that nobody claims, their size, those that were set aside earlier, and the way there and back. */
public final class OrphansController implements Screen {
    private final OrphansViewModel model;
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
    private TableView<TableSize> table;

    @FXML
    private TableColumn<TableSize, String> schema;

    @FXML
    private TableColumn<TableSize, String> name;

    @FXML
    private TableColumn<TableSize, Long> bytes;

    @FXML
    private TableColumn<TableSize, Long> rows;

    @FXML
    private VBox instead;

    @FXML
    private ElidedLabel foot;

    @FXML
    private TextField place;

    @FXML
    private Button setAside;

    public OrphansController(OrphansViewModel model) {
        this.model = model;
        this.root = ViewLoader.load(this);
    }

    @FXML
    private void initialize() {
        text(schema, orphan -> orphan.schema().text());
        text(name, orphan -> orphan.table().text());
        number(bytes, TableSize::bytes);
        number(rows, orphan -> orphan.rows().isPresent() ? orphan.rows().getAsLong() : null);
        TableCopy.install(table);
        table.getSelectionModel().selectedItemProperty().subscribe(this::showChosen);
        place.textProperty().subscribe(this::showAllowed);
    }

    private void showChosen(@Nullable TableSize chosen) {
        boolean isAside = chosen != null && OrphansViewModel.isAside(chosen);
        foot.setText(Texts.get(isAside ? "orphans.foot.back" : "orphans.foot"));
        place.setVisible(isAside);
        place.setManaged(isAside);
        place.setText(chosen != null && isAside ? OrphansViewModel.place(chosen) : "");
        setAside.setText(Texts.get(isAside ? "orphans.bringBack" : "orphans.setAside"));
        showAllowed();
    }

    private void showAllowed() {
        setAside.setDisable(table.getSelectionModel().getSelectedItem() == null
                || place.isVisible() && !OrphansViewModel.isPlace(place.getText()));
    }

    private static void text(TableColumn<TableSize, String> column, Function<TableSize, String> of) {
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(of.apply(row.getValue())));
        column.setCellFactory(view -> new VisibleCell<>());
    }

    private static void number(TableColumn<TableSize, Long> column, Function<TableSize, @Nullable Long> of) {
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(of.apply(row.getValue())));
        column.setCellFactory(view -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Long value, boolean empty) {
                super.updateItem(value, empty);
                setText(
                        empty
                                ? ""
                                : value == null
                                        ? Texts.get("orphans.uncounted")
                                        : String.format(Locale.ROOT, "%,d", value));
            }
        });
    }

    @Override
    public void activate() {
        shown.follow(model.reading().jobProperty(), progress::setJob);
        shown.watch(this::showRead, model.reading().valueProperty());
        shown.watch(this::showState, model.reading().phaseProperty());
        model.readWhenOutdated();
    }

    @Override
    public void deactivate() {
        shown.close();
        progress.setJob(null);
    }

    private void showRead() {
        SchemaReports read = model.reading().value();
        if (read != null) {
            about.setText(Visible.text(read.connection()));
            table.getItems().setAll(OrphansViewModel.tables(read));
            if (!table.getItems().isEmpty()) {
                table.getSelectionModel().selectFirst();
            }
        }
    }

    private void showState() {
        headline.setText(model.headline());
        SchemaReports read = model.reading().value();
        List<Node> above = new ArrayList<>();
        Problem failed = model.reading().problemProperty().get();
        if (failed != null) {
            above.add(new ProblemPane(failed).offering(Texts.get("retry"), model::readAgain));
        }
        if (read != null) {
            read.notes().forEach(note -> above.add(CauseView.words(Visible.text(note), "notice")));
        }
        notices.getChildren().setAll(above);
        notices.setManaged(!above.isEmpty());
        table.setVisible(read != null && !OrphansViewModel.tables(read).isEmpty());
        instead.getChildren().setAll(instead(read));
    }

    private List<Node> instead(@Nullable SchemaReports read) {
        if (read != null) {
            return OrphansViewModel.tables(read).isEmpty()
                    ? List.of(EmptyState.of(Texts.get("orphans.none"), Texts.get("orphans.words")))
                    : List.of();
        }
        if (model.reading().phase() == Reading.Phase.STOPPED) {
            return List.of(EmptyState.of(Texts.get("schema.stopped"), Texts.get("orphans.words"))
                    .offering(Texts.get("readAgain"), model::readAgain));
        }
        return model.reading().phase().isRunning()
                ? List.of(EmptyState.of(Texts.get("orphans.reading"), Texts.get("orphans.words")))
                : List.of();
    }

    @FXML
    private void setAside() {
        TableSize chosen = table.getSelectionModel().getSelectedItem();
        if (chosen != null && OrphansViewModel.isAside(chosen)) {
            model.bringBack(chosen, place.getText());
        } else if (chosen != null) {
            model.setAside(chosen);
        }
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
