package dev.plumbline.ui.gates;

import dev.plumbline.drift.gate.GateResult.Stage;
import dev.plumbline.drift.gate.SpecValidation.Refusal;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Visible;
import dev.plumbline.model.upgrade.UpgradeChoices;
import dev.plumbline.operation.UpgradePlan;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.control.ModalCard;
import dev.plumbline.ui.control.ProblemPane;
import dev.plumbline.ui.control.ProgressStrip;
import dev.plumbline.ui.control.Question;
import dev.plumbline.ui.fx.RunningJob;
import dev.plumbline.ui.fx.Screen;
import dev.plumbline.ui.fx.Subscriptions;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.ViewLoader;
import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** A DBUpgrade before it exists: its fields, its YAML, what its webhook would say, its checks computed now, and creating it. */
public final class NewUpgradeController implements Screen {
    private final NewUpgradeViewModel model;
    private final Subscriptions shown = new Subscriptions();
    private final UpgradeForm form;
    private final Parent root;

    @FXML
    private ElidedLabel about;

    @FXML
    private ProgressStrip progress;

    @FXML
    private ScrollPane fields;

    @FXML
    private VBox notices;

    @FXML
    private VBox preview;

    @FXML
    private VBox computed;

    @FXML
    private ElidedLabel refusal;

    @FXML
    private Button plan;

    @FXML
    private Button create;

    @FXML
    private ModalCard modal;

    public NewUpgradeController(NewUpgradeViewModel model) {
        this.model = model;
        this.form = new UpgradeForm(model.namespace(), this::written, model::move);
        this.root = ViewLoader.load(this);
    }

    @FXML
    private void initialize() {
        fields.setContent(form);
        about.setText(Texts.get("compose.about", Visible.text(model.context())));
        written();
    }

    @Override
    public void activate() {
        shown.watch(
                this::showJob,
                model.choices().jobProperty(),
                model.planning().jobProperty(),
                model.creating().jobProperty());
        shown.watch(this::offer, model.choices().valueProperty());
        shown.watch(
                this::showState,
                model.choices().phaseProperty(),
                model.planning().phaseProperty(),
                model.creating().phaseProperty());
        if (model.choices().value() == null && !model.choices().phase().isRunning()) {
            model.readChoices();
        }
    }

    @Override
    public void deactivate() {
        shown.close();
        progress.setJob(null);
    }

    private void showJob() {
        RunningJob creating = model.creating().jobProperty().get();
        RunningJob planning = model.planning().jobProperty().get();
        progress.setJob(
                creating != null
                        ? creating
                        : planning != null
                                ? planning
                                : model.choices().jobProperty().get());
    }

    private void offer() {
        UpgradeChoices choices = model.choices().value();
        if (choices != null) {
            form.offer(choices);
        }
    }

    /** The form says something else than before; while it is being made nobody listens yet. */
    private void written() {
        if (preview == null) {
            return;
        }
        model.write(
                form.draft(model.context(), NewUpgradeViewModel.GROUP, NewUpgradeViewModel.PLURAL), form.mistakes());
        preview.getChildren()
                .setAll(
                        Words.of(Texts.get("compose.preview"), "heading"),
                        new CopiedText(model.yaml(), Texts.get("compose.preview")));
        showState();
    }

    private void showState() {
        UpgradePlan planned = model.planning().value();
        List<Node> above = new ArrayList<>();
        for (Problem failed : problems()) {
            above.add(new ProblemPane(failed));
        }
        form.show(model.refusals()).forEach(rest -> above.add(about(rest)));
        if (planned != null) {
            planned.existing().ifPresent(there -> above.add(Words.of(Texts.get("compose.exists"), "warning-text")));
        }
        if (model.creating().value() != null) {
            Button open = new Button(Texts.get("compose.open"));
            open.setId("open");
            open.setOnAction(event -> model.open());
            above.add(new VBox(8, Words.of(Texts.get("compose.created"), "ok-text"), open));
        }
        notices.getChildren().setAll(above);
        notices.setManaged(!above.isEmpty());
        computed.getChildren().setAll(computed(planned));
        boolean done = model.creating().value() != null;
        refusal.setText(done ? "" : model.refusal());
        create.setDisable(
                done || !model.refusal().isEmpty() || model.creating().phase().isRunning());
        plan.setDisable(model.planning().phase().isRunning());
    }

    private List<Problem> problems() {
        List<Problem> all = new ArrayList<>();
        for (Problem problem : new Problem[] {
            model.choices().problemProperty().get(),
            model.planning().problemProperty().get(),
            model.creating().problemProperty().get()
        }) {
            if (problem != null) {
                all.add(problem);
            }
        }
        return all;
    }

    private static Node about(Refusal refusal) {
        return Words.of("▲ " + refusal.field() + ": " + refusal.text(), "warning-text");
    }

    private static List<Node> computed(@org.jspecify.annotations.Nullable UpgradePlan planned) {
        if (planned == null) {
            return List.of(Words.of(Texts.get("compose.computed.none"), "muted"));
        }
        List<Node> parts = new ArrayList<>();
        parts.add(GatesMain.next(planned.report().gates().next()));
        parts.addAll(GatesMain.checks(planned.report(), Stage.PRE));
        parts.addAll(GatesMain.checks(planned.report(), Stage.POST));
        return parts;
    }

    @FXML
    private void plan() {
        form.tellAll();
        model.plan();
    }

    @FXML
    private void ask() {
        UpgradePlan planned = model.planning().value();
        if (planned == null || !model.refusal().isEmpty()) {
            return;
        }
        Question question = new Question(
                Texts.get("compose.question"),
                model.question(planned),
                Texts.get("compose.question.yes"),
                () -> {
                    modal.hide();
                    model.create(planned);
                },
                modal::hide);
        if (model.asksForName()) {
            question.askingFor(planned.draft().ref().name(), Texts.get("recovery.force.type"));
        }
        modal.show(question, question.first(), () -> {});
    }

    @Override
    @FXML
    public void readAgain() {
        model.readChoices();
    }

    @Override
    public boolean dismiss() {
        return modal.dismiss();
    }

    @Override
    public boolean holdsWork() {
        return model.creating().phase().isRunning();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public String title() {
        return Texts.get("tab.NewUpgrade");
    }
}
