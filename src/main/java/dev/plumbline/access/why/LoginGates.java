package dev.plumbline.access.why;

import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.Role;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What stands before a session: LOGIN, the password's validity, connection limits, CONNECT (PostgreSQL manual 21.2, CREATE ROLE). */
final class LoginGates {
    private static final DateTimeFormatter SERVER_TIME = DateTimeFormatter.ofPattern(
            "yyyy-MM-dd HH:mm:ss[.SSSSSS][.SSSSS][.SSSS][.SSS][.SS][.S][XXX][X]", Locale.ROOT);

    private LoginGates() {}

    static List<Gate> of(Situation situation, int number, Instant asOf) {
        Role role = situation.snapshot().roles().role(number);
        List<Gate> gates = new ArrayList<>();
        if (!role.login()) {
            gates.add(new Gate(
                    "LOGIN",
                    Gate.State.NOTE,
                    role.name().shown() + " cannot log in: it acts through its members and by SET ROLE",
                    "NOLOGIN"));
            return gates;
        }
        gates.add(
                situation.isCockroach()
                        ? CockroachGates.login(role.name().shown())
                        : new Gate("LOGIN", Gate.State.PASS, role.name().shown() + " can log in", "LOGIN"));
        validity(role, asOf).ifPresent(gates::add);
        limit(role).ifPresent(gates::add);
        gates.add(situation.isCockroach() ? CockroachGates.connect(situation, number) : connect(situation, number));
        return gates;
    }

    private static Optional<Gate> validity(Role role, Instant asOf) {
        String until = role.validUntil();
        if (until == null || until.equals("infinity")) {
            return Optional.empty();
        }
        boolean over = until.equals("-infinity");
        try {
            over |= OffsetDateTime.parse(until, SERVER_TIME).toInstant().isBefore(asOf);
        } catch (DateTimeParseException beyond) {
            // A year of more than four digits: far from over.
            over |= until.startsWith("-");
        }
        return Optional.of(
                over
                        ? new Gate(
                                "VALID UNTIL",
                                Gate.State.NOTE,
                                "its password is no longer valid: logins by password are refused, other methods are not",
                                "VALID UNTIL " + until)
                        : new Gate(
                                "VALID UNTIL", Gate.State.PASS, "its password is still valid", "VALID UNTIL " + until));
    }

    private static Optional<Gate> limit(Role role) {
        if (role.connectionLimit() < 0 || role.superuser()) {
            return Optional.empty();
        }
        String evidence = "CONNECTION LIMIT " + role.connectionLimit();
        return Optional.of(
                role.connectionLimit() == 0
                        ? new Gate(
                                "CONNECTION LIMIT",
                                Gate.State.FAIL,
                                "its limit of 0 connections lets nobody in",
                                evidence)
                        : new Gate(
                                "CONNECTION LIMIT",
                                Gate.State.NOTE,
                                "at most " + role.connectionLimit() + " sessions at a time",
                                evidence));
    }

    private static Gate connect(Situation situation, int role) {
        Optional<DatabaseObject> database = situation.database();
        if (database.isEmpty()) {
            return new Gate("CONNECT", Gate.State.UNKNOWN, "the databases could not be read", Gap.DATABASE);
        }
        boolean may = situation.holds(role, database.get(), Privilege.CONNECT);
        String sentence = (may ? "may CONNECT to " : "may not CONNECT to ")
                + database.get().shown();
        return PrivilegeGates.decided(
                situation, "CONNECT", may, sentence, PrivilegeGates.aclOf(situation, database.get()));
    }
}
