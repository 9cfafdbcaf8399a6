package dev.plumbline.ui.runbook;

import dev.plumbline.ui.control.ModalCard;
import dev.plumbline.ui.fx.ScreenAction;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;

/** What can be done on the screen of a run, from its buttons, its keys and the palette alike; what needs a reason asks for it first. */
final class RunQuestions {
    private final RunViewModel model;
    private final ModalCard modal;

    RunQuestions(RunViewModel model, ModalCard modal) {
        this.model = model;
        this.modal = modal;
    }

    void skip() {
        if (model.rules().skipRefusal().isEmpty()) {
            ask("runbook.skip.title", "runbook.skip.words", "runbook.skip.yes", model.steps()::skip);
        }
    }

    void abort() {
        if (model.rules().abortRefusal().isEmpty()) {
            ask("runbook.abort.title", "runbook.abort.words", "runbook.abort.yes", model.steps()::abort);
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

    RunKeys keys(Outline outline) {
        StepWork steps = model.steps();
        return new RunKeys(
                Map.of(
                        KeyCode.D, steps::dryRun,
                        KeyCode.P, steps::preview,
                        KeyCode.R, steps::run,
                        KeyCode.V, steps::verify,
                        KeyCode.S, this::skip,
                        KeyCode.A, this::abort,
                        KeyCode.UP, () -> outline.go(-1),
                        KeyCode.DOWN, () -> outline.go(1)),
                modal.openProperty()::get);
    }

    List<ScreenAction> actions() {
        RunRules rules = model.rules();
        StepWork steps = model.steps();
        List<ScreenAction> all = new ArrayList<>();
        offer(all, "runbook.preview.do", "P", rules.previewRefusal(), steps::preview);
        offer(all, "runbook.run.do", "R", rules.runRefusal(), steps::run);
        offer(all, "runbook.verify.do", "V", rules.verifyRefusal(), steps::verify);
        offer(all, "runbook.skip.do", "S", rules.skipRefusal(), this::skip);
        offer(all, "runbook.abort.do", "A", rules.abortRefusal(), this::abort);
        return all;
    }

    private static void offer(List<ScreenAction> all, String key, String shortcut, String refused, Runnable run) {
        if (refused.isEmpty()) {
            all.add(new ScreenAction(Texts.get(key), shortcut, run));
        }
    }
}
