package dev.plumbline.operation.structure;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Name;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.StatementTimeout;
import dev.plumbline.pg.PgFailure;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.pg.WritingSession;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs statements in a scratch database until all are done or none moves any more. Event triggers come last, since they would act on what comes after them. */
final class ScriptRun {
    private static final int LAST = 2;
    private static final String NO_PRIVILEGE = "42501";
    private static final String DUPLICATE_SCHEMA = "42P06";
    private static final Pattern MISSING_ROLE = Pattern.compile("role \"(.+)\" does not exist", Pattern.DOTALL);
    private static final StatementTimeout LIMIT = new StatementTimeout(60_000);
    private final ServerPools pools;
    private final ScratchDatabase database;
    private final boolean whatCanBeDone;
    private final CancelToken cancel;
    private final List<String> notDone = new ArrayList<>();
    private final ScriptFailures failures = new ScriptFailures();
    private final StatementActs acts;

    /** @param whatCanBeDone whether statements that the server refuses are left out, instead of refusing all */
    ScriptRun(ServerPools pools, ScratchDatabase database, boolean whatCanBeDone, CancelToken cancel) {
        this.pools = pools;
        this.database = database;
        this.whatCanBeDone = whatCanBeDone;
        this.cancel = cancel;
        this.acts = new StatementActs(database, LIMIT, cancel);
    }

    StatementActs acts() {
        return acts;
    }

    /** Sentences about what could not be done and does not matter for the structure. */
    List<String> run(List<ScriptStatement> statements) {
        try (WritingSession session = pools.open(database.login(), cancel)) {
            for (int phase = 0; phase <= LAST; phase++) {
                run(session, statements, phase);
            }
        }
        return notDone.isEmpty()
                ? List.of()
                : List.of("Could not be done on the scratch server, and is not compared: " + Told.few(notDone) + ".");
    }

    private void run(WritingSession session, List<ScriptStatement> all, int phase) {
        List<ScriptStatement> left =
                all.stream().filter(statement -> phase == phase(statement)).toList();
        ScriptSettings settings = new ScriptSettings(session, LIMIT, cancel);
        AwaitedWords awaited = new AwaitedWords();
        failures.forget();
        left = firstTry(session, settings, left, awaited);
        boolean every = false;
        boolean done = false;
        while (!left.isEmpty() && !done) {
            List<ScriptStatement> waiting = new ArrayList<>();
            for (ScriptStatement statement : left) {
                cancel.check();
                if (!every && !awaited.hasCome(statement) || !tryOne(session, settings, statement, awaited)) {
                    waiting.add(statement);
                }
            }
            boolean moved = waiting.size() < left.size();
            done = every && !moved;
            every = !moved;
            left = waiting;
        }
        if (!left.isEmpty() && !whatCanBeDone) {
            throw failures.of(left);
        }
    }

    /** What is left of statements that were each tried once, those that go together in one message. */
    private List<ScriptStatement> firstTry(
            WritingSession session, ScriptSettings settings, List<ScriptStatement> all, AwaitedWords awaited) {
        List<ScriptStatement> waiting = new ArrayList<>();
        for (List<ScriptStatement> together : ScriptBatches.of(all)) {
            cancel.check();
            if (together.size() > 1 && tryTogether(session, settings, together)) {
                together.forEach(awaited::cameWith);
                continue;
            }
            for (ScriptStatement statement : together) {
                cancel.check();
                if (!tryOne(session, settings, statement, awaited)) {
                    waiting.add(statement);
                }
            }
        }
        return waiting;
    }

    /** All or none of them; false when one failed. */
    private boolean tryTogether(WritingSession session, ScriptSettings settings, List<ScriptStatement> statements) {
        while (true) {
            try {
                settings.hold(statements.get(0));
                acts.execute(session, ScriptBatches.text(statements));
                return true;
            } catch (ProblemException failure) {
                if (PgFailure.isConnectionLost(failure)) {
                    throw ended(
                            statements.get(0),
                            failure,
                            "with one of the " + statements.size() + " statements that begin here ");
                }
                if (!madeMissingRole(failure)) {
                    return false;
                }
            }
        }
    }

    private ProblemException ended(ScriptStatement statement, ProblemException failure, String with) {
        cancel.check();
        return new StatementWords(statement)
                .refused(with + "it took too long, grew too large or ended its own connection ("
                        + failure.problem().answer() + ")");
    }

    /** What a superuser makes with a script of its own comes before anything of a file is there, event triggers after everything. */
    private static int phase(ScriptStatement statement) {
        return switch (statement.rule().treatment()) {
            case WRAPPER -> 0;
            case EXTENSION ->
                AdministratorSql.extension(new StatementWords(statement)).isForAdministrator() ? 0 : 1;
            case EVENT_TRIGGER -> LAST;
            case RUN, SETTING, NOTHING, LEFT_OUT, ROLE, REFUSED -> 1;
        };
    }

    /** False when it failed and may succeed later. */
    private boolean tryOne(
            WritingSession session, ScriptSettings settings, ScriptStatement statement, AwaitedWords awaited) {
        while (true) {
            try {
                settings.hold(statement);
                acts.act(session, statement);
                failures.done(statement);
                awaited.cameWith(statement);
                return true;
            } catch (ProblemException failure) {
                if (PgFailure.isConnectionLost(failure)) {
                    throw ended(statement, failure, "");
                }
                if (isBesideStructure(statement, failure)) {
                    notDone.add(statement.place() + " (" + PgFailure.serverMessage(failure) + ")");
                    return true;
                }
                if (database.hasMadeSchema(statement)
                        && PgFailure.sqlState(failure).equals(DUPLICATE_SCHEMA)) {
                    return true;
                }
                if (!madeMissingRole(failure)) {
                    failures.failed(statement, failure);
                    awaited.await(statement, PgFailure.serverMessage(failure));
                    return false;
                }
            }
        }
    }

    /** Names that no role can bear (manual CREATE ROLE); the statement that uses one fails as it does anywhere. */
    private static boolean isReserved(String role) {
        return role.startsWith("pg_") || role.equals("public") || role.equals("none");
    }

    private boolean madeMissingRole(ProblemException failure) {
        Matcher missing = MISSING_ROLE.matcher(PgFailure.serverMessage(failure));
        return missing.matches() && !isReserved(missing.group(1)) && database.makeRole(Name.of(missing.group(1)));
    }

    /** What is refused for want of power, and changes nothing that a table, view or function is made of. */
    private static boolean isBesideStructure(ScriptStatement statement, ProblemException failure) {
        if (!PgFailure.sqlState(failure).equals(NO_PRIVILEGE)) {
            return false;
        }
        StatementWords words = new StatementWords(statement);
        return words.begins("GRANT")
                || words.begins("REVOKE")
                || words.begins("COMMENT", "ON", "EXTENSION")
                || words.begins("ALTER", "DEFAULT", "PRIVILEGES")
                || words.begins("ALTER") && words.ends("OWNER", "TO");
    }
}
