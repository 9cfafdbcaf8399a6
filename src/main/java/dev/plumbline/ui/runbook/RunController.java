package dev.plumbline.ui.runbook;

import dev.plumbline.model.Problem;
import dev.plumbline.model.Visible;
import dev.plumbline.runbook.run.RunState;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.control.EmptyState;
import dev.plumbline.ui.control.ModalCard;
import dev.plumbline.ui.control.ProblemPane;
import dev.plumbline.ui.control.ProgressStrip;
import dev.plumbline.ui.fx.LayoutMemory;
import dev.plumbline.ui.fx.RememberedSplit;
import dev.plumbline.ui.fx.Screen;
import dev.plumbline.ui.fx.ScreenAction;
import dev.plumbline.ui.fx.Subscriptions;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.Ticks;
import dev.plumbline.ui.fx.ViewLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

/** A run in three columns: its steps, the chosen one, and what happened. */
public final class RunController implements Screen {
    private final RunViewModel model;
    private final LayoutMemory memory;
    private final Runnable left;
    private final Subscriptions shown = new Subscriptions();
    private final Parent root;
    private final Outline outline;

    @FXML
    private ElidedLabel headline;

    @FXML
    private ElidedLabel about;

    @FXML
    private ProgressStrip progress;

    @FXML
    private Button goOn;

    @FXML
    private Button close;

    @FXML
    private VBox notices;

    @FXML
    private SplitPane parts;

    @FXML
    private ScrollPane steps;

    @FXML
    private ScrollPane scroll;

    @FXML
    private VBox detail;

    @FXML
    private ScrollPane evidenceScroll;

    @FXML
    private VBox evidence;

    @FXML
    private VBox heard;

    @FXML
    private ScrollPane catalogScroll;

    @FXML
    private VBox catalog;

    @FXML
    private VBox transcript;

    @FXML
    private VBox instead;

    @FXML
    private ElidedLabel refusal;

    @FXML
    private Button abort;

    @FXML
    private Button skip;

    @FXML
    private Button dryRun;

    @FXML
    private Button preview;

    @FXML
    private Button verify;

    @FXML
    private Button run;

    @FXML
    private ModalCard modal;

    /** {@code left} is told that the run was closed. */
    public RunController(RunViewModel model, LayoutMemory memory, Runnable left) {
        this.model = model;
        this.memory = memory;
        this.left = left;
        this.outline = new Outline(model);
        this.root = ViewLoader.load(this);
    }

    @FXML
    private void initialize() {
        steps.setContent(outline);
        RememberedSplit.install(parts, memory, "runbook.parts");
    }

    @Override
    public void activate() {
        shown.follow(model.jobProperty(), progress::setJob);
        shown.watch(this::showPage, model.pageProperty());
        shown.watch(this::showState, model.pageProperty(), model.problemProperty(), model.busyProperty());
        shown.watch(this::showStep, model.pageProperty(), model.selectedProperty(), model.busyProperty());
        shown.watch(this::showButtons, model.allowed(), model.typedProperty());
        shown.watch(this::showHeard, model.heard());
        Ticks.everySecond(shown, this::tick);
        Scene scene = root.getScene();
        if (scene != null) {
            new RunKeys(
                            Map.of(
                                    KeyCode.D, model::dryRun,
                                    KeyCode.P, model::preview,
                                    KeyCode.R, model::run,
                                    KeyCode.V, model::verify,
                                    KeyCode.S, this::skip,
                                    KeyCode.A, this::abort),
                            modal.openProperty()::get)
                    .install(scene, shown);
        }
        model.readOnce();
    }

    @Override
    public void deactivate() {
        shown.close();
        progress.setJob(null);
    }

    private void tick() {
        RunPage page = model.pageProperty().get();
        RunViewModel.Busy busy = model.busyProperty().get();
        if (page != null && busy != null && busy.isRun()) {
            outline.show(page);
        }
    }

