package dev.plumbline.drift;

import dev.plumbline.model.Gap;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.OwnedObject;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** DEF-203: which objects are older than their rule, so that the other side was never granted them? */
final class ExistingObjectsCheck implements Check {
    @Override
    public String code() {
        return "DEF-203";
    }

    @Override
    public CheckResult check(Snapshot snapshot, OwnershipModel.Auto wanted) {
        Question question = new Question(
                code(),
                "Existing objects",
                Sentences.count(wanted.schemas().size(), "schema") + ", of owner and app",
                "each granted to the other side");
        return question.answeredBefore(snapshot, wanted, Gap.OBJECTS, Gap.ROLES, Gap.MEMBERSHIPS)
                .orElseGet(() -> answer(question, snapshot, wanted));
    }

    private static CheckResult answer(Question question, Snapshot snapshot, OwnershipModel.Auto wanted) {
        ObjectCoverage coverage = new ObjectCoverage(snapshot);
        Map<Place, DefaultRule> rules = rulesByPlace(wanted);
        Map<DefaultRule, List<OwnedObject>> uncovered = new LinkedHashMap<>();
        rules.values().forEach(rule -> uncovered.put(rule, new ArrayList<>()));
        long looked = 0;
        for (OwnedObject object : snapshot.objects()) {
            DefaultRule rule = rules.get(new Place(object.owner(), object.schema(), object.type()));
            if (rule != null) {
                looked++;
                if (!coverage.covers(object, rule)) {
                    uncovered.getOrDefault(rule, new ArrayList<>()).add(object);
                }
            }
        }
        uncovered.values().removeIf(List::isEmpty);
        return uncovered.isEmpty()
                ? question.ok("all covered", Sentences.count(looked, "object"), "")
                : notCovered(question, coverage, uncovered, looked);
    }

    private static CheckResult notCovered(
            Question question, ObjectCoverage coverage, Map<DefaultRule, List<OwnedObject>> uncovered, long looked) {
        List<Finding> findings = new ArrayList<>();
        Sentences note = new Sentences();
        long count = 0;
        for (Map.Entry<DefaultRule, List<OwnedObject>> entry : uncovered.entrySet()) {
            DefaultRule rule = entry.getKey();
            findings.add(new Finding.ObjectsNotCovered(rule, entry.getValue()));
            count += entry.getValue().size();
            note.add(Sentences.count(entry.getValue().size(), singular(rule.type())) + " of "
                    + rule.creator().shown() + " in " + rule.schema().shown() + ".");
        }
        uncovered.keySet().stream()
                .filter(coverage::reachesByMembership)
                .forEach(rule -> note.add(rule.grantee().shown() + " reaches those of "
                        + rule.creator().shown() + " today only by its membership."));
        String verdict = count + " of " + looked + " not covered";
        State state = count == looked ? State.MISSING : State.PARTIAL;
        return question.answer(state, verdict, summary(uncovered), note.text(), findings);
    }

    /** {@code 7 existing tables, 2 sequences not covered}. */
    private static String summary(Map<DefaultRule, List<OwnedObject>> uncovered) {
        Map<ObjectType, Integer> byType = new LinkedHashMap<>();
        uncovered.forEach((rule, objects) -> byType.merge(rule.type(), objects.size(), Integer::sum));
        String counts = byType.entrySet().stream()
                .map(entry -> Sentences.count(entry.getValue(), singular(entry.getKey())))
                .collect(Collectors.joining(", "));
        int afterNumber = counts.indexOf(' ');
        return counts.substring(0, afterNumber) + " existing" + counts.substring(afterNumber) + " not covered";
    }

    private static Map<Place, DefaultRule> rulesByPlace(OwnershipModel.Auto wanted) {
        Map<Place, DefaultRule> rules = new LinkedHashMap<>();
        Stream.of(DefaultRule.Direction.values())
                .flatMap(direction -> DefaultRule.of(wanted, direction).stream())
                .forEach(rule -> rules.put(new Place(rule.creator(), rule.schema(), rule.type()), rule));
        return rules;
    }

    private static String singular(ObjectType type) {
        String word = type.word().toLowerCase(Locale.ROOT);
        return word.substring(0, word.length() - 1);
    }

    private record Place(Name owner, Name schema, ObjectType type) {}
}
