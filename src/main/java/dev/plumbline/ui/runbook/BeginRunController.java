package dev.plumbline.ui.runbook;

import dev.plumbline.model.Problem;
import dev.plumbline.model.Visible;
import dev.plumbline.runbook.document.Input;
import dev.plumbline.runbook.document.InputType;
import dev.plumbline.runbook.document.Runbook;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.control.EmptyState;
import dev.plumbline.ui.control.ProblemPane;
import dev.plumbline.ui.control.ProgressStrip;
import dev.plumbline.ui.fx.RunningJob;
import dev.plumbline.ui.fx.Screen;
import dev.plumbline.ui.fx.Subscriptions;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.ViewLoader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** The inputs of a runbook beside the steps that it has, before anything of it begins. */
public final class BeginRunController implements Screen {
    private static final Input NAMESPACE =
            new Input("namespace", InputType.NAMESPACE, Texts.get("begin.namespace"), Optional.empty(), List.of(), 0);
    private final BeginRunViewModel model;
    private final Subscriptions shown = new Subscriptions();
    private final List<InputField> fields = new ArrayList<>();
    private final PauseTransition pause = new PauseTransition(Duration.millis(300));
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
    private VBox form;

    @FXML
    private VBox steps;

    @FXML
    private VBox instead;

    @FXML
    private ElidedLabel target;

    @FXML
    private Button begin;

    public BeginRunController(BeginRunViewModel model) {
        this.model = model;
        this.root = ViewLoader.load(this);
        pause.setOnFinished(event -> read(false));
    }

    @Override
    public void activate() {
        shown.watch(this::showJob, model.asking().jobProperty(), model.offers().jobProperty());
        shown.watch(this::showForm, model.asking().valueProperty());
        shown.watch(
                this::showState, model.asking().phaseProperty(), model.begun().phaseProperty());
        shown.watch(this::showOffers, model.offers().changesProperty());
        model.readOnce();
    }

    @Override
    public void deactivate() {
        shown.close();
        pause.stop();
        progress.setJob(null);
    }

    private void showJob() {
        RunningJob asks = model.asking().jobProperty().get();
        progress.setJob(asks != null ? asks : model.offers().jobProperty().get());
    }

    private void showForm() {
        BeginRunViewModel.Asked asked = model.asked();
        if (asked == null) {
            headline.setText(Texts.get("begin.title"));
            about.setText("");
            return;
        }
        Runbook runbook = asked.files().runbook();
        headline.setText(Visible.text(runbook.title()));
        about.setText(Visible.text(runbook.purpose()));
        if (fields.isEmpty()) {
            make(runbook);
        }
        read(false);
        steps.getChildren().setAll(BeginOutline.of(asked));
    }

    private void make(Runbook runbook) {
        if (model.asksForNamespace()) {
            fields.add(new InputField(NAMESPACE, "", this::changed, () -> read(true)));
        }
        runbook.inputs().stream()
                .filter(model::isAsked)
                .forEach(input ->
                        fields.add(new InputField(input, model.known(input.type()), this::changed, () -> read(true))));
        List<Node> all = new ArrayList<>(fields);
        if (fields.isEmpty()) {
            all.add(Words.of(Texts.get("begin.none"), "muted"));
        }
        form.getChildren().setAll(all);
    }

    /** Another server is only asked once nothing was typed for a moment. */
    private void changed() {
        offer();
        showTarget();
        pause.playFromStart();
    }

    private void read(boolean anew) {
        model.offer(fields.stream().map(InputField::input).toList(), namespace(), given(), anew);
        offer();
    }

    private void showOffers() {
        offer();
        showState();
    }

    /** An answer that there is no other to stands in its field by itself; what the other fields offer may rest on it. */
    private void offer() {
        String namespace = namespace();
        Map<String, String> given = given();
        fields.forEach(field -> field.offer(model.offered(field.input(), namespace, given)));
        showTarget();
        if (!given.equals(given()) || !namespace.equals(namespace())) {
            read(false);
        }
    }

    private String namespace() {
        return model.asksForNamespace() && !fields.isEmpty() ? fields.get(0).value() : model.namespace();
    }

    private void showState() {
        BeginRunViewModel.Asked asked = model.asked();
        List<Node> above = new ArrayList<>();
        Problem unread = model.asking().problemProperty().get();
        if (unread != null) {
            above.add(new ProblemPane(unread).offering(Texts.get("retry"), model::readAgain));
        }
        model.offers()
                .problems()
                .forEach(problem -> above.add(new ProblemPane(problem).offering(Texts.get("retry"), () -> read(true))));
        Problem refused = model.begun().problemProperty().get();
        if (refused != null) {
            above.add(new ProblemPane(refused));
        }
        if (asked != null) {
            asked.files().runbook().faults().forEach(fault -> above.add(Words.of("▲ " + fault.shown(), "danger-text")));
        }
        notices.getChildren().setAll(above);
        Words.present(notices, !above.isEmpty());
        Words.present(parts, asked != null);
        instead.getChildren()
                .setAll(
                        asked != null || unread != null
                                ? List.of()
                                : List.of(EmptyState.of(Texts.get("begin.reading"), Texts.get("begin.reading.words"))));
        begin.setDisable(asked == null || !asked.files().runbook().faults().isEmpty() || model.isBeginning());
        showTarget();
    }

    private void showTarget() {
        target.setText(Visible.text(model.target(namespace())));
    }

    @FXML
    private void begin() {
        fields.forEach(InputField::tell);
        Optional<InputField> wrong =
                fields.stream().filter(InputField::isRefused).findFirst();
        if (wrong.isPresent()) {
            wrong.get().requestFocus();
            return;
        }
        model.begin(namespace(), given());
    }

    private Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        List<InputField> asked =
                model.asksForNamespace() && !fields.isEmpty() ? fields.subList(1, fields.size()) : fields;
        asked.stream()
                .filter(field -> !field.value().isEmpty())
                .forEach(field -> given.put(field.name(), field.value()));
        return given;
    }

    @Override
    @FXML
    public void readAgain() {
        model.readAgain();
        read(true);
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
