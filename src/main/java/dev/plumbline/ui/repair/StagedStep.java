package dev.plumbline.ui.repair;

import dev.plumbline.model.Visible;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.StepGroup;
import dev.plumbline.ui.repair.StructureDetail.StepNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** One step as it stands on the screen: wanted or not, greyed with a reason, allowed or not, and how far its run is. */
public final class StagedStep {
    private static final int MINUTE = 60_000;
    private static final int HOUR = 60 * MINUTE;
    private final Step step;
    private final int number;
    private final List<StepNote> notes;
    private final boolean fixed;
    private final boolean inLines;
    private final Optional<String> terms;
    private final BooleanProperty wanted;
    private final BooleanProperty allowed = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper runs = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper greyed = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<StepProgress> progress = new ReadOnlyObjectWrapper<>(StepProgress.NOT_STARTED);
    private final ReadOnlyStringWrapper answer = new ReadOnlyStringWrapper("");

    /** {@code notes} are what was found out about it; a {@code fixed} one cannot be left out; {@code inLines}: its statement is shown line by line; {@code terms} where they are of another kind than a statement's. */
    StagedStep(Step step, int number, List<StepNote> notes, boolean fixed, boolean inLines, Optional<String> terms) {
        this.step = step;
        this.number = number;
        this.notes = List.copyOf(notes);
        this.fixed = fixed;
        this.inLines = inLines;
        this.terms = terms;
        this.wanted = new SimpleBooleanProperty(step.group().selectedAtFirst());
    }

    public Step step() {
        return step;
    }

    public int number() {
        return number;
    }

    /** Borrowed memberships come and go with the steps that need them; nobody chooses them. */
    public boolean choosable() {
        return step.group() != StepGroup.BORROW && step.group() != StepGroup.GIVE_BACK;
    }

    public boolean mayBeLeftOut() {
        return choosable() && !fixed;
    }

    /** What its hazards mean here, then what was found out about it. */
    public List<StepNote> notes() {
        List<StepNote> all = new ArrayList<>();
        step.warnings().forEach(warning -> all.add(new StepNote(Visible.text(warning.message()), warning.blocking())));
        all.addAll(notes);
        return all;
    }

    /** What the plan is made for: not what goes with it, nor what is offered besides. */
    boolean isAskedFor() {
        return step.group() == StepGroup.REPAIR || step.group() == StepGroup.CHANGE;
    }

    public BooleanProperty wantedProperty() {
        return wanted;
    }

    /** A destructive step must be allowed by itself before anything runs. */
    public BooleanProperty allowedProperty() {
        return allowed;
    }

    /** Whether the step would run as things stand: wanted, and nothing it needs is left out. */
    public ReadOnlyBooleanProperty runsProperty() {
        return runs.getReadOnlyProperty();
    }

    public boolean runs() {
        return runs.get();
    }

    /** Why the step cannot run although it is wanted; empty when it can. */
    public ReadOnlyStringProperty greyedProperty() {
        return greyed.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<StepProgress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** What the server answered to this step, with its SQLSTATE; empty unless it failed. */
    public ReadOnlyStringProperty answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** The statement that runs, with what could deceive the eye escaped. */
    public String sqlShown() {
        String text = step.sql().text();
        return inLines ? text.lines().map(Visible::text).collect(Collectors.joining("\n")) : Visible.text(text);
    }

    /** Lock, timeouts and transaction bracket in one line. */
    public String termsShown() {
        return terms.orElseGet(this::termsOfStatement);
    }

    private String termsOfStatement() {
        String bracket = step.transactional() ? "in the transaction" : "outside the transaction, by itself";
        return "lock " + step.lock() + " · waits " + span(step.lockTimeout().milliseconds()) + " at most · runs "
                + span(step.statementTimeout().milliseconds()) + " at most · " + bracket;
    }

    /** Whether it locks something, or runs outside the transaction: what a glance must not miss. */
    boolean hasTermsOfItsOwn() {
        return !step.transactional() || step.lock().chars().anyMatch(Character::isLetter);
    }

    public String undoShown() {
        if (step.undo() != null) {
            return "undo: " + Visible.text(step.undo().text());
        }
        return "no undo: " + Visible.text(step.undoNote());
    }

    boolean isAllowed() {
        return allowed.get();
    }

    void settle(boolean runsNow, String why) {
        runs.set(runsNow);
        greyed.set(why);
    }

    void advance(StepProgress to, String serverAnswer) {
        progress.set(to);
        answer.set(serverAnswer);
    }

    private static String span(int milliseconds) {
        if (milliseconds > 0 && milliseconds % HOUR == 0) {
            return milliseconds / HOUR + " h";
        }
        if (milliseconds > MINUTE && milliseconds % MINUTE == 0) {
            return milliseconds / MINUTE + " min";
        }
        return milliseconds % 1000 == 0
                ? milliseconds / 1000 + " s"
                : String.format(Locale.ROOT, "%.1f s", milliseconds / 1000.0);
    }
}
