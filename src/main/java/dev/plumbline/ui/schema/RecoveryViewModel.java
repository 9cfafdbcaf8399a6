package dev.plumbline.ui.schema;

import dev.plumbline.drift.velocity.SchemaDrift;
import dev.plumbline.job.Work;
import dev.plumbline.model.Condition;
import dev.plumbline.model.SafeMode;
import dev.plumbline.model.Visible;
import dev.plumbline.model.velocity.SchemaDefinition;
import dev.plumbline.operation.ForceReconcile;
import dev.plumbline.operation.SchemaReports;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.reading.Reading;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** The three ways to recover one table, and the asking of the operator for a reconcile. */
public final class RecoveryViewModel {
    private final String name;
    private final Work<SchemaReports> check;
    private final Supplier<Instant> changedAt;
    private final ReconcileActions reconcile;
    private final Runnable review;
    private final Reading<RecoveryPage> reading;
    private final Reading<ForceReconcile.Forced> forcing;

    public RecoveryViewModel(
            String name,
            Work<SchemaReports> check,
            Supplier<Instant> changedAt,
            ReconcileActions reconcile,
            Runnable review,
            Activity activity) {
        this.name = Visible.text(name);
        this.check = check;
        this.changedAt = changedAt;
        this.reconcile = reconcile;
        this.review = review;
        this.reading = new Reading<>(activity);
        this.forcing = new Reading<>(activity);
    }

    void readWhenOutdated() {
        RecoveryPage page = reading.value();
        boolean changed = page != null && changedAt.get().isAfter(page.reports().at());
        if (reading.phase() == Reading.Phase.EMPTY
                || changed && !reading.phase().isRunning()) {
            readAgain();
        }
    }

    void readAgain() {
        reading.start(
                Texts.get("schema.doing", name), (cancel, progress) -> RecoveryPage.of(check.run(cancel, progress)));
    }

    String headline() {
        return Texts.get("recovery.headline", name);
    }

    /** Whether something of the table could not be read, so that no way is to be judged by this. */
    boolean isUnknown() {
        RecoveryPage page = reading.value();
        return page != null
                && page.report().drift().flatMap(SchemaDrift::unknown).isPresent();
    }

    void review() {
        review.run();
    }

    /** Why the operator is not asked from here; empty when it may be. */
    String forceRefusal() {
        if (reading.value() == null) {
            return Texts.get("schema.review.unread");
        }
        return reconcile.mode().get() == SafeMode.READ_ONLY ? Texts.get("recovery.force.readOnly") : "";
    }

    /** Whether the resource's name has to be typed. */
    boolean asksForName() {
        return reconcile.mode().get() == SafeMode.PRODUCTION;
    }

    String resourceName() {
        RecoveryPage page = reading.value();
        return page == null ? "" : page.report().definition().ref().name();
    }

    /** Where the annotation would go, in words. */
    List<String> forceWords() {
        RecoveryPage page = reading.value();
        return page == null
                ? List.of()
                : List.of(
                        Texts.get(
                                "recovery.force.where",
                                Visible.text(page.report().definition().ref().shown()),
                                ForceReconcile.ANNOTATION),
                        Texts.get("recovery.force.effect"));
    }

    /** After the question was answered, the name typed where it was asked for. */
    void force() {
        RecoveryPage page = reading.value();
        if (page != null && forceRefusal().isEmpty()) {
            forcing.start(
                    Texts.get("recovery.force.doing", name),
                    reconcile.force().apply(page.report().definition(), asksForName() ? resourceName() : ""));
        }
    }

    /** What the resource said before and says now; a sentence each. */
    static List<String> told(ForceReconcile.Forced forced) {
        return List.of(
                Texts.get("recovery.force.done", ForceReconcile.ANNOTATION, forced.value()),
                Texts.get("recovery.force.before", said(forced.before())),
                Texts.get("recovery.force.after", said(forced.after())),
                Texts.get("recovery.force.next"));
    }

    private static String said(SchemaDefinition definition) {
        String phase = definition.phase().isEmpty() ? Texts.get("schema.notSet") : definition.phase();
        List<String> conditions =
                definition.conditions().stream().map(RecoveryViewModel::said).toList();
        return Visible.text(Texts.get("schema.phase", phase) + " · "
                + (conditions.isEmpty() ? Texts.get("recovery.noConditions") : String.join(", ", conditions)));
    }

    private static String said(Condition condition) {
        return (condition.type() + "=" + condition.status() + " " + condition.reason()).strip();
    }

    Reading<RecoveryPage> reading() {
        return reading;
    }

    Reading<ForceReconcile.Forced> forcing() {
        return forcing;
    }
}
