package dev.plumbline.access.why;

import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Gap;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Policy;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.RelationFacts;
import dev.plumbline.model.RoleIndex;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which rows remain (PostgreSQL manual 5.9): superusers, BYPASSRLS and, unless FORCE, the owner see all. */
final class RowSecurityGate {
    static final String TITLE = "ROW SECURITY";
    static final PrivilegeSet FILTERED =
            PrivilegeSet.of(Privilege.SELECT, Privilege.INSERT, Privilege.UPDATE, Privilege.DELETE);

    private RowSecurityGate() {}

    static Optional<Gate> of(Situation situation, Question question) {
        DatabaseObject table = question.object();
        boolean may = table.kind() == ObjectKind.RELATION && FILTERED.has(question.privilege());
        RelationFacts facts = situation.snapshot().relationFacts(table);
        if (!may || !facts.rowSecurity()) {
            return Optional.empty();
        }
        String passedBy = passedBy(situation, question, facts);
        if (!passedBy.isEmpty()) {
            return Optional.of(new Gate(TITLE, Gate.State.PASS, "enabled, but " + passedBy, "passes by"));
        }
        Optional<Gap> gap = situation.snapshot().catalog().gapAbout(Gap.POLICIES);
        if (gap.isPresent()) {
            return Optional.of(new Gate(
                    TITLE,
                    Gate.State.UNKNOWN,
                    "enabled; its policies could not be read",
                    gap.get().answer()));
        }
        return Optional.of(new Gate(
                TITLE,
                Gate.State.NOTE,
                sentence(applying(situation, question)),
                facts.forcedRowSecurity() ? "FORCE ROW LEVEL SECURITY" : "ENABLE ROW LEVEL SECURITY"));
    }

    private static String passedBy(Situation situation, Question question, RelationFacts facts) {
        int role = question.role();
        if (situation.closure().isSuperuser(role)) {
            return "superusers pass it by";
        }
        if (situation.snapshot().roles().role(role).bypassRowSecurity()) {
            return situation.shown(role) + " has BYPASSRLS";
        }
        int owner = question.object().owner();
        boolean owns = situation.snapshot().roles().isKnown(owner)
                && situation.closure().holds(role, owner);
        return owns && !facts.forcedRowSecurity() ? "the owner passes it by (no FORCE)" : "";
    }

    private static List<Policy> applying(Situation situation, Question question) {
        char command = question.privilege().letter();
        return situation.snapshot().policies().stream()
                .filter(policy -> policy.relation() == question.object().oid())
                .filter(policy -> policy.command() == '*' || policy.command() == command)
                .filter(policy -> policy.roles().stream()
                        .anyMatch(role -> role == RoleIndex.PUBLIC
                                || situation.snapshot().roles().isKnown(role)
                                        && situation.closure().holds(question.role(), role)))
                .toList();
    }

    private static String sentence(List<Policy> policies) {
        if (policies.stream().noneMatch(Policy::permissive)) {
            return "enabled, and no policy lets this role have any row";
        }
        return "only the rows of "
                + policies.stream()
                        .map(policy -> "policy " + policy.name().shown()
                                + (policy.permissive() ? "" : " (restrictive)")
                                + (policy.using().isEmpty() ? "" : ": " + policy.using()))
                        .collect(Collectors.joining("; "));
    }
}
