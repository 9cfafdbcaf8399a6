package dev.plumbline.access.why;

import dev.plumbline.access.EffectivePrivileges;
import dev.plumbline.model.AccessSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers why a role may or may not do something. A verdict of DENIED rests on no gap; where one could turn it, the verdict is CANNOT TELL. {@code asOf} is
 * the moment of reading, against which the validity of passwords is held.
 */
public final class Why {
    private final Situation situation;
    private final Instant asOf;

    private Why(Situation situation, Instant asOf) {
        this.situation = situation;
        this.asOf = asOf;
    }

    public static Why of(AccessSnapshot snapshot, EffectivePrivileges privileges, Instant asOf) {
        return new Why(Situation.of(snapshot, privileges), asOf);
    }

    public Answer answer(Question question, Evidence evidence) {
        List<Gate> gates = new ArrayList<>(LoginGates.of(situation, question.role(), asOf));
        gates.addAll(PrivilegeGates.of(situation, question));
        RowSecurityGate.of(situation, question).ifPresent(gates::add);
        gates.addAll(BehindGates.of(situation, question, evidence));
        boolean holds = situation.holds(question.role(), question.object(), question.column(), question.privilege());
        boolean failed = gates.stream().anyMatch(gate -> gate.state() == Gate.State.FAIL);
        List<String> setRoles = failed ? setRoles(question) : List.of();
        return new Answer(
                question,
                outcome(gates, failed, setRoles),
                gates,
                holds ? Doors.of(situation, question) : List.of(),
                setRoles,
                failed ? Fixes.of(situation, question) : List.of(),
                evidence.serverSays(),
                !evidence.serverSays().isEmpty()
                        && holds != evidence.serverSays().equals("yes"));
    }

    /** All ways by which the role holds the privilege; none when it does not. */
    public List<Door> doors(Question question) {
        return situation.holds(question.role(), question.object(), question.column(), question.privilege())
                ? Doors.of(situation, question)
                : List.of();
    }

    private static Outcome outcome(List<Gate> gates, boolean failed, List<String> setRoles) {
        if (failed) {
            return setRoles.isEmpty() ? Outcome.DENIED : Outcome.AFTER_SET_ROLE;
        }
        if (gates.stream().anyMatch(gate -> gate.state() == Gate.State.UNKNOWN)) {
            return Outcome.UNKNOWN;
        }
        boolean filtered = gates.stream()
                .anyMatch(gate -> gate.title().equals(RowSecurityGate.TITLE) && gate.state() == Gate.State.NOTE);
        return filtered ? Outcome.ROWS_FILTERED : Outcome.ALLOWED;
    }

    /** The roles that the role may SET ROLE to and that pass where it fails; getting into the database it must do by itself. */
    private List<String> setRoles(Question question) {
        List<Gate> own = LoginGates.of(situation, question.role(), asOf);
        if (own.stream().anyMatch(gate -> gate.state() == Gate.State.FAIL)) {
            return List.of();
        }
        boolean everybody = situation.closure().isSuperuser(question.role());
        List<String> roles = new ArrayList<>();
        for (int role = 0; role < situation.snapshot().roles().known(); role++) {
            boolean may = everybody || situation.closure().settersOf(role).has(question.role());
            if (role != question.role()
                    && may
                    && passes(new Question(role, question.privilege(), question.object(), question.column()))) {
                roles.add(situation.shown(role));
            }
        }
        return roles;
    }

    private boolean passes(Question question) {
        return PrivilegeGates.of(situation, question).stream()
                .noneMatch(gate -> gate.state() != Gate.State.PASS && gate.state() != Gate.State.NOTE);
    }
}
