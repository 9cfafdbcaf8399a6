package dev.plumbline.ui.findings;

import static dev.plumbline.ui.control.Visibility.present;

import dev.plumbline.model.Problem;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.control.EmptyState;
import dev.plumbline.ui.control.ProblemPane;
import dev.plumbline.ui.control.ProgressStrip;
import dev.plumbline.ui.control.TableCopy;
import dev.plumbline.ui.fx.RunningJob;
import dev.plumbline.ui.fx.Screen;
import dev.plumbline.ui.fx.Subscriptions;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.ViewLoader;
import dev.plumbline.ui.reading.Reading;
import dev.plumbline.ui.staging.Stager;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.controlsfx.control.MasterDetailPane;
import org.jspecify.annotations.Nullable;

/** The findings as a table, the heaviest first; one opens with its statements and the page of its check. */
public final class FindingsController implements Screen {
    private final FindingsViewModel model;
    private final Stager stager;
    private final Subscriptions shown = new Subscriptions();
    private final Parent root;

    @FXML
    private MasterDetailPane split;

    @FXML
    private ElidedLabel headline;

    @FXML
    private Label counts;

    @FXML
    private ProgressStrip progress;

    @FXML
    private VBox notices;

    @FXML
    private TableView<FindingRow> findings;

    @FXML
    private TableColumn<FindingRow, FindingRow> weight;

    @FXML
    private TableColumn<FindingRow, String> code;

    @FXML
    private TableColumn<FindingRow, String> sentence;

    @FXML
    private TableColumn<FindingRow, String> objects;

    @FXML
    private VBox instead;

    @FXML
    private ElidedLabel inspectorTitle;

    @FXML
    private ScrollPane scroll;

    @FXML
    private VBox inspector;

    public FindingsController(FindingsViewModel model, Stager stager) {
        this.model = model;
        this.stager = stager;
        this.root = ViewLoader.load(this);
    }

    @FXML
    private void initialize() {
        FindingColumns.weight(weight);
        FindingColumns.mono(code, FindingRow::code);
        FindingColumns.text(sentence, FindingRow::sentence);
        FindingColumns.mono(objects, FindingRow::objects);
        findings.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        findings.setItems(model.sortedBy(findings.comparatorProperty()));
        TableCopy.install(findings, FindingRow::script);
        findings.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                model.selectedProperty().set(row);
            }
        });
    }

    @Override
    public void activate() {
        shown.follow(model.headlineProperty(), headline::setText);
        shown.watch(model::judgeWhatWasRead, model.reading().valueProperty());
        shown.watch(
                this::showJob, model.reading().jobProperty(), model.judging().jobProperty());
        shown.follow(model.selectedProperty(), this::inspect);
        shown.watch(
                this::showState,
                model.reading().phaseProperty(),
                model.judging().phaseProperty(),
                model.judging().valueProperty());
        model.readOnce();
    }

    @Override
    public void deactivate() {
        shown.close();
        progress.setJob(null);
    }

    private void showJob() {
        RunningJob reading = model.reading().jobProperty().get();
        progress.setJob(
                reading != null ? reading : model.judging().jobProperty().get());
    }

    private void showState() {
        List<Node> problems = new ArrayList<>();
        Stream.of(
                        model.reading().problemProperty().get(),
                        model.judging().problemProperty().get())
                .filter(Objects::nonNull)
                .forEach(problem -> problems.add(problem(problem)));
        notices.getChildren().setAll(problems);
        present(notices, !problems.isEmpty());
        counts.setText(model.counts());
        List<Node> other = instead();
        instead.getChildren().setAll(other);
        present(instead, !other.isEmpty());
        findings.setVisible(other.isEmpty() && !model.rows().isEmpty());
    }

    private Node problem(Problem problem) {
        return new ProblemPane(problem).offering(Texts.get("retry"), model::readAgain);
    }

    private List<Node> instead() {
        if (model.isClean()) {
            return List.of(EmptyState.of(Texts.get("findings.nothing"), Texts.get("findings.nothing.words")));
        }
        if (model.rows().isEmpty() && model.reading().phase() == Reading.Phase.STOPPED) {
            return List.of(EmptyState.of(Texts.get("findings.stopped"), Texts.get("findings.stopped.words"))
                    .offering(Texts.get("readAgain"), model::readAgain));
        }
        if (model.rows().isEmpty()
                && (model.reading().phase().isRunning()
                        || model.judging().phase().isRunning())) {
            return List.of(EmptyState.of(Texts.get("findings.reading"), Texts.get("findings.stopped.words")));
        }
        return List.of();
    }

    private void inspect(@Nullable FindingRow row) {
        split.setShowDetailNode(row != null);
        objects.setVisible(row == null);
        if (row == null) {
            findings.getSelectionModel().clearSelection();
        } else {
            findings.getSelectionModel().select(row);
            inspectorTitle.setText(row.title());
            inspector.getChildren().setAll(FindingDetail.of(row, model.judgedSnapshot(), stager));
            scroll.setVvalue(0);
        }
    }

    @FXML
    private void closeInspector() {
        model.selectedProperty().set(null);
    }

    @Override
    @FXML
    public void readAgain() {
        model.readAgain();
    }

    @Override
    public boolean dismiss() {
        boolean open = model.selectedProperty().get() != null;
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
        return model.headlineProperty().get();
    }
}
