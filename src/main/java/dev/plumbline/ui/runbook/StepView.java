package dev.plumbline.ui.runbook;

import dev.plumbline.model.Problem;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.run.StepState;
import dev.plumbline.runbook.run.StepStatus;
import dev.plumbline.runbook.run.Ways;
import dev.plumbline.runbook.step.Preview;
import dev.plumbline.runbook.transcript.EntryKind;
import dev.plumbline.ui.control.Badge;
import dev.plumbline.ui.control.MarkdownView;
import dev.plumbline.ui.control.ProblemPane;
import dev.plumbline.ui.control.Tone;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The chosen step: what it is for, the exact text that is sent, what its preview said, what verifies it, and how it went. */
final class StepView {
    private final RunViewModel model;
    private final PersonView person;

    StepView(RunViewModel model) {
        this.model = model;
        this.person = new PersonView(model);
    }

    /** The button by which a person ends the step that was laid out last; it belongs below. */
    Optional<Button> answer() {
        return person.answer();
    }

    List<Node> of(RunPage page, StepState written) {
        StepState step = asItIs(written);
        Block block = step.block();
        Optional<Preview> preview = model.previewOf(block.id());
        List<Node> parts = new ArrayList<>();
        parts.add(head(page, step, preview));
        if (!block.prose().isEmpty()) {
            parts.add(new MarkdownView(Words.escaped(block.prose())));
        }
        block.dependsOn()
                .ifPresent(other -> parts.add(Words.of(
                        Texts.get(block.has(Block.GIVEN) ? "runbook.given" : "runbook.unless", other), "muted")));
        outcome(page, step).ifPresent(parts::add);
        if (model.rules().asksAPerson()) {
            parts.addAll(person.of(page, step));
        } else {
            parts.addAll(command(block, preview));
            preview.ifPresent(seen -> parts.addAll(new PreviewView(model).of(seen, page.overtaking(block.id(), seen))));
            parts.addAll(verifying(page, block));
        }
        boolean saw = step.status() == StepStatus.VERIFIED || step.status() == StepStatus.NOT_VERIFIED;
        if (saw && !step.evidence().isEmpty()) {
            parts.add(section("runbook.evidence.step"));
            Label lines = Words.lines(String.join("\n", step.evidence()), "mono", "code");
            lines.setId("stepEvidence");
            parts.add(lines);
        }
        return parts;
    }

    /** While it runs here nothing of what was told of it before holds. */
    private StepState asItIs(StepState written) {
        RunWork.Busy busy = model.busyProperty().get();
        return busy != null
                        && busy.isRun()
                        && busy.step().equals(written.block().id())
                ? written.with(StepStatus.RUNNING)
                : written;
    }

    private static Node head(RunPage page, StepState step, Optional<Preview> preview) {
        Block block = step.block();
        Label title = Words.of(block.title().isEmpty() ? block.id() : block.title(), "step-title");
        Badge state = new Badge(
                StepWords.sign(step.status()) + " " + StepWords.word(page, step.status()), tone(step.status()));
        state.setId("stepState");
        FlowPane line = new FlowPane(
                8,
                4,
                title,
                StepWords.badge(preview.map(Preview::stepClass).orElseGet(() -> page.classOf(block.id()))),
                state);
        line.setRowValignment(VPos.CENTER);
        title.maxWidthProperty().bind(line.widthProperty());
        return new VBox(line, Words.of(block.kind().words() + " · " + block.id(), "small", "muted"));
    }

    private static Tone tone(StepStatus status) {
        return switch (status) {
            case PENDING, NOT_CHOSEN, SKIPPED -> Tone.NEUTRAL;
            case PREVIEWED, RUNNING -> Tone.ACCENT;
            case INTERRUPTED, NOT_VERIFIED -> Tone.WARNING;
            case FAILED -> Tone.DANGER;
            case VERIFIED -> Tone.OK;
        };
    }

    private static Optional<Node> outcome(RunPage page, StepState step) {
        String id = step.block().id();
        if (!page.state().stopped().isEmpty() && page.isTurnOf(id) && step.status() != StepStatus.RUNNING) {
            return Optional.of(
                    notice("▲ " + Texts.get("runbook.stopped", page.state().stopped()), "warning"));
        }
        return switch (step.status()) {
            case FAILED ->
                page.last(EntryKind.FAILED, id)
                        .map(entry -> new ProblemPane(new Problem(
                                Problem.Kind.SERVER,
                                entry.text("code"),
                                Texts.get("runbook.tried"),
                                id,
                                entry.text("answer"),
                                entry.text("next"))));
            case INTERRUPTED ->
                Optional.of(notice(
                        "‖ " + step.sentence() + " "
                                + Texts.get(
                                        page.classOf(id).changes()
                                                ? "runbook.interrupted"
                                                : "runbook.interrupted.reads"),
                        "warning"));
            case NOT_VERIFIED ->
                Optional.of(notice("▲ " + step.sentence() + " " + Texts.get("runbook.notVerified"), "warning"));
            case NOT_CHOSEN -> Optional.of(notice(Texts.get("runbook.notChosen"), "plain"));
            case VERIFIED, SKIPPED ->
                Optional.of(notice(
                        StepWords.sign(step.status()) + " " + step.sentence()
                                + (step.answer().isEmpty() ? "" : " · " + step.answer()),
                        "plain"));
            case RUNNING ->
                page.isOpen()
                        ? Optional.empty()
                        : Optional.of(notice("▶ " + Texts.get("runbook.begunElsewhere"), "warning"));
            case PENDING, PREVIEWED -> Optional.empty();
        };
    }

    private static Node notice(String text, String style) {
        VBox card = new VBox(Words.of(text));
        card.setId("outcome");
        card.getStyleClass().addAll("card", style);
        return card;
    }

    private static List<Node> command(Block block, Optional<Preview> preview) {
        Label command = Words.lines(preview.map(Preview::command).orElse(block.body()), "mono", "code");
        command.setId("command");
        return List.of(section(preview.isPresent() ? "runbook.command.exact" : "runbook.command.written"), command);
    }

    private static List<Node> verifying(RunPage page, Block block) {
        List<Node> parts = new ArrayList<>();
        List<Block> checks = page.runbook().verifiesOf(block.id());
        boolean proves = block.kind() == BlockKind.PLAN;
        if (!checks.isEmpty() || page.classOf(block.id()).changes()) {
            parts.add(section("runbook.verifiedBy"));
            if (proves) {
                parts.add(Words.of(Texts.get("runbook.verifiedBy.plan")));
            } else if (checks.isEmpty()) {
                parts.add(Words.of(Texts.get("runbook.verifiedBy.none"), "warning-text"));
            }
            checks.forEach(check -> parts.add(Words.lines(check.body(), "mono", "code")));
        }
        if (page.classOf(block.id()).changes()) {
            List<Block> guards = Ways.guardsBefore(page.runbook(), page.state(), block);
            if (!guards.isEmpty()) {
                FlowPane names = new FlowPane(8, 4);
                guards.forEach(guard -> names.getChildren().add(new Badge(guard.id(), Tone.NEUTRAL)));
                parts.add(section("runbook.guards"));
                parts.add(names);
            }
        }
        return parts;
    }

    static Label section(String key) {
        return Words.of(Texts.get(key), "heading", "section");
    }
}
