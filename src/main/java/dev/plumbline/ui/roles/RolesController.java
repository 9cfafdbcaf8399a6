package dev.plumbline.ui.roles;

import static dev.plumbline.ui.control.Visibility.present;

import dev.plumbline.access.graph.Inspection;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.AccessReport;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.control.ProgressStrip;
import dev.plumbline.ui.fx.RunningJob;
import dev.plumbline.ui.fx.Screen;
import dev.plumbline.ui.fx.Subscriptions;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.ViewLoader;
import dev.plumbline.ui.reading.Reading;
import dev.plumbline.ui.staging.Stager;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.MasterDetailPane;
import org.jspecify.annotations.Nullable;

/** The role graph of one Database: drawing or tree, with search, overlay, focus and an inspector at the right. */
public final class RolesController implements Screen {
    private final RolesViewModel model;
    private final Stager stager;
    private final GraphPane graph;
    private final Subscriptions shown = new Subscriptions();
    private final ProgressStrip loading = new ProgressStrip();
    private final Parent root;
    private Focus drawnFocus = Focus.EVERYTHING;

    @FXML
    private MasterDetailPane split;

    @FXML
    private ToggleButton asGraph;

    @FXML
    private ToggleButton asTree;

    @FXML
    private TextField search;

    @FXML
    private ToggleButton live;

    @FXML
    private ToggleButton declared;

    @FXML
    private ToggleButton diff;

    @FXML
    private ElidedLabel counts;

    @FXML
    private MenuButton export;

    @FXML
    private ElidedLabel answer;

    @FXML
    private ProgressStrip progress;

    @FXML
    private HBox depths;

    @FXML
    private VBox notices;

    @FXML
    private StackPane place;

    @FXML
    private HBox zoom;

    @FXML
    private Label leftOut;

    @FXML
    private TreeTableView<RelationRow> tree;

    @FXML
    private TreeTableColumn<RelationRow, String> name;

    @FXML
    private TreeTableColumn<RelationRow, String> relation;

    @FXML
    private TreeTableColumn<RelationRow, String> detail;

    @FXML
    private StackPane instead;

    @FXML
    private ElidedLabel inspectorTitle;

    @FXML
    private VBox inspector;

    private final InspectorView inspecting;
    private final RelationsTree relations;
    private final OverlaySwitch overlays;
    private final DepthSwitch depth;

    public RolesController(RolesViewModel model, Stager stager) {
        this.model = model;
        this.stager = stager;
        this.graph = new GraphPane(model::choose, model::open, this::chooseNothing);
        this.root = ViewLoader.load(this);
        this.inspecting = new InspectorView(inspector, id -> model.choose(id, false));
        this.relations = new RelationsTree(tree, id -> model.choose(id, false));
        this.overlays = new OverlaySwitch(model, live, declared, diff);
        this.depth = new DepthSwitch(model, depths);
        relations.columns(name, relation, detail);
        ExportMenu.fill(export, model, graph);
        place.getChildren().add(0, graph);
        loading.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        search.textProperty().bindBidirectional(model.searchProperty());
        graph.leftOut().subscribe(count -> {
            leftOut.setText(Texts.get("roles.leftOut", count));
            leftOut.setVisible(count.intValue() > 0 && graph.isVisible());
        });
    }

    @Override
    public void activate() {
        shown.watch(this::showDrawing, model.drawing().valueProperty());
        overlays.follow(shown);
        depth.follow(shown);
        shown.watch(this::showOverlay, model.overlayProperty());
        shown.follow(model.foundProperty(), found -> {
            graph.light(found);
            answer.setText(found.words());
        });
        shown.watch(
                this::showChosen,
                model.chosenProperty(),
                model.foundProperty(),
                model.drawing().valueProperty());
        shown.watch(
                this::showState,
                model.access().reading().phaseProperty(),
                model.access().reading().problemProperty(),
                model.drawing().phaseProperty(),
                model.drawing().valueProperty());
        shown.watch(
                this::showJob,
                model.access().reading().jobProperty(),
                model.drawing().jobProperty());
        model.access().readOnce();
    }

