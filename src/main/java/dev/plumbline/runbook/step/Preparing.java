package dev.plumbline.runbook.step;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.SafeMode;
import dev.plumbline.model.Visible;
import dev.plumbline.runbook.document.StepClass;
import java.util.Map;
import java.util.TreeMap;

/** A preview with what runs it. Nothing runs on an approval of something else, in a read-only context, or with a destructive part that was not allowed. */
final class Preparing implements Prepared {
    interface Running {
        Ran run(StepApproval approval, StepListener listener, CancelToken cancel);
    }

    private static final String WHOLE = "whole";
    private final Preview preview;
    private final Map<String, String> marks;
    private final Map<String, String> promised;
    private final Running running;

    private Preparing(Preview preview, Map<String, String> marks, Map<String, String> promised, Running running) {
        this.preview = preview;
        Map<String, String> all = new TreeMap<>(marks);
        if (preview.destructive().containsKey(Again.KEY)) {
            all.put(Again.KEY, "yes");
        }
        this.marks = Map.copyOf(all);
        this.promised = Map.copyOf(promised);
        this.running = running;
    }

    static Prepared of(Preview preview, Running running) {
        return of(preview, Map.of(), Map.of(), running);
    }

    /** @param marks and {@code promised} as {@link Prepared} has them */
    static Prepared of(Preview preview, Map<String, String> marks, Map<String, String> promised, Running running) {
        return new Preparing(asking(preview), marks, promised, running);
    }

    /** What was classed as destructive by its author, and names no such part of its own, is allowed as a whole. */
    private static Preview asking(Preview preview) {
        if (preview.stepClass() != StepClass.DESTRUCTIVE
                || !preview.destructive().isEmpty()
                || preview.verdict() == Verdict.ALREADY_SO) {
            return preview;
        }
        return new Preview(
                preview.verdict(),
                preview.stepClass(),
                preview.target(),
                preview.command(),
                preview.lines(),
                Map.of(WHOLE, preview.command().lines().findFirst().orElse(WHOLE)),
                preview.typed(),
                preview.digest(),
                preview.at());
    }

    /** The same where it was already sent again on somebody's word: what the latest console knows of its own sending says nothing of those before. */
    Preparing askedAgain() {
        return isSentAgain() || preview.verdict() == Verdict.ALREADY_SO
                ? this
                : new Preparing(
                        Again.asked(
                                preview,
                                "It was interrupted more than once, and whether it took effect the first time could not be told."),
                        marks,
                        promised,
                        running);
    }

    /** The same; what says whether it took effect is written down anew, so that it is known also where nothing is sent and the console ends in that. */
    Preparing withMarks(Map<String, String> known) {
        return new Preparing(preview, known, promised, running);
    }

    @Override
    public Map<String, String> marks() {
        return marks;
    }

    @Override
    public Map<String, String> promised() {
        return promised;
    }

    @Override
    public Preview preview() {
        return preview;
    }

    @Override
    public void requireAllowed(StepApproval approval) {
        if (!approval.digest().equals(preview.digest())) {
            throw refused(
                    Problem.Kind.CONFLICT,
                    "RB-OTHER",
                    "the approval is for another preview.",
                    "Look at the preview again and approve it as it is now.");
        }
        if (preview.stepClass().changes()) {
            refuseWhatIsNotAllowed(approval);
        }
    }

    @Override
    public Ran run(StepApproval approval, StepListener listener, CancelToken cancel) {
        requireAllowed(approval);
        return running.run(approval, listener, cancel);
    }

    private void refuseWhatIsNotAllowed(StepApproval approval) {
        if (approval.mode() == SafeMode.READ_ONLY) {
            throw refused(
                    Problem.Kind.READ_ONLY,
                    "read-only",
                    "this context is read-only.",
                    "Change the context's safe mode, or do the step elsewhere.");
        }
        if (approval.mode() == SafeMode.PRODUCTION && !approval.typed().equals(preview.typed())) {
            throw refused(
                    Problem.Kind.HAZARD_NOT_ACCEPTED,
                    "name-not-typed",
                    "\"" + Visible.text(approval.typed()) + "\" was typed, the name is \""
                            + Visible.text(preview.typed()) + "\".",
                    "Type it letter by letter; on the command line --confirm NAME or --confirm STEP=NAME, once for each name that is asked for.");
        }
        preview.destructive().forEach((id, words) -> {
            if (!approval.allowed().contains(id)) {
                throw refused(
                        Problem.Kind.HAZARD_NOT_ACCEPTED,
                        "hazard-not-allowed",
                        words + " was not allowed.",
                        "Allow it, or skip the step with a reason.");
            }
        });
    }

    private ProblemException refused(Problem.Kind kind, String code, String answer, String next) {
        return new ProblemException(new Problem(kind, code, "Running the step on", preview.target(), answer, next));
    }
}
