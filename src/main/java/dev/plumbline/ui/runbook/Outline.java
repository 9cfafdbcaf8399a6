package dev.plumbline.ui.runbook;

import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.Part;
import dev.plumbline.runbook.run.StepState;
import dev.plumbline.runbook.run.StepStatus;
import dev.plumbline.runbook.run.Ways;
import dev.plumbline.runbook.step.Preview;
import dev.plumbline.ui.control.Elapsed;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The headings and steps of a run, each step with its state as a sign and a word. Arrows go from step to step. */
final class Outline extends VBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass TURN = PseudoClass.getPseudoClass("turn");
    private static final int MOST = 60;
    private final RunViewModel model;
    private List<String> steps = List.of();

    Outline(RunViewModel model) {
        this.model = model;
        getStyleClass().add("outline");
        addEventHandler(KeyEvent.KEY_PRESSED, this::move);
    }

    void show(RunPage page) {
        List<Node> rows = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        List<Ways.Way> ways = Ways.of(page.runbook());
        for (Part part : page.runbook().parts()) {
            if (part instanceof Part.Heading heading && heading.level() > 1) {
                rows.add(heading(heading, ways));
            } else if (part instanceof Part.Step step) {
                page.state().of(step.block()).ifPresent(state -> {
                    rows.add(row(page, state));
                    ids.add(state.block().id());
                });
            }
        }
        boolean focused = isFocusWithin();
        getChildren().setAll(rows);
        steps = ids;
        mark();
        if (focused) {
            focus();
        }
    }

    /** Marks the chosen one anew. */
    void mark() {
        getChildren()
                .forEach(row -> row.pseudoClassStateChanged(
                        SELECTED, model.selectedProperty().get().equals(row.getUserData())));
    }

    private static Node heading(Part.Heading heading, List<Ways.Way> ways) {
        Label label = Words.of(heading.text(), "heading", "outline-heading");
        String way = ways.stream()
                .filter(each -> each.section().equals(heading.slug()))
                .map(each -> Texts.get("runbook.way", each.decision(), each.label()))
                .findFirst()
                .orElse("");
        if (way.isEmpty()) {
            return label;
        }
        VBox both = new VBox(label, Words.of(way, "fine", "muted"));
        both.getStyleClass().add("outline-way");
        return both;
    }

    private Node row(RunPage page, StepState state) {
        Block block = state.block();
        RunWork.Busy busy = model.busyProperty().get();
        boolean runs = busy != null && busy.isRun() && busy.step().equals(block.id());
        StepStatus status = runs ? StepStatus.RUNNING : state.status();
        Label sign = Words.of(StepWords.sign(status), "sign");
        sign.setMinWidth(Region.USE_PREF_SIZE);
        Label name = Words.of(block.id(), "step-name");
        String took =
                runs ? Elapsed.words(System.currentTimeMillis() - busy.job().startedAt()) : StepWords.took(state);
        String word = word(page, block, status);
        boolean leftOut = status == StepStatus.NOT_CHOSEN && word.equals(StepWords.word(page, status));
        String verdict = leftOut
                ? ""
                : model.previewOf(block.id())
                        .map(seen -> verdict(page, block, seen))
                        .orElse(shortened(state.answer()));
        String said = word + (took.isEmpty() ? "" : " · " + took) + (verdict.isEmpty() ? "" : " · " + verdict);
        Label below = Words.of(said, "fine", "muted");
        below.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(below, Priority.ALWAYS);
        Label kind = Words.of(page.classOf(block.id()).word(), "fine", "muted");
        kind.setMinWidth(Region.USE_PREF_SIZE);
        VBox words = new VBox(name, new HBox(8, below, kind));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(sign, words);
        row.getStyleClass().addAll("outline-row", StepWords.style(status));
        row.setId("step-" + block.id());
        row.setUserData(block.id());
        row.setFocusTraversable(true);
        row.setAccessibleRole(AccessibleRole.LIST_ITEM);
        row.setAccessibleText(block.id() + ", " + said + ", " + kind.getText());
        row.pseudoClassStateChanged(TURN, page.isTurnOf(block.id()));
        row.setOnMousePressed(event -> {
            row.requestFocus();
            model.selectedProperty().set(block.id());
        });
        return row;
    }

    /** What a preview said, and before which change that was. */
    private static String verdict(RunPage page, Block block, Preview seen) {
        return seen.verdict().words()
                + page.overtaking(block.id(), seen)
                        .map(step -> " · " + Texts.get("runbook.preview.before", step))
                        .orElse("");
    }

    /** The beginning of what a server answered: all of it stands with the step. */
    private static String shortened(String answer) {
        String line = answer.lines().findFirst().orElse("");
        return line.length() > MOST ? line.substring(0, MOST) + "…" : line;
    }

    /** A step of a way is only left out once another way was chosen. */
    private static String word(RunPage page, Block block, StepStatus status) {
        Optional<String> open = status != StepStatus.NOT_CHOSEN
                ? Optional.empty()
                : Ways.of(page.runbook()).stream()
                        .filter(way -> way.blocks().contains(block.id()))
                        .map(Ways.Way::decision)
                        .filter(decision -> page.step(decision)
                                .filter(each -> each.status().isBehind())
                                .isEmpty())
                        .findFirst();
        return open.map(decision -> Texts.get("runbook.state.undecided", decision))
                .orElseGet(() -> StepWords.word(page, status));
    }

    private void move(KeyEvent event) {
        int way = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        if (way != 0 && go(way)) {
            event.consume();
        }
    }

    /** To the step so many places further on; false where there is none. */
    boolean go(int way) {
        int to = steps.indexOf(model.selectedProperty().get()) + way;
        if (to < 0 || to >= steps.size()) {
            return false;
        }
        model.selectedProperty().set(steps.get(to));
        focus();
        return true;
    }

    /** The chosen step is in sight, whoever chose it, and with the first of a section its heading. */
    void reveal(ScrollPane pane) {
        pane.applyCss();
        pane.layout();
        double seen = pane.getViewportBounds().getHeight();
        if (!steps.isEmpty() && steps.get(0).equals(model.selectedProperty().get())) {
            pane.setVvalue(0);
            return;
        }
        double hidden = getHeight() - seen;
        @Nullable Node before = null;
        for (Node row : getChildren()) {
            if (hidden > 0 && model.selectedProperty().get().equals(row.getUserData())) {
                double top = pane.getVvalue() * hidden;
                Node head = before != null && before.getUserData() == null ? before : row;
                double from = head.getBoundsInParent().getMinY();
                double to = row.getBoundsInParent().getMaxY();
                if (from < top) {
                    pane.setVvalue(from / hidden);
                } else if (to > top + seen) {
                    pane.setVvalue((to - seen) / hidden);
                }
            }
            before = row;
        }
    }

    private void focus() {
        Optional<Node> row = getChildren().stream()
                .filter(each -> model.selectedProperty().get().equals(each.getUserData()))
                .findFirst();
        row.ifPresent(Node::requestFocus);
    }
}
