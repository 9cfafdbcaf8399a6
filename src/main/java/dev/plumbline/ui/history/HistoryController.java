package dev.plumbline.ui.history;

import static dev.plumbline.ui.control.Visibility.present;

import dev.plumbline.model.Problem;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.ChainState;
import dev.plumbline.operation.HistoryRun;
import dev.plumbline.operation.HistoryRun.HistoryEntry;
import dev.plumbline.ui.control.Badge;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.control.EmptyState;
import dev.plumbline.ui.control.ProblemPane;
import dev.plumbline.ui.control.ProgressStrip;
import dev.plumbline.ui.control.TableCopy;
import dev.plumbline.ui.fx.Screen;
import dev.plumbline.ui.fx.Subscriptions;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.ViewLoader;
import dev.plumbline.ui.reading.Reading;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.controlsfx.control.MasterDetailPane;
import org.jspecify.annotations.Nullable;

/** The journal's runs as a table, those without an end first; a run opens with its entries beneath. */
public final class HistoryController implements Screen {
    private final HistoryViewModel model;
    private final String heading;
    private final Supplier<Optional<String>> asked;
    private final Subscriptions shown = new Subscriptions();
    private final Parent root;

    @FXML
    private MasterDetailPane split;

    @FXML
    private ElidedLabel title;

    @FXML
    private Badge chain;

    @FXML
    private ProgressStrip progress;

    @FXML
    private VBox notices;

    @FXML
    private TableView<RunRow> runs;

    @FXML
    private TableColumn<RunRow, String> begun;

    @FXML
    private TableColumn<RunRow, String> outcome;

    @FXML
    private TableColumn<RunRow, String> target;

    @FXML
    private TableColumn<RunRow, Integer> steps;

    @FXML
    private TableColumn<RunRow, String> digest;

    @FXML
    private TableColumn<RunRow, String> by;

    @FXML
    private VBox instead;

    @FXML
    private ElidedLabel recordTitle;

    @FXML
    private ProgressStrip recordProgress;

    @FXML
    private Label next;

    @FXML
    private VBox recordNotices;

    @FXML
    private TableView<HistoryEntry> entries;

    @FXML
    private TableColumn<HistoryEntry, Long> number;

    @FXML
    private TableColumn<HistoryEntry, String> at;

    @FXML
    private TableColumn<HistoryEntry, String> kind;

    @FXML
    private TableColumn<HistoryEntry, String> text;

    @FXML
    private TableColumn<HistoryEntry, String> hash;

    /** {@code heading} says whose runs these are; {@code asked} gives the id of a run to open when this is shown, once. */
    public HistoryController(HistoryViewModel model, String heading, Supplier<Optional<String>> asked) {
        this.model = model;
        this.asked = asked;
        this.heading = heading;
        this.root = ViewLoader.load(this);
    }

    @FXML
    private void initialize() {
        title.setText(heading);
        RunColumns.text(begun, RunRow::begun);
        RunColumns.outcome(outcome);
        RunColumns.text(target, RunRow::target);
        RunColumns.number(steps, RunRow::statements);
        RunColumns.mono(digest, RunRow::digest);
        RunColumns.text(by, RunRow::by);
        RunColumns.number(number, HistoryEntry::sequence);
        RunColumns.text(at, entry -> Timestamps.utc(entry.at()));
        RunColumns.text(kind, HistoryEntry::kind);
        RunColumns.mono(text, HistoryEntry::text);
        RunColumns.mono(hash, entry -> entry.hash().length() > 12 ? entry.hash().substring(0, 12) : entry.hash());
        runs.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        entries.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        runs.setItems(model.sortedBy(runs.comparatorProperty()));
        TableCopy.install(runs);
        TableCopy.install(entries);
        runs.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                model.selectedProperty().set(row);
            }
        });
    }

    @Override
    public void activate() {
        shown.follow(model.reading().jobProperty(), progress::setJob);
        shown.follow(model.detail().jobProperty(), recordProgress::setJob);
        shown.follow(model.selectedProperty(), this::showSelected);
        shown.watch(
                () -> showChain(model.verifying().value()), model.verifying().valueProperty());
        shown.watch(
                this::showState,
                model.reading().phaseProperty(),
                model.reading().valueProperty());
        shown.watch(
                this::showRecord, model.detail().phaseProperty(), model.detail().valueProperty());
        model.read();
        asked.get().ifPresent(model::select);
    }

    @Override
    public void deactivate() {
        shown.close();
        progress.setJob(null);
        recordProgress.setJob(null);
    }

    private void showChain(@Nullable ChainState state) {
        present(chain, state != null);
        if (state != null) {
            ChainWords words = ChainWords.of(state);
            chain.setText(words.text());
            chain.setTone(words.tone());
        }
    }

    private void showState() {
        notices.getChildren().clear();
        Problem problem = model.reading().problemProperty().get();
        if (problem != null) {
            notices.getChildren().add(new ProblemPane(problem).offering(Texts.get("retry"), model::read));
        }
        if (!model.unfinished().isEmpty()) {
            notices.getChildren().add(unfinished());
        }
        present(notices, !notices.getChildren().isEmpty());
        boolean nothing =
                model.reading().phase() == Reading.Phase.READY && model.rows().isEmpty();
        instead.getChildren()
                .setAll(
                        nothing
                                ? List.of(
                                        EmptyState.of(Texts.get("history.nothing"), Texts.get("history.nothing.words")))
                                : List.of());
        present(instead, nothing);
        runs.setVisible(!nothing);
    }

    private Node unfinished() {
        Label words = new Label(model.unfinished());
        words.setWrapText(true);
        words.getStyleClass().addAll("heading", "warning-text");
        VBox card = new VBox(words);
        card.getStyleClass().addAll("card", "warning");
        return card;
    }

    private void showSelected(@Nullable RunRow row) {
        split.setShowDetailNode(row != null);
        if (row == null) {
            runs.getSelectionModel().clearSelection();
        } else {
            runs.getSelectionModel().select(row);
            recordTitle.setText(Texts.get("history.record", row.id(), row.target()));
            next.setText(row.next());
            present(next, !row.next().isEmpty());
        }
    }

    private void showRecord() {
        HistoryRun record = model.detail().value();
        entries.getItems().setAll(record == null ? List.of() : record.entries());
        Problem problem = model.detail().problemProperty().get();
        recordNotices.getChildren().setAll(problem == null ? List.of() : List.of(new ProblemPane(problem)));
    }

    @FXML
    private void closeRecord() {
        model.selectedProperty().set(null);
    }

    @Override
    @FXML
    public void readAgain() {
        model.read();
    }

    @Override
    public boolean dismiss() {
        boolean open = model.selectedProperty().get() != null;
        closeRecord();
        return open;
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public String title() {
        return Visible.text(heading);
    }
}
