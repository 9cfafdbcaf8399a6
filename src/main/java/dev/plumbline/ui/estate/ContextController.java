package dev.plumbline.ui.estate;

import dev.plumbline.model.EstateContext;
import dev.plumbline.model.EstateResource;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.control.ProgressStrip;
import dev.plumbline.ui.control.TableCopy;
import dev.plumbline.ui.control.VisibleCell;
import dev.plumbline.ui.fx.Destination;
import dev.plumbline.ui.fx.Screen;
import dev.plumbline.ui.fx.ScreenAction;
import dev.plumbline.ui.fx.Subscriptions;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.Ticks;
import dev.plumbline.ui.fx.ViewLoader;
import dev.plumbline.ui.text.Age;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;

/** One context: what it holds as a table, or why it could not be read. */
public final class ContextController implements Screen {
    private static final String UPGRADES = "DBUpgrade";
    private final String context;
    private final Estate estate;
    private final Subscriptions subscriptions = new Subscriptions();
    private final Parent root;
    private List<EstateResource> listed = List.of();

    @FXML
    private ElidedLabel title;

    @FXML
    private Label age;

    @FXML
    private ProgressStrip progress;

    @FXML
    private Button mode;

    @FXML
    private ElidedLabel server;

    @FXML
    private VBox notices;

    @FXML
    private TableView<EstateResource> table;

    @FXML
    private TableColumn<EstateResource, EstateResource> state;

    @FXML
    private TableColumn<EstateResource, String> name;

    @FXML
    private TableColumn<EstateResource, String> namespace;

    @FXML
    private TableColumn<EstateResource, String> kind;

    @FXML
    private TableColumn<EstateResource, String> phase;

    @FXML
    private TableColumn<EstateResource, String> detail;

    public ContextController(String context, Estate estate) {
        this.context = context;
        this.estate = estate;
        this.root = ViewLoader.load(this);
    }

    @FXML
    private void initialize() {
        title.setText(context);
        state.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        state.setCellFactory(column -> new StateCell(estate.checked()));
        text(name, resource -> resource.ref().name());
        text(namespace, resource -> resource.ref().namespace());
        text(kind, EstateResource::kind);
        text(phase, EstateResource::phase);
        text(detail, EstateResource::detail);
        TableCopy.install(table);
        table.setVisible(false);
        table.setRowFactory(view -> openedByDoubleClick());
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openChosen();
            }
        });
    }

    private static void text(TableColumn<EstateResource, String> column, Function<EstateResource, String> of) {
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(of.apply(row.getValue())));
        column.setCellFactory(view -> new VisibleCell<>());
    }

    private TableRow<EstateResource> openedByDoubleClick() {
        TableRow<EstateResource> row = new TableRow<>();
        row.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && !row.isEmpty()) {
                openChosen();
            }
        });
        return row;
    }

    private void openChosen() {
        EstateResource chosen = table.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            estate.navigator().go(EstateTree.destinationOf(chosen));
        }
    }

    @Override
    public void activate() {
        subscriptions.follow(
                estate.model().states(), all -> estate.model().find(context).ifPresent(this::show));
        subscriptions.follow(estate.model().readingOf(context), progress::setJob);
        subscriptions.watch(
                table::refresh, estate.checked().states(), estate.checked().reasons());
        Ticks.everySecond(subscriptions, this::showAge);
        if (estate.model().find(context).filter(ContextState::isUnread).isPresent()) {
            readAgain();
        }
    }

    @Override
    public void deactivate() {
        subscriptions.close();
        progress.setJob(null);
    }

    @Override
    public List<ScreenAction> actions() {
        Optional<ContextState> now = estate.model().find(context);
        boolean served = now.flatMap(ContextState::estate)
                .filter(read -> read.missingSystems().stream().noneMatch(missing -> missing.startsWith(UPGRADES)))
                .isPresent();
        String written = now.map(state -> state.entry().namespace()).orElse("");
        Destination compose = new Destination.NewUpgrade(context, written.isEmpty() ? "default" : written);
        return served
                ? List.of(new ScreenAction(
                        Texts.get("compose.palette"),
                        "",
                        () -> estate.navigator().go(compose)))
                : List.of();
    }

    private void show(ContextState now) {
        server.setText(
                Texts.get("context.server", now.entry().server(), now.entry().user()));
        mode.setText(Texts.get("context.mode", Texts.get("mode." + now.mode())));
        notices.getChildren().setAll(ContextNotices.of(now, estate));
        notices.setVisible(!notices.getChildren().isEmpty());
        notices.setManaged(notices.isVisible());
        List<EstateResource> resources =
                now.estate().map(EstateContext::resources).orElse(List.of());
        if (resources != listed) {
            listed = resources;
            table.setVisible(!resources.isEmpty());
            table.getItems().setAll(resources);
            table.sort();
        }
    }

    private void showAge() {
        age.setText(estate.model().find(context).map(this::ageOf).orElse(""));
    }

    private String ageOf(ContextState now) {
        return now.estate()
                .map(read -> Texts.get(
                        "context.age",
                        read.resources().size(),
                        Age.ago(now.readAt(), estate.clock().instant())))
                .orElse("");
    }

    @FXML
    private void chooseMode() {
        SafeModePopOver.show(mode, context, estate.model());
    }

    @Override
    @FXML
    public void readAgain() {
        estate.model().readContext(context);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public String title() {
        return context;
    }
}
