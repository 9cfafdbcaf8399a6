package dev.plumbline.ui.runbook;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.SafeMode;
import dev.plumbline.runbook.run.RunbookRun;
import dev.plumbline.runbook.step.Preview;
import dev.plumbline.runbook.step.StepApproval;
import dev.plumbline.ui.fx.Texts;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** What a person does with the chosen step of an open run. What the rules refuse is not begun. */
final class StepWork {
    private final RunViewModel model;
    private final RunRules rules;

    /** How one piece of work uses the run; the previews that it made. */
    interface Use {
        Map<String, Preview> of(RunbookRun run, CancelToken cancel, Progress heard);
    }

    StepWork(RunViewModel model, RunRules rules) {
        this.model = model;
        this.rules = rules;
    }

    void preview() {
        String step = selected();
        if (rules.previewRefusal().isEmpty()) {
            model.use(
                    task("runbook.doing.preview", step, false),
                    (run, cancel, progress) -> Map.of(step, run.preview(step, cancel, progress)));
        }
    }

    /** What each step would do, as far as that can be told; none is run. */
    void dryRun() {
        if (rules.abortRefusal().isEmpty()) {
            model.use(task("runbook.doing.dry", selected(), false), RunbookRun::dryRun);
        }
    }

    void run() {
        String step = selected();
        if (!rules.runRefusal().isEmpty()) {
            return;
        }
        Optional<Preview> seen =
                model.previewOf(step).filter(each -> each.stepClass().changes());
        Set<String> yes = Set.copyOf(model.allowed());
        String name = model.typedProperty().get();
        SafeMode mode = model.mode();
        model.use(task("runbook.doing.run", step, true), (run, cancel, progress) -> {
            Preview preview = seen.orElseGet(() -> run.preview(step, cancel, progress));
            if (seen.isEmpty() && preview.stepClass().changes()) {
                return Map.of(step, preview);
            }
            String by = model.actions().runbooks().get().tools().by();
            run.run(
                    step,
                    new StepApproval(preview.digest(), yes, name, mode, by),
                    sentence -> progress.report(sentence, 0, 0),
                    cancel);
            return Map.of();
        });
    }

    void verify() {
        String step = selected();
        if (rules.verifyRefusal().isEmpty()) {
            model.use(task("runbook.doing.verify", step, true), (run, cancel, progress) -> {
                run.verify(step, sentence -> progress.report(sentence, 0, 0), cancel);
                return Map.of();
            });
        }
    }

    void decide(String option) {
        person((run, step) -> run.decide(step, option));
    }

    void answer(String text) {
        person((run, step) -> run.answer(step, text));
    }

    void skip(String reason) {
        person((run, step) -> run.skip(step, reason));
    }

    void abort(String reason) {
        person((run, step) -> run.abort(reason));
    }

    private void person(BiConsumer<RunbookRun, String> what) {
        String step = selected();
        model.use(task("runbook.doing.write", step, false), (run, cancel, progress) -> {
            what.accept(run, step);
            return Map.of();
        });
    }

    private static RunWork.Task task(String key, String step, boolean isRun) {
        return new RunWork.Task(Texts.get(key, step), step, isRun);
    }

    private String selected() {
        return model.selectedProperty().get();
    }
}
