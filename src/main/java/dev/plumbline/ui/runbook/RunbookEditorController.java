package dev.plumbline.ui.runbook;

import dev.plumbline.model.Problem;
import dev.plumbline.model.Visible;
import dev.plumbline.runbook.library.RunbookFiles;
import dev.plumbline.runbook.lint.RunbookFinding;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.control.EmptyState;
import dev.plumbline.ui.control.ProblemPane;
import dev.plumbline.ui.control.ProgressStrip;
import dev.plumbline.ui.fx.Screen;
import dev.plumbline.ui.fx.ScreenAction;
import dev.plumbline.ui.fx.Subscriptions;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.ViewLoader;
import dev.plumbline.ui.text.CountWords;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** A runbook's Markdown beside what is wrong with it; choosing a fault goes to its line. */
public final class RunbookEditorController implements Screen {
    private final EditorViewModel model;
    private final Subscriptions shown = new Subscriptions();
    private final PauseTransition pause = new PauseTransition(Duration.millis(400));
    private final Parent root;

    @FXML
    private ElidedLabel headline;

    @FXML
    private ElidedLabel about;

    @FXML
    private ProgressStrip progress;

    @FXML
    private Button save;

    @FXML
    private VBox notices;

    @FXML
    private SplitPane parts;

    @FXML
    private TextArea text;

    @FXML
    private Label count;

    @FXML
    private ListView<RunbookFinding> faults;

    @FXML
    private VBox instead;

    public RunbookEditorController(EditorViewModel model) {
        this.model = model;
        this.root = ViewLoader.load(this);
    }

    @FXML
    private void initialize() {
        text.setEditable(model.isOwn());
        text.textProperty().bindBidirectional(model.textProperty());
        pause.setOnFinished(event -> model.judge());
        faults.setCellFactory(FaultCell::new);
        faults.setPlaceholder(Words.of(Texts.get("editor.none"), "muted"));
        faults.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null) {
                goTo(chosen.place().line());
            }
        });
    }

    @Override
    public void activate() {
        shown.follow(model.reading().jobProperty(), progress::setJob);
        shown.watch(
                this::showState,
                model.reading().phaseProperty(),
                model.saving().phaseProperty(),
                model.textProperty(),
                model.onDiskProperty());
        shown.watch(this::showFaults, model.judging().valueProperty());
        shown.watch(this::judgeSoon, model.textProperty());
        model.readOnce();
    }

    @Override
    public void deactivate() {
        shown.close();
        pause.stop();
        progress.setJob(null);
    }

    /** Once nothing was typed for a moment. */
    private void judgeSoon() {
        if (model.isUnjudged()) {
            pause.playFromStart();
        }
    }

    private void showState() {
        RunbookFiles files = model.reading().value();
        headline.setText(
                files == null
                        ? Texts.get("editor.title")
                        : Visible.text(files.runbook().title()));
        about.setText(Visible.text(model.name()) + " · "
                + Texts.get(!model.isOwn() ? "editor.shipped" : model.isChanged() ? "editor.changed" : "editor.saved"));
        List<Node> above = new ArrayList<>();
        for (Problem failed : problems()) {
            above.add(new ProblemPane(failed));
        }
        notices.getChildren().setAll(above);
        Words.present(notices, !above.isEmpty());
        Words.present(parts, files != null);
        instead.getChildren()
                .setAll(
                        files != null || !above.isEmpty()
                                ? List.of()
                                : List.of(EmptyState.of(Texts.get("begin.reading"), Texts.get("begin.reading.words"))));
        save.setDisable(!model.canSave());
        Words.present(save, model.isOwn());
    }

    private List<Problem> problems() {
        List<Problem> all = new ArrayList<>();
        Problem read = model.reading().problemProperty().get();
        if (read != null) {
            all.add(read);
        }
        Problem written = model.saving().problemProperty().get();
        if (written != null) {
            all.add(written);
        }
        return all;
    }

    private void showFaults() {
        List<RunbookFinding> found = model.judging().value();
        faults.getItems().setAll(found == null ? List.of() : found);
        count.setText(
                found == null
                        ? ""
                        : CountWords.of(found.size(), Texts.get("editor.fault"), Texts.get("editor.faults")));
    }

    private void goTo(int line) {
        String all = text.getText();
        int from = 0;
        for (int number = 1; number < line && from >= 0; number++) {
            from = all.indexOf('\n', from) + 1;
        }
        int end = all.indexOf('\n', from);
        text.requestFocus();
        text.selectRange(from, end < 0 ? all.length() : end);
    }

    @FXML
    private void save() {
        model.save();
    }

    @Override
    public List<ScreenAction> actions() {
        return model.canSave() ? List.of(new ScreenAction(Texts.get("editor.save"), "", model::save)) : List.of();
    }

    @Override
    public void readAgain() {
        model.readAgain();
    }

    /** What was written and not saved is kept. */
    @Override
    public boolean holdsWork() {
        return model.isChanged();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public String title() {
        return headline.getText();
    }
}
