package dev.plumbline.ui.gates;

import dev.plumbline.drift.gate.SpecValidation.Refusal;
import dev.plumbline.model.SafeMode;
import dev.plumbline.model.Visible;
import dev.plumbline.model.upgrade.DbUpgrade;
import dev.plumbline.model.upgrade.UpgradeChoices;
import dev.plumbline.operation.ComposeUpgrade;
import dev.plumbline.operation.UpgradePlan;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.reading.Reading;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A DBUpgrade that is written: what is wrong with it, its plan as long as nothing was written since, and creating it. */
public final class NewUpgradeViewModel {
    static final String GROUP = "dbupgrade.subbug.learning";
    static final String PLURAL = "dbupgrades";
    private final String context;
    private String namespace;
    private final ComposeActions actions;
    private final Reading<UpgradeChoices> choices;
    private final Reading<UpgradePlan> planning;
    private final Reading<DbUpgrade> creating;
    private @Nullable DbUpgrade draft;
    private List<Refusal> refusals = List.of();
    private boolean mistaken;

    public NewUpgradeViewModel(String context, String namespace, ComposeActions actions, Activity activity) {
        this.context = context;
        this.namespace = namespace;
        this.actions = actions;
        this.choices = new Reading<>(activity);
        this.planning = new Reading<>(activity);
        this.creating = new Reading<>(activity);
    }

    void readChoices() {
        choices.start(
                Texts.get("compose.doing.choices", Visible.text(namespace)),
                actions.choices().apply(namespace));
    }

    /** Another namespace offers other things. */
    void move(String other) {
        if (!other.equals(namespace)) {
            namespace = other;
            readChoices();
        }
    }

    /** Takes what is written now; a plan of something else is no longer one. */
    void write(DbUpgrade written, List<Refusal> mistakes) {
        DbUpgrade before = draft;
        draft = written;
        mistaken = !mistakes.isEmpty();
        List<Refusal> all = new ArrayList<>(mistakes);
        all.addAll(ComposeUpgrade.refusals(written));
        refusals = List.copyOf(all);
        UpgradePlan plan = planning.value();
        boolean other = before == null || !before.ref().equals(written.ref()) || !before.hasSpecOf(written);
        if (plan != null && other || mistaken) {
            planning.clear();
        }
        if (other && !creating.phase().isRunning()) {
            creating.clear();
        }
    }

    /** All that is said against it: by itself, and where it was planned, by what was read too. */
    List<Refusal> refusals() {
        UpgradePlan plan = planning.value();
        Set<Refusal> all = new LinkedHashSet<>(refusals);
        if (plan != null) {
            all.addAll(plan.refusals());
        }
        return List.copyOf(all);
    }

    /** The resource as YAML, empty before anything was written. */
    String yaml() {
        DbUpgrade now = draft;
        return now == null ? "" : ComposeUpgrade.yaml(now);
    }

    /** Where something is written that no resource could hold, there is nothing to plan. */
    void plan() {
        DbUpgrade now = draft;
        if (now != null && !mistaken && !now.ref().namespace().isEmpty()) {
            creating.clear();
            planning.start(
                    Texts.get("compose.doing.plan", Visible.text(now.ref().name())),
                    actions.plan().apply(now));
        }
    }

    /** Why it cannot be created now; empty when it can. */
    String refusal() {
        UpgradePlan plan = planning.value();
        if (actions.mode().get() == SafeMode.READ_ONLY) {
            return Texts.get("compose.readOnly");
        }
        if (!refusals.isEmpty()) {
            return wrong(refusals);
        }
        if (plan == null || planning.phase().isRunning()) {
            return Texts.get("compose.unplanned");
        }
        if (plan.existing().isPresent()) {
            return Texts.get("compose.exists.short");
        }
        return plan.isCreatable() ? "" : wrong(plan.refusals());
    }

    /** By name, since a field that nobody was in yet says nothing. */
    private static String wrong(List<Refusal> refusals) {
        Refusal first = refusals.get(0);
        String text = first.text().contains(first.field()) ? first.text() : first.field() + ": " + first.text();
        return Texts.get("compose.wrong", Visible.text(text), refusals.size() - 1);
    }

    boolean asksForName() {
        return actions.mode().get() == SafeMode.PRODUCTION;
    }

    /** What is asked before it is created, in words. */
    List<String> question(UpgradePlan plan) {
        return List.of(
                Texts.get(
                        "compose.question.where",
                        Visible.text(plan.draft().ref().shown()),
                        Visible.text(plan.draft().image())),
                plan.report().gates().next().isKnown()
                        ? Texts.get(
                                "compose.question.next",
                                plan.report().gates().next().reason())
                        : Texts.get("compose.question.unknown"),
                Texts.get("compose.question.digest", plan.digest().substring(0, 12)));
    }

    /** After the question was answered about this plan. */
    void create(UpgradePlan approved) {
        if (refusal().isEmpty()) {
            UpgradePlan plan = planning.value();
            if (plan != null) {
                creating.start(
                        Texts.get(
                                "compose.doing.create",
                                Visible.text(plan.draft().ref().name())),
                        actions.create()
                                .of(
                                        plan,
                                        approved.digest(),
                                        actions.mode().get(),
                                        asksForName() ? plan.draft().ref().name() : ""));
            }
        }
    }

    void open() {
        DbUpgrade there = creating.value();
        if (there != null) {
            actions.open().accept(there.ref());
        }
    }

    String context() {
        return context;
    }

    String namespace() {
        return namespace;
    }

    Reading<UpgradeChoices> choices() {
        return choices;
    }

    Reading<UpgradePlan> planning() {
        return planning;
    }

    Reading<DbUpgrade> creating() {
        return creating;
    }
}