    private void showPage() {
        RunPage page = model.pageProperty().get();
        if (page == null) {
            headline.setText(Texts.get("runbook.run"));
            about.setText("");
            return;
        }
        headline.setText(Visible.text(page.runbook().title()));
        about.setText(Visible.text(Texts.get(
                "runbook.about",
                page.begun("target"),
                page.state().begun().map(StepWords::day).orElse(""),
                page.begun("by"))));
        evidence.getChildren().setAll(EvidenceView.happened(page));
        List<Node> lines = EvidenceView.catalog(page);
        catalog.getChildren().setAll(lines);
        if (!lines.isEmpty()) {
            catalog.getChildren().add(0, StepView.section("runbook.catalog"));
        }
        Words.present(catalogScroll, !lines.isEmpty());
        transcript.getChildren().setAll(transcript(page));
        toTheEnd();
    }

    private static Node transcript(RunPage page) {
        boolean holds = page.broken().isEmpty();
        return Words.of(
                holds
                        ? "✓ " + Texts.get("runbook.chain", page.entries().size())
                        : "▲ " + Texts.get("runbook.chain.broken", page.broken()),
                holds ? "ok-text" : "danger-text");
    }

    private void showState() {
        RunPage page = model.pageProperty().get();
        Words.present(parts, page != null);
        instead.getChildren().setAll(page != null ? List.of() : List.of(insteadOfParts()));
        List<Node> above = new ArrayList<>();
        Problem failed = model.problemProperty().get();
        if (failed != null) {
            ProblemPane pane = new ProblemPane(failed);
            above.add(page == null ? pane.offering(Texts.get("retry"), model::readAgain) : pane);
        }
        if (page != null) {
            end(page, above);
        }
        notices.getChildren().setAll(above);
        Words.present(notices, !above.isEmpty());
        Words.present(goOn, model.canGoOn());
        Words.present(close, page != null && page.isOpen() && !page.isEnded());
        close.setDisable(model.busyProperty().get() != null);
        if (page != null) {
            outline.show(page);
        }
    }

    private static void end(RunPage page, List<Node> above) {
        if (!page.broken().isEmpty()) {
            above.add(card("▲ " + Texts.get("runbook.chain.told", page.broken()), "danger"));
        }
        if (page.state().ending() == RunState.Ending.FINISHED) {
            above.add(card("✓ " + Texts.get("runbook.end.finished"), "plain"));
        } else if (page.state().ending() == RunState.Ending.ABORTED) {
            above.add(card("▲ " + Texts.get("runbook.end.aborted"), "warning"));
        } else if (!page.isOpen() && page.broken().isEmpty()) {
            above.add(card(Texts.get("runbook.end.open"), "plain"));
        }
    }

    private static Node card(String text, String style) {
        VBox card = new VBox(Words.of(text));
        card.getStyleClass().addAll("card", style);
        return card;
    }

    private Node insteadOfParts() {
        return model.problemProperty().get() == null
                ? EmptyState.of(Texts.get("runbook.reading"), Texts.get("runbook.reading.words"))
                : EmptyState.of(Texts.get("runbook.unread"), "");
    }

    private void showStep() {
        RunPage page = model.pageProperty().get();
        if (page != null) {
            outline.mark();
            outline.reveal(steps);
            detail.getChildren()
                    .setAll(model.step()
                            .map(step -> new StepView(model).of(page, step))
                            .orElseGet(() -> List.of(Words.of(Texts.get("runbook.no.steps"), "muted"))));
            scroll.setVvalue(0);
        }
        showButtons();
    }

