package dev.plumbline.ui.roles;

import static dev.plumbline.ui.control.Visibility.present;

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
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.MasterDetailPane;
import org.jspecify.annotations.Nullable;

/** The role graph of one Database: drawing or tree, with search, overlay, focus and an inspector at the right. */
public final class RolesController implements Screen {
    private final RolesViewModel model;
    private final GraphPane graph;
    private final Subscriptions shown = new Subscriptions();
    private final ProgressStrip loading = new ProgressStrip();
    private final Parent root;

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
    private VBox barPlace;

    @FXML
    private VBox notices;

    @FXML
    private StackPane instead;

    private final InspectorController inspector;
    private final DrawingController drawing;
    private final OverlaySwitch overlays;
    private final DrawingBarController bar;

    public RolesController(RolesViewModel model, Stager stager) {
        this.model = model;
        this.graph = new GraphPane(model::choose, model::open, this::chooseNothing);
        this.root = ViewLoader.load(this);
        this.inspector = new InspectorController(model, stager, this::chooseNothing);
        split.setDetailNode(inspector.root());
        this.drawing = new DrawingController(model, graph);
        split.setMasterNode(drawing.root());
        this.overlays = new OverlaySwitch(model, live, declared, diff);
        this.bar = new DrawingBarController(model, graph);
        barPlace.getChildren().setAll(bar.root());
        ExportMenu.fill(export, model, graph);
        loading.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        search.textProperty().bindBidirectional(model.searchProperty());
    }

    @Override
    public void activate() {
        shown.watch(this::showDrawing, model.drawing().valueProperty());
        overlays.follow(shown);
        shown.watch(drawing::showOverlay, model.overlayProperty());
        bar.follow(shown);
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
        bar.setJob(null);
        loading.setJob(null);
    }

    private void showDrawing() {
        Drawing now = model.drawing().value();
        if (now != null) {
            drawing.show(now);
            counts.setText(model.counts());
        }
    }

    private void showChosen() {
        split.setShowDetailNode(inspector.show());
        graph.mark(model.chosenProperty().get());
    }

    private void showState() {
        notices.getChildren().setAll(RolesNotices.of(model));
        present(notices, !notices.getChildren().isEmpty());
        boolean drawn = model.drawing().value() != null;
        present(split, drawn);
        instead.getChildren().setAll(drawn ? List.of() : List.of(InsteadOfDrawing.of(model, loading)));
        present(instead, !drawn);
        drawing.setStale(drawn && model.access().reading().phase() != Reading.Phase.READY);
        export.setDisable(!drawn);
        showJob();
    }

    private void showJob() {
        RunningJob reading = model.access().reading().jobProperty().get();
        RunningJob now =
                reading != null ? reading : model.drawing().jobProperty().get();
        boolean drawn = model.drawing().value() != null;
        loading.setJob(drawn ? null : now);
        bar.setJob(drawn ? now : null);
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

    private void showAs(boolean drawn) {
        asGraph.setSelected(drawn);
        asTree.setSelected(!drawn);
        bar.setDrawing(drawn);
        drawing.showAs(drawn);
    }

    @FXML
    private void chooseFound() {
        if (model.chooseFirstFound()) {
            graph.requestFocus();
        }
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
