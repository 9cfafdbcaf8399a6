package dev.plumbline.ui.compare;

import static dev.plumbline.ui.control.Visibility.present;

import dev.plumbline.drift.structure.DifferenceRow;
import dev.plumbline.operation.CompareStructure.KeptStates;
import dev.plumbline.ui.control.DefinitionPairs;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.control.ProgressStrip;
import dev.plumbline.ui.fx.Screen;
import dev.plumbline.ui.fx.ScreenAction;
import dev.plumbline.ui.fx.Subscriptions;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.ViewLoader;
import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Two sides to choose, the differences as a tree, the two definitions, and what is known of the chosen one. F8 goes to the next difference, Shift+F8 to the one before. */
public final class CompareController implements Screen {
    private static final int BEFORE = 4;
    private static final int SIDES = 2;
    private final CompareViewModel model;
    private final Subscriptions shown = new Subscriptions();
    private final SidePicker leftPicker;
    private final SidePicker rightPicker;
    private final FilterBar filters;
    private final TimelineView timeline;
    private final Parent root;

    @FXML
    private ElidedLabel headline;

    @FXML
    private Label counts;

    @FXML
    private ProgressStrip progress;

    @FXML
    private MenuButton export;

    @FXML
    private VBox sides;

    @FXML
    private Button compare;

    @FXML
    private Button cancel;

    @FXML
    private VBox filterPlace;

    @FXML
    private VBox notices;

    @FXML
    private SplitPane parts;

    @FXML
    private TreeView<CompareLine> tree;

    @FXML
    private ElidedLabel leftHead;

    @FXML
    private ElidedLabel rightHead;

    @FXML
    private DefinitionPairs definition;

    @FXML
    private ScrollPane scroll;

    @FXML
    private VBox facts;

    @FXML
    private VBox steps;

    @FXML
    private VBox judgement;

    @FXML
    private VBox instead;

    public CompareController(CompareViewModel model) {
        this.model = model;
        this.leftPicker = new SidePicker("left", Texts.get("compare.left"), model.left(), model.files());
        this.rightPicker = new SidePicker("right", Texts.get("compare.right"), model.right(), model.files());
        this.filters = new FilterBar(model);
        this.timeline = new TimelineView(model.timeline(), model::compareMoments, () -> showTimeline(false));
        this.root = ViewLoader.load(this);
    }

