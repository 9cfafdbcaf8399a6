package dev.plumbline.ui.estate;

import dev.plumbline.model.DatabasePlace;
import dev.plumbline.model.Problem;
import dev.plumbline.ui.control.EmptyState;
import dev.plumbline.ui.control.ProblemPane;
import dev.plumbline.ui.fx.CheckedStates;
import dev.plumbline.ui.fx.Destination;
import dev.plumbline.ui.fx.Navigator;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.ViewLoader;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.collections.MapChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The tree at the window's left. A click or Enter opens a line; arrows only walk. */
public final class EstateTreeController {
    private final EstateViewModel model;
    private final CheckedStates checked;
    private final Navigator navigator;
    private final Runnable addConnection;

    @FXML
    private TextField filter;

    @FXML
    private Button add;

    @FXML
    private TreeView<EstateNode> tree;

    @FXML
    private StackPane notice;

    private final Parent root;
    private @Nullable Destination shown;

    public EstateTreeController(
            EstateViewModel model, CheckedStates checked, Navigator navigator, Runnable addConnection) {
        this.model = model;
        this.checked = checked;
        this.navigator = navigator;
        this.addConnection = addConnection;
        this.root = ViewLoader.load(this);
    }

    @FXML
    private void initialize() {
        add.setTooltip(new Tooltip(Texts.get("estate.add")));
        filter.textProperty().bindBidirectional(model.filterProperty());
        filter.setOnKeyPressed(this::walkFromFilter);
        tree.setRoot(new TreeItem<>());
        tree.setCellFactory(view -> new EstateCell(checked, model.directs().answers(), this::open));
        tree.setOnContextMenuRequested(this::offerMenu);
        tree.setOnKeyPressed(this::openByKey);
        model.lines()
                .addListener((InvalidationListener) source -> show(model.lines().get()));
        model.started().addListener((source, before, after) -> showNotice());
        model.problem().addListener((source, before, after) -> showNotice());
        checked.states().addListener((MapChangeListener<Object, Object>) change -> tree.refresh());
        checked.reasons().addListener((MapChangeListener<Object, Object>) change -> tree.refresh());
        model.directs().answers().addListener((MapChangeListener<Object, Object>) change -> tree.refresh());
        show(model.lines().get());
    }

    @FXML
    private void addConnection() {
        addConnection.run();
    }

    private void walkFromFilter(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN) {
            tree.requestFocus();
            if (tree.getSelectionModel().isEmpty()) {
                tree.getSelectionModel().selectFirst();
            }
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
            filter.clear();
            event.consume();
        }
    }

    private void openByKey(KeyEvent event) {
        TreeItem<EstateNode> chosen = tree.getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.ENTER && chosen != null) {
            open(chosen);
            event.consume();
        }
    }

    /** What can be done with the chosen database; a press of either button has chosen its line. */
    private void offerMenu(ContextMenuEvent event) {
        TreeItem<EstateNode> chosen = tree.getSelectionModel().getSelectedItem();
        Destination to = chosen == null ? null : chosen.getValue().to();
        DatabasePlace place = to == null ? null : to.place();
        if (place != null) {
            MenuItem compare = new MenuItem(Texts.get("compare.menu"));
            compare.setOnAction(chose -> navigator.go(new Destination.Compare(place)));
            ContextMenu menu = new ContextMenu(compare);
            menu.show(tree, event.getScreenX(), event.getScreenY());
            event.consume();
        }
    }

    private void open(TreeItem<EstateNode> line) {
        Destination to = line.getValue().to();
        if (to != null) {
            navigator.go(to);
        } else {
            line.setExpanded(!line.isExpanded());
        }
    }

    private void show(List<EstateNode> lines) {
        TreeItem<EstateNode> before = tree.getSelectionModel().getSelectedItem();
        String chosen = before == null ? "" : before.getValue().key();
        tree.getRoot().getChildren().setAll(EstateItems.of(lines, model));
        tree.getSelectionModel().clearSelection();
        EstateItems.find(tree.getRoot(), chosen)
                .or(() -> shown == null ? Optional.empty() : EstateItems.find(tree.getRoot(), shown))
                .ifPresent(this::mark);
        showNotice();
    }

    /** Marks the line of the place that the window shows, and opens what is above it. */
    public void select(Destination destination) {
        shown = destination;
        EstateItems.reveal(tree.getRoot(), destination)
                .ifPresentOrElse(
                        this::markInView, () -> tree.getSelectionModel().clearSelection());
    }

    /** What was opened from elsewhere may stand far above or below; the tree moves no further than it has to. */
    private void markInView(TreeItem<EstateNode> item) {
        mark(item);
        int row = tree.getRow(item);
        if (row >= 0 && tree.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            IndexedCell<?> first = flow.getFirstVisibleCell();
            IndexedCell<?> last = flow.getLastVisibleCell();
            if (first != null && last != null && row <= first.getIndex()) {
                tree.scrollTo(Math.max(0, row - 2));
            } else if (first != null && last != null && row >= last.getIndex()) {
                tree.scrollTo(Math.max(0, row - (last.getIndex() - first.getIndex()) + 2));
            }
        }
    }

    private void mark(TreeItem<EstateNode> item) {
        tree.getSelectionModel().select(item);
    }

    private void showNotice() {
        boolean nothing = model.lines().get().isEmpty();
        notice.setVisible(nothing);
        notice.getChildren().setAll(nothing ? List.of(reason()) : List.of());
    }

    private Node reason() {
        Problem problem = model.problem().get();
        if (problem != null) {
            return new ProblemPane(problem).offering(Texts.get("retry"), model::readAll);
        }
        if (!model.started().get()) {
            return EmptyState.of(Texts.get("estate.starting"), "");
        }
        if (!model.filterProperty().get().isBlank()) {
            return EmptyState.of(Texts.get("estate.noMatch"), Texts.get("estate.noMatch.words"))
                    .offering(Texts.get("estate.noMatch.clear"), filter::clear);
        }
        return EmptyState.of(Texts.get("estate.none"), Texts.get("estate.none.words"))
                .offering(Texts.get("estate.add"), addConnection);
    }

    public Parent root() {
        return root;
    }

    public void focus() {
        tree.requestFocus();
    }

    /** Takes the keyboard to the filter. */
    public void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }
}
