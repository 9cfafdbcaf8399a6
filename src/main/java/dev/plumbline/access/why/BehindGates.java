package dev.plumbline.access.why;

import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.RelationFacts;
import java.util.ArrayList;
import java.util.List;

/**
 * What lies behind the object: a view's relations, read with its owner's rights or, with {@code security_invoker}, the caller's (manual CREATE VIEW); and the
 * sequences of serial columns, which an INSERT that leaves the column out needs USAGE of.
 */
final class BehindGates {
    private BehindGates() {}

    static List<Gate> of(Situation situation, Question question, Evidence evidence) {
        if (situation.isCockroach()) {
            return CockroachGates.behind(situation, question, evidence);
        }
        List<Gate> gates = new ArrayList<>();
        if (question.object().kind() == ObjectKind.RELATION && question.object().letter() == 'v') {
            evidence.readsFrom().forEach(read -> gates.add(view(situation, question, read)));
        }
        if (question.privilege().equals(Privilege.INSERT)) {
            evidence.sequences().forEach(behind -> gates.add(sequence(situation, question, behind)));
        }
        return gates;
    }

    private static Gate view(Situation situation, Question question, DatabaseObject read) {
        RelationFacts facts = situation.snapshot().relationFacts(question.object());
        int checked =
                facts.securityInvoker() ? question.role() : question.object().owner();
        String whose = facts.securityInvoker() ? "the caller " : "its owner ";
        if (!situation.snapshot().roles().isKnown(checked)) {
            return new Gate("VIEW", Gate.State.UNKNOWN, "its owner could not be read", "");
        }
        boolean may = situation.holds(checked, read, question.privilege());
        String sentence = "reads " + read.shown() + " with the rights of " + whose + situation.shown(checked)
                + (may ? ", who holds " : ", who does not hold ")
                + question.privilege().word() + " on all of it";
        String evidence = PrivilegeGates.aclOf(situation, read);
        boolean columns = situation.snapshot().columns().stream()
                .anyMatch(column -> column.relation() == read.oid() && column.acl() != null);
        return !may && columns
                ? new Gate("VIEW", Gate.State.UNKNOWN, sentence + "; grants on columns may suffice", evidence)
                : PrivilegeGates.decided(situation, "VIEW", may, sentence, evidence);
    }

    private static Gate sequence(Situation situation, Question question, Evidence.BehindColumn behind) {
        String column = "column " + behind.column().shown();
        if (behind.identity()) {
            return new Gate(
                    "SEQUENCE", Gate.State.PASS, column + " is an identity column: its sequence needs no right", "");
        }
        boolean may = situation.holds(question.role(), behind.sequence(), Privilege.USAGE)
                || situation.holds(question.role(), behind.sequence(), Privilege.UPDATE);
        String evidence = PrivilegeGates.aclOf(situation, behind.sequence());
        return may
                ? new Gate(
                        "SEQUENCE",
                        Gate.State.PASS,
                        column + " takes its default from " + behind.sequence().shown() + ", which it may use",
                        evidence)
                : new Gate(
                        "SEQUENCE",
                        Gate.State.NOTE,
                        column + " takes its default from " + behind.sequence().shown()
                                + ", which it may not use: an INSERT must give the column a value",
                        evidence);
    }
}