    @FXML
    private void initialize() {
        sides.getChildren().setAll(leftPicker, rightPicker);
        filterPlace.getChildren().setAll(filters);
        tree.setShowRoot(false);
        tree.setCellFactory(view -> new CompareCell());
        tree.getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (item != null && item.getValue().row() != null) {
                model.selectedProperty().set(item.getValue().row());
            }
        });
    }

    @FXML
    private void step(KeyEvent event) {
        if (event.getCode() == KeyCode.F8) {
            model.step(event.isShiftDown() ? -1 : 1);
            event.consume();
        }
    }

    @Override
    public void activate() {
        shown.watch(
                () -> {
                    leftPicker.offer(model.places(), model.schemas(), kept());
                    rightPicker.offer(model.places(), model.schemas(), kept());
                    timeline.offer(kept());
                },
                model.kept().valueProperty());
        timeline.follow(shown);
        shown.follow(model.reading().jobProperty(), progress::setJob);
        shown.watch(this::showPage, model.reading().valueProperty());
        shown.watch(this::showRows, model.shown().valueProperty());
        shown.watch(
                this::showState,
                model.reading().phaseProperty(),
                model.shown().phaseProperty(),
                model.detail().phaseProperty(),
                model.kept().phaseProperty());
        SideModel left = model.left();
        SideModel right = model.right();
        shown.watch(
                () -> compare.setDisable(!model.canCompare()),
                left.kind,
                left.live,
                left.written,
                left.state,
                right.kind,
                right.live,
                right.written,
                right.state);
        shown.follow(model.selectedProperty(), this::choose);
        shown.watch(() -> showDetail(model.detail().value()), model.detail().valueProperty());
        shown.watch(
                this::showSteps,
                model.plan().phaseProperty(),
                model.plan().valueProperty(),
                model.detail().valueProperty());
        model.open();
    }

    private List<KeptStates> kept() {
        List<KeptStates> value = model.kept().value();
        return value == null ? List.of() : value;
    }

    @Override
    public void deactivate() {
        shown.close();
        progress.setJob(null);
    }

    private void showPage() {
        ComparePage page = model.reading().value();
        if (page != null) {
            filters.show(page);
            leftHead.setText(Texts.get("compare.head.left", page.pair().from()));
            rightHead.setText(Texts.get("compare.head.right", page.pair().to()));
        }
    }

    private void showRows() {
        ShownRows rows = model.shown().value();
        if (rows != null) {
            tree.getSelectionModel().clearSelection();
            tree.setRoot(rows.root());
            counts.setText(rows.counts());
            choose(model.selectedProperty().get());
        }
    }

    private void showState() {
        headline.setText(model.headline());
        List<Node> above = CompareNotices.above(model);
        notices.getChildren().setAll(above);
        present(notices, !above.isEmpty());
        boolean running = model.reading().phase().isRunning();
        present(cancel, running);
        List<Node> other = CompareNotices.instead(model, filters::clear);
        instead.getChildren().setAll(other);
        ComparePage page = model.reading().value();
        ShownRows rows = model.shown().value();
        boolean some = page != null && rows != null && !rows.rows().isEmpty();
        parts.setVisible(some);
        present(filterPlace, page != null && !page.rows().isEmpty());
        boolean renamed = page != null && !page.renamed().isEmpty();
        export.setDisable(!some && !renamed || running);
        parts.getStyleClass().remove("stale");
        if (running) {
            parts.getStyleClass().add("stale");
        }
    }

    private void choose(@Nullable CompareRow line) {
        ShownRows rows = model.shown().value();
        TreeItem<CompareLine> item =
                line == null || rows == null ? null : rows.items().get(line);
        if (item == null || item.equals(tree.getSelectionModel().getSelectedItem())) {
            return;
        }
        for (TreeItem<CompareLine> above = item.getParent(); above != null; above = above.getParent()) {
            above.setExpanded(true);
        }
        int row = tree.getRow(item);
        if (row >= 0) {
            tree.getSelectionModel().select(row);
            tree.scrollTo(Math.max(0, row - BEFORE));
        }
    }

    private void showDetail(@Nullable CompareDetail detail) {
        if (detail == null) {
            facts.getChildren().setAll(DetailView.words(Texts.get("compare.choose"), "muted"));
            judgement.getChildren().clear();
            definition.show(List.of());
            return;
        }
        ComparePage page = model.reading().value();
        DifferenceRow row = detail.line().row();
        facts.getChildren()
                .setAll(DetailView.of(
                        detail,
                        page == null || row.found() == null
                                ? List.of()
                                : RenamesView.of(row.found().name(), page, model)));
        judgement.getChildren().setAll(page == null ? List.of() : IgnoreView.of(detail.line(), page, model));
        scroll.setVvalue(0);
        definition.show(detail.rows());
        if (!detail.rows().isEmpty()) {
            definition.choose(detail.place());
        }
    }

    private void showSteps() {
        CompareDetail detail = model.detail().value();
        steps.getChildren()
                .setAll(
                        detail == null
                                ? List.of()
                                : DetailView.statements(detail.line().row(), model.plan()));
    }

    @FXML
    private void compare() {
        model.compare();
    }

    @FXML
    private void openTimeline() {
        showTimeline(sides.getChildren().size() == SIDES);
    }

    private void showTimeline(boolean there) {
        sides.getChildren()
                .setAll(there ? List.of(leftPicker, rightPicker, timeline) : List.of(leftPicker, rightPicker));
        if (there) {
            model.readKept();
        }
    }

    @FXML
    private void cancel() {
        model.stop();
    }

    @FXML
    private void swap() {
        model.swap();
    }

    @FXML
    private void exportSql() {
        model.export(CompareExports.Format.SQL);
    }

    @FXML
    private void exportMarkdown() {
        model.export(CompareExports.Format.MARKDOWN);
    }

    @FXML
    private void exportJson() {
        model.export(CompareExports.Format.JSON);
    }

    @Override
    public void readAgain() {
        model.compare();
    }

    @Override
    public List<ScreenAction> actions() {
        List<ScreenAction> actions = new ArrayList<>();
        if (model.canCompare()) {
            actions.add(new ScreenAction(Texts.get("compare.yes"), "F5", model::compare));
        }
        actions.add(new ScreenAction(Texts.get("compare.timeline"), "", this::openTimeline));
        actions.add(new ScreenAction(Texts.get("compare.swap"), "", model::swap));
        actions.add(new ScreenAction(Texts.get("compare.next"), "F8", () -> model.step(1)));
        actions.add(new ScreenAction(Texts.get("compare.before"), "Shift+F8", () -> model.step(-1)));
        return actions;
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public String title() {
        return Texts.get("compare.title");
    }
}