    @Override
    public void deactivate() {
        shown.close();
        progress.setJob(null);
        loading.setJob(null);
    }

    private void showDrawing() {
        Drawing now = model.drawing().value();
        if (now == null) {
            return;
        }
        graph.show(now.layout());
        if (!model.focusProperty().get().equals(drawnFocus)) {
            drawnFocus = model.focusProperty().get();
            graph.showWell();
        }
        counts.setText(model.counts());
        relations.show(now.graph(), model.overlayProperty().get());
    }

    private void showOverlay() {
        graph.show(model.overlayProperty().get());
        Drawing now = model.drawing().value();
        if (now != null) {
            relations.show(now.graph(), model.overlayProperty().get());
        }
    }

    private void showChosen() {
        List<String> chosen = model.chosenProperty().get();
        Optional<Inspection> one = model.inspection();
        boolean two = chosen.size() == 2 && !model.foundProperty().get().all();
        one.ifPresent(inspection -> {
            inspectorTitle.setText(inspection.title());
            inspecting.show(inspection);
        });
        if (two) {
            inspectorTitle.setText(Texts.get("roles.paths"));
            inspecting.show(model.foundProperty().get());
        }
        Drawing now = model.drawing().value();
        if (now != null) {
            MembershipStaging staging = new MembershipStaging(now.whole(), stager);
            one.flatMap(inspection -> staging.of(chosen.get(0))).ifPresent(inspecting::add);
            if (two) {
                staging.between(
                                chosen.get(0),
                                chosen.get(1),
                                model.foundProperty().get())
                        .ifPresent(inspecting::add);
            }
        }
        split.setShowDetailNode(one.isPresent() || two);
        graph.mark(chosen);
    }

    private void showState() {
        notices.getChildren().setAll(RolesNotices.of(model));
        present(notices, !notices.getChildren().isEmpty());
        boolean drawn = model.drawing().value() != null;
        present(split, drawn);
        instead.getChildren().setAll(drawn ? List.of() : List.of(InsteadOfDrawing.of(model, loading)));
        present(instead, !drawn);
        graph.getStyleClass().remove("stale");
        if (drawn && model.access().reading().phase() != Reading.Phase.READY) {
            graph.getStyleClass().add("stale");
        }
        export.setDisable(!drawn);
        showJob();
    }

    private void showJob() {
        RunningJob reading = model.access().reading().jobProperty().get();
        RunningJob now =
                reading != null ? reading : model.drawing().jobProperty().get();
        boolean drawn = model.drawing().value() != null;
        loading.setJob(drawn ? null : now);
        progress.setJob(drawn ? now : null);
    }

    private void chooseNothing() {
        if (!model.chosenProperty().get().isEmpty()) {
            model.dismiss();
        }
    }

    @FXML
    private void showAsGraph() {
        showAs(true);
    }

    @FXML
    private void showAsTree() {
        showAs(false);
    }

    private void showAs(boolean drawing) {
        asGraph.setSelected(drawing);
        asTree.setSelected(!drawing);
        graph.setVisible(drawing);
        zoom.setDisable(!drawing);
        leftOut.setVisible(drawing && graph.leftOut().get() > 0);
        tree.setVisible(!drawing);
        (drawing ? graph : tree).requestFocus();
    }

    @FXML
    private void chooseFound() {
        if (model.chooseFirstFound()) {
            graph.requestFocus();
        }
    }

    @FXML
    private void zoomIn() {
        graph.zoom(1.25);
    }

    @FXML
    private void zoomOut() {
        graph.zoom(0.8);
    }

    @FXML
    private void fit() {
        graph.fit();
    }

    @FXML
    private void closeInspector() {
        chooseNothing();
    }

    @Override
    public void readAgain() {
        model.access().readAgain();
    }

    @Override
    public boolean dismiss() {
        return model.dismiss();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public String title() {
        return Texts.get("roles.title", Visible.text(model.access().place().name()));
    }

    @Override
    public ObservableValue<String> connection() {
        return model.access()
                .reading()
                .valueProperty()
                .map(RolesController::words)
                .orElse("");
    }

    private static String words(@Nullable AccessReport report) {
        return report == null ? "" : report.connection().shown();
    }
}
