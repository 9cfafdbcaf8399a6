package dev.plumbline.access.why;

import dev.plumbline.model.AccessList;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Gap;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.RoutineFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** USAGE on the schema, and the privilege itself (PostgreSQL manual 5.8). */
final class PrivilegeGates {
    private PrivilegeGates() {}

    static List<Gate> of(Situation situation, Question question) {
        List<Gate> gates = new ArrayList<>();
        usage(situation, question).ifPresent(gates::add);
        gates.add(privilege(situation, question));
        definer(situation, question).ifPresent(gates::add);
        return gates;
    }

    private static Optional<Gate> usage(Situation situation, Question question) {
        DatabaseObject object = question.object();
        if (object.schema() == null || object.kind() == ObjectKind.SCHEMA) {
            return Optional.empty();
        }
        Optional<DatabaseObject> schema = situation.schemaOf(object);
        if (schema.isEmpty()) {
            return Optional.of(new Gate("USAGE", Gate.State.UNKNOWN, "the schemas could not be read", Gap.SCHEMAS));
        }
        boolean may = situation.holds(question.role(), schema.get(), Privilege.USAGE);
        if (!may && CockroachGates.leavesUsageOpen(situation, object)) {
            return Optional.of(CockroachGates.openUsage(situation, schema.get()));
        }
        String sentence = (may ? "has USAGE on schema " : "has no USAGE on schema ")
                + schema.get().shown();
        return Optional.of(decided(situation, "USAGE", may, sentence, aclOf(situation, schema.get())));
    }

    private static Gate privilege(Situation situation, Question question) {
        Column column = question.column();
        boolean may = situation.holds(question.role(), question.object(), column, question.privilege());
        String what = question.object().shown()
                + (column == null ? "" : " (" + column.name().shown() + ")");
        String sentence =
                (may ? "holds " : "does not hold ") + question.privilege().word() + " on " + what;
        if (!may && column == null) {
            sentence += someColumns(situation, question);
        } else if (situation.isCockroach()
                && situation.mayGrantOn(question.role(), question.object(), question.privilege())) {
            sentence += ", and may grant it on";
        }
        String evidence = aclOf(situation, question.object());
        if (column != null && column.acl() != null) {
            evidence += "; column: " + entries(situation, question.object(), column.acl());
        }
        return decided(situation, question.privilege().word(), may, sentence, evidence);
    }

    /** A refusal of the whole table often hides that some columns are open. */
    private static String someColumns(Situation situation, Question question) {
        String open = situation.snapshot().columns().stream()
                .filter(column -> column.relation() == question.object().oid() && column.acl() != null)
                .filter(column -> situation.holds(question.role(), question.object(), column, question.privilege()))
                .map(column -> column.name().shown())
                .collect(Collectors.joining(", "));
        return open.isEmpty() || question.object().kind() != ObjectKind.RELATION
                ? ""
                : ", but on its columns " + open + " it does";
    }

    private static Optional<Gate> definer(Situation situation, Question question) {
        RoutineFacts facts =
                situation.snapshot().routines().get(question.object().oid());
        if (question.object().kind() != ObjectKind.ROUTINE || facts == null || !facts.securityDefiner()) {
            return Optional.empty();
        }
        String owner = situation.shown(question.object().owner());
        return Optional.of(new Gate(
                "SECURITY DEFINER",
                Gate.State.NOTE,
                "runs with the rights of its owner " + owner
                        + (facts.fixesSearchPath() ? "" : ", and does not fix its search_path"),
                "SECURITY DEFINER"));
    }

    /** A no that unread roles or memberships could turn into a yes is not a no. */
    static Gate decided(Situation situation, String title, boolean may, String sentence, String evidence) {
        if (may) {
            return new Gate(title, Gate.State.PASS, sentence, evidence);
        }
        return situation
                .doubt()
                .map(gap -> new Gate(
                        title,
                        Gate.State.UNKNOWN,
                        "cannot tell: " + gap.subject() + " could not be read (" + gap.answer() + ")",
                        evidence))
                .orElseGet(() -> new Gate(title, Gate.State.FAIL, sentence, evidence));
    }

    static String aclOf(Situation situation, DatabaseObject object) {
        if (situation.isCockroach()) {
            AccessList acl = object.effectiveAcl();
            return "owner " + situation.shown(object.owner()) + "; "
                    + (acl.size() == 0 ? "nothing granted" : entries(situation, object, acl));
        }
        return object.acl() == null
                ? "no grants stored: the built-in default, " + entries(situation, object, object.effectiveAcl())
                : entries(situation, object, object.acl());
    }

    private static String entries(Situation situation, DatabaseObject object, @Nullable AccessList acl) {
        if (acl == null || acl.size() == 0) {
            return "{} (everything was revoked)";
        }
        List<String> entries = new ArrayList<>();
        for (int at = 0; at < acl.size(); at++) {
            entries.add(situation.entry(object, acl, at));
        }
        return String.join(", ", entries);
    }
}
