package dev.plumbline.ui.why;

import static dev.plumbline.ui.control.Visibility.present;

import dev.plumbline.operation.AccessReport;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.control.ProgressStrip;
import dev.plumbline.ui.control.Suggestions;
import dev.plumbline.ui.fx.Screen;
import dev.plumbline.ui.fx.Subscriptions;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.ViewLoader;
import dev.plumbline.ui.reading.Reading;
import dev.plumbline.ui.staging.Stager;
import dev.plumbline.ui.why.WhyViewModel.RecentQuestion;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Asks and shows why a role may or may not do something. */
public final class WhyController implements Screen {
    private final WhyViewModel model;
    private final String name;
    private final Supplier<Optional<AskedQuestion>> asked;
    private final Stager stager;
    private final Subscriptions shown = new Subscriptions();
    private final ReadOnlyStringWrapper connection = new ReadOnlyStringWrapper("");
    private final Parent root;

    @FXML
    private StackPane over;

    @FXML
    private ElidedLabel title;

    @FXML
    private ProgressStrip progress;

    @FXML
    private HBox bar;

    @FXML
    private TextField role;

    @FXML
    private ComboBox<String> privilege;

    @FXML
    private TextField object;

    @FXML
    private TextField column;

    @FXML
    private Label roleMistake;

    @FXML
    private Label privilegeMistake;

    @FXML
    private Label objectMistake;

    @FXML
    private Label columnMistake;

    @FXML
    private ScrollPane scroll;

    @FXML
    private VBox notices;

    @FXML
    private VBox answer;

    @FXML
    private VBox recentPane;

    @FXML
    private ListView<RecentQuestion> recent;

    private List<Suggestions> suggestions = List.of();

    /** {@code name} is the Database's; {@code asked} gives a question from elsewhere when this is shown, once. */
    public WhyController(WhyViewModel model, String name, Supplier<Optional<AskedQuestion>> asked, Stager stager) {
        this.model = model;
        this.name = name;
        this.asked = asked;
        this.stager = stager;
        this.root = ViewLoader.load(this);
    }

    @FXML
    private void initialize() {
        title.setText(Texts.get("why.title", name));
        role.textProperty().bindBidirectional(model.form().role());
        object.textProperty().bindBidirectional(model.form().object());
        column.textProperty().bindBidirectional(model.form().column());
        privilege.setItems(model.form().privileges());
        privilege.valueProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.form().privilege().set(chosen);
            }
        });
        model.form().privilege().subscribe(chosen -> privilege.setValue(chosen));
        model.form()
                .privileges()
                .subscribe(() -> privilege.setValue(model.form().privilege().get()));
        mistake(roleMistake, model.form().roleMistake());
        mistake(privilegeMistake, model.form().privilegeMistake());
        mistake(objectMistake, model.form().objectMistake());
        mistake(columnMistake, model.form().columnMistake());
        suggestions = List.of(
                Suggestions.install(over, role, model::rolesLike),
                Suggestions.install(over, object, model::objectsLike),
                Suggestions.install(over, column, model::columnsLike));
        bar.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                ask();
                event.consume();
            }
        });
        recent.setItems(model.recent());
        recent.setCellFactory(view -> new RecentCell());
        recent.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> askAgain());
        recent.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                askAgain();
            }
        });
        over.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                ask();
                event.consume();
            }
        });
    }

    private static void mistake(Label label, StringProperty text) {
        label.textProperty().bind(text);
        label.visibleProperty().bind(text.isNotEmpty());
        label.managedProperty().bind(text.isNotEmpty());
    }

    @Override
    public void activate() {
        shown.watch(
                this::showJob, model.reading().jobProperty(), model.answering().jobProperty());
        shown.watch(
                () -> {
                    AccessReport report = model.reading().value();
                    connection.set(report == null ? "" : report.connection().shown());
                },
                model.reading().valueProperty());
        shown.watch(
                this::showState,
                model.reading().phaseProperty(),
                model.reading().valueProperty(),
                model.answering().phaseProperty());
        shown.watch(
                () -> showAnswer(model.answering().value()), model.answering().valueProperty());
        shown.watch(() -> present(recentPane, !model.recent().isEmpty()), model.recent());
        model.open();
        asked.get().ifPresent(model::ask);
    }

    @Override
    public void deactivate() {
        shown.close();
        progress.setJob(null);
    }

    private void showJob() {
        var answering = model.answering().jobProperty().get();
        progress.setJob(
                answering != null ? answering : model.reading().jobProperty().get());
    }

    private void showState() {
        notices.getChildren().setAll(WhyNotices.of(model));
        notices.getChildren().addAll(WhyNotices.instead(model));
        present(notices, !notices.getChildren().isEmpty());
        boolean stale = model.answering().phase() != Reading.Phase.READY
                || model.reading().phase().isRunning();
        answer.getStyleClass().remove("stale");
        if (stale) {
            answer.getStyleClass().add("stale");
        }
    }

    private void showAnswer(@Nullable ToldAnswer told) {
        present(answer, told != null);
        answer.getChildren().setAll(told == null ? List.of() : AnswerView.of(told, stager));
        scroll.setVvalue(0);
        showState();
    }

    @FXML
    private void ask() {
        suggestions.forEach(Suggestions::close);
        model.ask();
    }

    private void askAgain() {
        RecentQuestion chosen = recent.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            model.ask(chosen.asked());
        }
    }

    @Override
    @FXML
    public void readAgain() {
        model.readAgain();
    }

    @Override
    public boolean dismiss() {
        boolean open = suggestions.stream().anyMatch(Suggestions::isOpen);
        suggestions.forEach(Suggestions::close);
        return open;
    }

    @Override
    public ObservableValue<String> connection() {
        return connection.getReadOnlyProperty();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public String title() {
        return Texts.get("why.title", name);
    }
}
