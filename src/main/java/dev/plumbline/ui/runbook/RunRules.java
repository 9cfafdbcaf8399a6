package dev.plumbline.ui.runbook;

import dev.plumbline.model.SafeMode;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.run.StepState;
import dev.plumbline.runbook.run.StepStatus;
import dev.plumbline.runbook.step.Preview;
import dev.plumbline.runbook.step.StepActions;
import dev.plumbline.ui.fx.Texts;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** What can be done with the chosen step now, and in words why something cannot: a refusal is empty where it can. */
final class RunRules {
    private static final Duration PREVIEW_HOLDS = Duration.ofMinutes(10);
    private final RunViewModel model;
    private final Clock clock;

    RunRules(RunViewModel model, Clock clock) {
        this.model = model;
        this.clock = clock;
    }

    boolean asksForName(Preview preview) {
        return preview.stepClass().changes()
                && model.mode() == SafeMode.PRODUCTION
                && !preview.typed().isEmpty();
    }

    /** Why nothing at all can be done with the chosen step now, empty where something can. */
    private String refusal(boolean onlyInTurn) {
        RunPage now = model.pageProperty().get();
        if (now == null || model.step().isEmpty()) {
            return Texts.get("runbook.no.step");
        }
        if (model.busyProperty().get() != null) {
            return Texts.get("runbook.no.busy");
        }
        if (now.bundle().isPresent()) {
            return Texts.get("runbook.no.bundle");
        }
        if (now.isEnded()) {
            return Texts.get("runbook.no.ended");
        }
        if (!now.isOpen()) {
            return Texts.get("runbook.no.closed");
        }
        return onlyInTurn && !now.isTurnOf(model.selectedProperty().get())
                ? Texts.get(
                        "runbook.no.turn",
                        now.state().next().map(next -> next.block().id()).orElse(""))
                : "";
    }

    String previewRefusal() {
        String no = refusal(false);
        return !no.isEmpty() ? no : asksAPerson() ? Texts.get("runbook.no.person") : "";
    }

    String runRefusal() {
        String no = refusal(true);
        if (!no.isEmpty() || asksAPerson()) {
            return no.isEmpty() ? Texts.get("runbook.no.person") : no;
        }
        Optional<Preview> seen = model.previewOf(model.selectedProperty().get());
        RunPage now = model.pageProperty().get();
        boolean changes = now == null
                || seen.map(Preview::stepClass)
                        .orElse(now.classOf(model.selectedProperty().get()))
                        .changes();
        if (!changes) {
            return "";
        }
        if (model.mode() == SafeMode.READ_ONLY) {
            return Texts.get("runbook.no.readOnly");
        }
        if (seen.isEmpty()) {
            return Texts.get("runbook.no.preview");
        }
        if (seen.get().at().plus(PREVIEW_HOLDS).isBefore(clock.instant())) {
            return Texts.get("runbook.no.old");
        }
        Optional<String> overtaken = now == null
                ? Optional.empty()
                : now.overtaking(model.selectedProperty().get(), seen.get());
        if (overtaken.isPresent()) {
            return Texts.get("runbook.no.overtaken", overtaken.get());
        }
        if (!model.allowed().containsAll(seen.get().destructive().keySet())) {
            return Texts.get("runbook.no.allowed");
        }
        return asksForName(seen.get())
                        && !model.typedProperty().get().equals(seen.get().typed())
                ? Texts.get("runbook.no.typed")
                : "";
    }

    String verifyRefusal() {
        String no = refusal(true);
        StepStatus status = model.step().map(StepState::status).orElse(StepStatus.PENDING);
        boolean ran =
                status == StepStatus.NOT_VERIFIED || status == StepStatus.FAILED || status == StepStatus.INTERRUPTED;
        return !no.isEmpty() ? no : ran ? "" : Texts.get("runbook.no.verify");
    }

    /** Why a person cannot answer the chosen step now. */
    String answerRefusal() {
        return refusal(true);
    }

    String skipRefusal() {
        String no = refusal(true);
        boolean typed = model.step()
                .filter(each -> !each.block().text(Block.TYPED).isEmpty())
                .isPresent();
        return no.isEmpty() && typed ? Texts.get("runbook.no.skip") : no;
    }

    String abortRefusal() {
        return refusal(false);
    }

    boolean asksAPerson() {
        return model.step()
                .filter(each -> StepActions.asksAPerson(each.block()))
                .isPresent();
    }

    boolean canGoOn() {
        RunPage now = model.pageProperty().get();
        return now != null
                && !now.isOpen()
                && !now.isEnded()
                && now.broken().isEmpty()
                && now.bundle().isEmpty()
                && model.busyProperty().get() == null;
    }
}
