package dev.plumbline.ui.schema;

import dev.plumbline.drift.velocity.SchemaFinding;
import dev.plumbline.model.Problem;
import dev.plumbline.ui.control.DefinitionPairs;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.control.EmptyState;
import dev.plumbline.ui.control.ProblemPane;
import dev.plumbline.ui.control.ProgressStrip;
import dev.plumbline.ui.control.RenameLines;
import dev.plumbline.ui.control.VisibleTreeCell;
import dev.plumbline.ui.fx.Screen;
import dev.plumbline.ui.fx.ScreenAction;
import dev.plumbline.ui.fx.Subscriptions;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.ViewLoader;
import dev.plumbline.ui.reading.Reading;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The differences as a tree, the two definitions side by side, and what is known of the chosen difference. F8 goes to the next, Shift+F8 to the one before. */
public final class SchemaDriftController implements Screen {
    private static final int BEFORE = 4;
    private final SchemaDriftViewModel model;
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
    private SplitPane parts;

    @FXML
    private TreeTableView<FindingLine> tree;

    @FXML
    private TreeTableColumn<FindingLine, String> difference;

    @FXML
    private DefinitionPairs definition;

    @FXML
    private ScrollPane scroll;

    @FXML
    private VBox cause;

    @FXML
    private VBox instead;

    @FXML
    private ElidedLabel statements;

    @FXML
    private Button review;

    public SchemaDriftController(SchemaDriftViewModel model) {
        this.model = model;
        this.root = ViewLoader.load(this);
    }

    @FXML
    private void initialize() {
        difference.setCellValueFactory(
                line -> new ReadOnlyStringWrapper(line.getValue().getValue().text()));
        difference.setCellFactory(column -> new VisibleTreeCell<>(FindingLine::isCause));
        tree.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        tree.getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (item != null && item.getValue().finding() != null) {
                model.selectedProperty().set(item.getValue().finding());
            }
        });
    }

    @Override
    public void step(int by) {
        model.step(by);
    }

    @Override
    public void activate() {
        shown.follow(model.reading().jobProperty(), progress::setJob);
        shown.watch(this::showPage, model.reading().valueProperty());
        shown.watch(this::showState, model.reading().phaseProperty());
        shown.follow(model.selectedProperty(), this::choose);
        model.readWhenOutdated();
    }

    @Override
    public void deactivate() {
        shown.close();
        progress.setJob(null);
    }

    private void showPage() {
        SchemaPage page = model.reading().value();
        if (page == null) {
            return;
        }
        about.setText(SchemaNotices.about(page));
        tree.setRoot(FindingLine.tree(page.findings()));
        tree.setPlaceholder(CauseView.words(model.nothing(), "muted"));
        definition.show(page.rows());
        SchemaFinding before = model.selectedProperty().get();
        model.chooseAgain();
        choose(model.selectedProperty().get());
        if (before == null) {
            model.step(1);
        }
    }

    private void showState() {
        headline.setText(model.headline());
        SchemaPage page = model.reading().value();
        List<Node> above = new ArrayList<>();
        Problem failed = model.reading().problemProperty().get();
        if (failed != null) {
            above.add(new ProblemPane(failed).offering(Texts.get("retry"), model::readAgain));
        }
        if (page != null) {
            page.report().problem().ifPresent(problem -> above.add(new ProblemPane(problem)));
            SchemaNotices.of(page).forEach(notice -> above.add(CauseView.words(notice, "notice")));
            above.addAll(RenameLines.of(page.renamed(), page.offered(), model::rename, model::takeBack));
            if (page.hasAllThatIsAskedFor()) {
                above.add(CauseView.words(Texts.get("schema.none.words"), "notice"));
            }
        }
        statements.setText(model.statements());
        review.setDisable(!model.reviewRefusal().isEmpty());
        notices.getChildren().setAll(above);
        notices.setManaged(!above.isEmpty());
        parts.setVisible(page != null && page.report().drift().isPresent());
        parts.getStyleClass().remove("stale");
        if (page != null && model.reading().phase() != Reading.Phase.READY) {
            parts.getStyleClass().add("stale");
        }
        instead.getChildren().setAll(page == null ? instead() : List.of());
    }

    private List<Node> instead() {
        if (model.reading().phase() == Reading.Phase.STOPPED) {
            return List.of(EmptyState.of(Texts.get("schema.stopped"), Texts.get("schema.words"))
                    .offering(Texts.get("readAgain"), model::readAgain));
        }
        return model.reading().phase().isRunning()
                ? List.of(EmptyState.of(Texts.get("schema.reading"), Texts.get("schema.words")))
                : List.of();
    }

    private void choose(@Nullable SchemaFinding finding) {
        SchemaPage page = model.reading().value();
        cause.getChildren()
                .setAll(
                        finding == null || page == null
                                ? List.of(CauseView.words(
                                        model.findings().isEmpty() ? model.nothing() : Texts.get("schema.choose"),
                                        "muted"))
                                : CauseView.of(finding, page));
        scroll.setVvalue(0);
        if (finding == null || page == null) {
            return;
        }
        select(finding);
        Integer row = page.places().get(finding.name());
        if (row == null) {
            definition.chooseNone();
        } else {
            definition.choose(row);
        }
    }

    private void select(SchemaFinding finding) {
        for (TreeItem<FindingLine> group : tree.getRoot().getChildren()) {
            if (group.getValue().cause() == finding.cause()) {
                group.setExpanded(true);
                group.getChildren().stream()
                        .filter(line -> finding.equals(line.getValue().finding()))
                        .findFirst()
                        .ifPresent(line -> {
                            tree.getSelectionModel().select(line);
                            tree.scrollTo(Math.max(0, tree.getRow(line) - BEFORE));
                        });
            }
        }
    }

    @FXML
    private void review() {
        model.review();
    }

    @Override
    public List<ScreenAction> actions() {
        return model.reviewRefusal().isEmpty()
                ? List.of(new ScreenAction(Texts.get("schema.review"), "", model::review))
                : List.of();
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