    private void showButtons() {
        boolean person = model.asksAPerson();
        String no = model.runRefusal();
        run.setDisable(!no.isEmpty());
        Words.present(run, !person);
        Words.present(preview, !person);
        preview.setDisable(!model.previewRefusal().isEmpty());
        Words.present(verify, model.verifyRefusal().isEmpty());
        skip.setDisable(!model.skipRefusal().isEmpty());
        abort.setDisable(!model.abortRefusal().isEmpty());
        dryRun.setDisable(!model.abortRefusal().isEmpty());
        String said = person ? model.answerRefusal() : no;
        refusal.setText(Visible.text(said));
        run.getStyleClass().remove("primary");
        preview.getStyleClass().remove("primary");
        boolean previewsFirst = run.isDisabled()
                && !preview.isDisabled()
                && model.previewOf(model.selectedProperty().get()).isEmpty();
        (previewsFirst ? preview : run).getStyleClass().add("primary");
    }

    private void showHeard() {
        heard.getChildren().setAll(EvidenceView.heard(model.heard()));
        Words.present(heard, !model.heard().isEmpty());
        toTheEnd();
    }

    /** The newest is below: it is what one looks for. */
    private void toTheEnd() {
        evidenceScroll.applyCss();
        evidenceScroll.layout();
        evidenceScroll.setVvalue(1);
    }

    @FXML
    private void dryRun() {
        model.dryRun();
    }

    @FXML
    private void preview() {
        model.preview();
    }

    @FXML
    private void run() {
        model.run();
    }

    @FXML
    private void verify() {
        model.verify();
    }

    @FXML
    private void skip() {
        if (model.skipRefusal().isEmpty()) {
            ask("runbook.skip.title", "runbook.skip.words", "runbook.skip.yes", model::skip);
        }
    }

    @FXML
    private void abort() {
        if (model.abortRefusal().isEmpty()) {
            ask("runbook.abort.title", "runbook.abort.words", "runbook.abort.yes", model::abort);
        }
    }

    private void ask(String title, String words, String yes, Consumer<String> agreed) {
        ReasonCard card = new ReasonCard(
                Texts.get(title, model.selectedProperty().get()),
                Texts.get(words),
                Texts.get(yes),
                reason -> {
                    modal.hide();
                    agreed.accept(reason);
                },
                modal::hide);
        modal.show(card, card.first(), () -> {});
    }

    @FXML
    private void goOn() {
        model.goOn();
    }

    @FXML
    private void leave() {
        model.close();
        left.run();
    }

    @FXML
    private void export() {
        RunPage page = model.pageProperty().get();
        if (page != null) {
            model.actions().chooseFile().apply(page.id() + ".jsonl").ifPresent(file -> model.export(page, file));
        }
    }

    @FXML
    private void openFolder() {
        RunPage page = model.pageProperty().get();
        if (page != null) {
            model.actions().openFolder().accept(page.folder());
        }
    }

    @Override
    public List<ScreenAction> actions() {
        List<ScreenAction> all = new ArrayList<>();
        offer(all, "runbook.preview.do", "P", model.previewRefusal(), model::preview);
        offer(all, "runbook.run.do", "R", model.runRefusal(), model::run);
        offer(all, "runbook.verify.do", "V", model.verifyRefusal(), model::verify);
        offer(all, "runbook.skip.do", "S", model.skipRefusal(), this::skip);
        offer(all, "runbook.abort.do", "A", model.abortRefusal(), this::abort);
        return all;
    }

    private static void offer(List<ScreenAction> all, String key, String shortcut, String refused, Runnable run) {
        if (refused.isEmpty()) {
            all.add(new ScreenAction(Texts.get(key), shortcut, run));
        }
    }

    @Override
    public void readAgain() {
        model.readAgain();
    }

    /** Esc closes a question, else it cancels what runs. */
    @Override
    public boolean dismiss() {
        if (modal.dismiss()) {
            return true;
        }
        boolean runs = model.busyProperty().get() != null;
        model.cancel();
        return runs;
    }

    @Override
    public boolean holdsWork() {
        return model.busyProperty().get() != null;
    }

    @Override
    public void letGo() {
        model.close();
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
