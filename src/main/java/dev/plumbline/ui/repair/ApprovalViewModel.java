package dev.plumbline.ui.repair;

import dev.plumbline.model.SafeMode;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.Bracket;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.Warning;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.text.CountWords;
import dev.plumbline.ui.text.TypedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The question before a run: what would run, where, with which risks, and on production the database's name typed. */
public final class ApprovalViewModel {
    private static final int LOSSES_SHOWN = 6;
    private final Plan plan;
    private final Set<String> allowed;
    private final SafeMode mode;
    private final String by;
    private final List<String> losses;
    private final boolean rollsBack;
    private final Optional<StructureDetail.ToType> toType;
    private final StringProperty typed = new SimpleStringProperty("");
    private final BooleanBinding ready;
    private final StringBinding hint;

    public ApprovalViewModel(Plan plan, Set<String> allowed, SafeMode mode, String by) {
        this(plan, allowed, mode, by, List.of(), Optional.empty(), false);
    }

    /** {@code losses} say what the destructive steps would lose; {@code toType} is asked for instead of the database's name. {@code rollsBack}: all of it is rolled back in the end. */
    public ApprovalViewModel(
            Plan plan,
            Set<String> allowed,
            SafeMode mode,
            String by,
            List<String> losses,
            Optional<StructureDetail.ToType> toType,
            boolean rollsBack) {
        this.rollsBack = rollsBack;
        this.losses = List.copyOf(losses);
        this.toType = toType;
        this.plan = plan;
        this.allowed = allowed;
        this.mode = mode;
        this.by = by;
        this.ready = Bindings.createBooleanBinding(
                () -> !asksForName() || typed.get().equals(databaseName()), typed);
        this.hint = Bindings.createStringBinding(
                () -> TypedName.firstDifference(databaseName(), typed.get()).orElse(""), typed);
    }

    public String question() {
        String steps = CountWords.of(plan.steps().size(), "step", "steps");
        return rollsBack ? "Try " + steps + " on this database, and roll back?" : "Run " + steps + " on this database?";
    }

    public String target() {
        return plan.target().shown();
    }

    public String mode() {
        return mode.shown();
    }

    public String runLabel() {
        return (rollsBack ? "Try " : "Run ") + CountWords.of(plan.steps().size(), "step", "steps");
    }

    public boolean isDestructive() {
        return plan.steps().stream().anyMatch(Step::destructive);
    }

    /** What should be weighed before saying yes, one sentence each. */
    public List<String> hazards() {
        List<String> said = new ArrayList<>();
        for (Hazard hazard : Hazard.values()) {
            long count = plan.steps().stream()
                    .filter(step -> step.hazards().contains(hazard))
                    .count();
            if (count > 0) {
                said.add(CountWords.of(count, "step", "steps") + ": " + hazard.shown()
                        + (hazard.destructive() ? ", allowed one by one" : ""));
            }
        }
        losses.stream().limit(LOSSES_SHOWN).forEach(said::add);
        if (losses.size() > LOSSES_SHOWN) {
            said.add((losses.size() - LOSSES_SHOWN) + " more stand with their steps.");
        }
        said.addAll(counted(Warning::isRisk));
        return said.isEmpty() ? List.of("No step is destructive or changes who has access.") : said;
    }

    /** What else the steps are, which is no risk. */
    public List<String> harmless() {
        return counted(warning -> !warning.isRisk());
    }

    /** What keeps nothing back, by its name: what it means stands with each step. */
    private List<String> counted(Predicate<Warning> which) {
        Map<String, Long> counts = new TreeMap<>();
        plan.steps()
                .forEach(step -> step.warnings().stream()
                        .filter(warning -> !warning.blocking() && which.test(warning))
                        .map(warning -> warning.isCode() ? warning.name() + " " + warning.message() : warning.words())
                        .distinct()
                        .forEach(words -> counts.merge(words, 1L, Long::sum)));
        return counts.entrySet().stream()
                .map(count -> CountWords.of(count.getValue(), "step", "steps") + ": " + count.getKey())
                .toList();
    }

    /** How much stays together when something goes wrong. */
    public String bracket() {
        if (rollsBack) {
            return "One transaction, rolled back in the end. Its locks are real: others wait for them until then. What sequences count meanwhile is not taken back.";
        }
        List<Bracket> brackets = Bracket.of(plan);
        long transactions = brackets.stream().filter(Bracket::transaction).count();
        long alone = brackets.size() - transactions;
        if (transactions > 1) {
            return transactions + " transactions"
                    + (alone == 0 ? "" : " and " + CountWords.of(alone, "step", "steps") + " outside of any")
                    + ", one after the other: what was committed stands, whatever comes then.";
        }
        return alone == 0
                ? "One transaction: all of it stands, or none."
                : CountWords.of(alone, "step runs", "steps run") + " outside the transaction and would stand alone.";
    }

    public boolean asksForName() {
        return mode == SafeMode.PRODUCTION;
    }

    /** What is typed: the database's name, unless the plan asks for another one. */
    public String databaseName() {
        return toType.map(StructureDetail.ToType::name)
                .orElseGet(() -> plan.target().server().database().text());
    }

    /** Asks for it. */
    public String askedToType() {
        return toType.map(StructureDetail.ToType::asked).orElseGet(() -> Texts.get("repair.approval.type"));
    }

    public StringProperty typedProperty() {
        return typed;
    }

    public BooleanBinding readyBinding() {
        return ready;
    }

    /** Where the typed text differs from the name; empty while it does not. */
    public StringBinding hintBinding() {
        return hint;
    }

    public Approval approval() {
        return new Approval(plan.digest(), allowed, asksForName() ? typed.get() : "", mode, by);
    }
}
