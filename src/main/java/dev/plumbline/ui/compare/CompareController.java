package dev.plumbline.ui.compare;

import static dev.plumbline.ui.control.Visibility.present;

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
import javafx.scene.control.SplitPane;
import javafx.scene.control.TreeView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Two sides to choose, the differences as a tree, the two definitions, and what is known of the chosen one. F8 goes to the next difference, Shift+F8 to the one before. */
public final class CompareController implements Screen {
    private final CompareViewModel model;
    private final Subscriptions shown = new Subscriptions();
    private final FilterBar filters;
    private final SidesView choosing;
    private final DifferenceTree differences;
    private final DefinitionsController definitions;
    private final DifferenceController difference;
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
    private StackPane definitionsPlace;

    @FXML
    private StackPane differencePlace;

    @FXML
    private VBox instead;

    public CompareController(CompareViewModel model) {
        this.model = model;
        this.filters = new FilterBar(model);
        this.root = ViewLoader.load(this);
        this.choosing = new SidesView(model, sides);
        this.differences = new DifferenceTree(model, tree);
        this.definitions = new DefinitionsController(model);
        this.difference = new DifferenceController(model);
        filterPlace.getChildren().setAll(filters);
        definitionsPlace.getChildren().setAll(definitions.root());
        differencePlace.getChildren().setAll(difference.root());
    }

    @Override
    public void step(int by) {
        model.step(by);
    }

    @Override
    public void activate() {
        choosing.follow(shown, () -> compare.setDisable(!model.canCompare()));
        shown.follow(model.reading().jobProperty(), progress::setJob);
        shown.watch(this::showPage, model.reading().valueProperty());
        shown.watch(this::showRows, model.shown().valueProperty());
        shown.watch(
                this::showState,
                model.reading().phaseProperty(),
                model.shown().phaseProperty(),
                model.detail().phaseProperty(),
                model.kept().phaseProperty());
        shown.follow(model.selectedProperty(), differences::choose);
        definitions.follow(shown);
        difference.follow(shown);
        model.open();
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
            definitions.show(page);
        }
    }

    private void showRows() {
        ShownRows rows = model.shown().value();
        if (rows != null) {
            differences.show(rows);
        }
        counts.setText(rows == null ? "" : rows.counts());
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
        boolean stale = parts.getStyleClass().contains("stale");
        if (running && !stale) {
            parts.getStyleClass().add("stale");
        } else if (!running && stale) {
            parts.getStyleClass().remove("stale");
        }
    }

    @FXML
    private void compare() {
        model.compare();
    }

    @FXML
    private void openTimeline() {
        choosing.turnTimeline();
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
