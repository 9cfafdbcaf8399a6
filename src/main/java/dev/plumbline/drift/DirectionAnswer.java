package dev.plumbline.drift;

import dev.plumbline.model.Gap;
import dev.plumbline.model.Name;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Snapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The answer about all rules of one direction; both directions are asked alike. */
final class DirectionAnswer {
    private static final int SCHEMAS_SHOWN = 5;

    private DirectionAnswer() {}

    static CheckResult of(
            String code, String title, DefaultRule.Direction direction, Snapshot snapshot, OwnershipModel.Auto wanted) {
        List<DefaultRule> rules = DefaultRule.of(wanted, direction);
        Question question = new Question(
                code,
                title,
                Sentences.count(wanted.schemas().size(), "schema") + " × tables, sequences, functions",
                Sentences.count(rules.size(), "rule"));
        return question.answeredBefore(snapshot, wanted, Gap.DEFAULT_PRIVILEGES, Gap.SCHEMAS, Gap.ROLES)
                .orElseGet(() -> answer(question, snapshot, rules));
    }

    private static CheckResult answer(Question question, Snapshot snapshot, List<DefaultRule> rules) {
        List<RuleComparison> compared =
                rules.stream().map(rule -> RuleComparison.of(snapshot, rule)).toList();
        long present = compared.stream().filter(RuleComparison::present).count();
        String verdict = present + " of " + rules.size() + " present";
        String actual = absentRole(snapshot, rules.get(0), Sentences.count(present, "rule"));
        State state = present == rules.size() ? State.OK : stateBelow(compared);
        List<Finding> findings = compared.stream()
                .filter(one -> !one.schemaAbsent() && !one.missing().isEmpty())
                .<Finding>map(one -> new Finding.DefaultPrivilegeMissing(one.rule(), one.missing()))
                .toList();
        return question.answer(state, verdict, actual, note(compared, present), findings);
    }

    private static State stateBelow(List<RuleComparison> compared) {
        return compared.stream().anyMatch(one -> one.present() || one.partly()) ? State.PARTIAL : State.MISSING;
    }

    private static String absentRole(Snapshot snapshot, DefaultRule rule, String otherwise) {
        if (snapshot.role(rule.creator()).isEmpty()) {
            return "creator missing";
        }
        return snapshot.role(rule.grantee()).isEmpty() ? "grantee missing" : otherwise;
    }

    private static String note(List<RuleComparison> compared, long present) {
        String missing =
                list(compared, one -> !one.schemaAbsent() && !one.missing().isEmpty());
        String byAny = list(compared, RuleComparison::byAnySchema);
        String grantable = list(compared, RuleComparison::grantable);
        String absent = compared.stream()
                .filter(RuleComparison::schemaAbsent)
                .map(one -> one.rule().schema())
                .distinct()
                .map(Name::shown)
                .collect(Collectors.joining(", "));
        return new Sentences()
                .addIf(!missing.isEmpty() && (present > 0 || anyPartly(compared)), "Missing " + missing + ".")
                .addIf(!byAny.isEmpty(), "Present by the rule for any schema, " + byAny + ".")
                .addIf(!grantable.isEmpty(), "With grant option, which the operator does not give, " + grantable + ".")
                .addIf(!absent.isEmpty(), "Cannot be set where the schema does not exist: " + absent + ".")
                .text();
    }

    private static boolean anyPartly(List<RuleComparison> compared) {
        return compared.stream().anyMatch(RuleComparison::partly);
    }

    /** {@code in public: tables, sequences; in audit: tables}, at most of a few schemas. */
    private static String list(List<RuleComparison> compared, Predicate<RuleComparison> which) {
        Map<Name, String> bySchema = new LinkedHashMap<>();
        compared.stream()
                .filter(which)
                .forEach(one -> bySchema.merge(one.rule().schema(), one.shown(), (some, more) -> some + ", " + more));
        String shown = bySchema.entrySet().stream()
                .limit(SCHEMAS_SHOWN)
                .map(entry -> "in " + entry.getKey().shown() + ": " + entry.getValue())
                .collect(Collectors.joining("; "));
        int more = bySchema.size() - SCHEMAS_SHOWN;
        return more > 0 ? shown + "; and in " + Sentences.count(more, "more schema") : shown;
    }
}
