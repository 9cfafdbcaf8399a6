package dev.plumbline.operation.structure;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.Name;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Sql;
import dev.plumbline.model.StatementTimeout;
import dev.plumbline.pg.PgFailure;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.pg.WritingSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs statements in a scratch database until all are done or none moves any more. Event triggers come last, since they would act on what comes after them. */
final class ScriptRun {
    private static final int LAST = 2;
    private static final String NO_PRIVILEGE = "42501";
    private static final String DUPLICATE_SCHEMA = "42P06";
    private static final Pattern MISSING_ROLE = Pattern.compile("role \"(.+)\" does not exist", Pattern.DOTALL);
    private static final StatementTimeout LIMIT = new StatementTimeout(60_000);
    /** What stands for another thing that is missing: undefined object, table, function, column, schema; and a function body that could not be parsed. */
    private static final Set<String> WAITING = Set.of("42704", "42P01", "42883", "42703", "3F000", "42P13", "0A000");

    private final ServerPools pools;
    private final ScratchDatabase database;
    private final boolean whatCanBeDone;
    private final CancelToken cancel;
    private final List<String> notDone = new ArrayList<>();
    private final Map<ScriptStatement, ProblemException> failures = new LinkedHashMap<>();

    /** @param whatCanBeDone whether statements that the server refuses are left out, instead of refusing all */
    ScriptRun(ServerPools pools, ScratchDatabase database, boolean whatCanBeDone, CancelToken cancel) {
        this.pools = pools;
        this.database = database;
        this.whatCanBeDone = whatCanBeDone;
        this.cancel = cancel;
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
        List<ScriptStatement> left = new ArrayList<>(
                all.stream().filter(statement -> phase == phase(statement)).toList());
        ScriptSettings settings = new ScriptSettings(session, cancel);
        boolean moved = true;
        while (moved && !left.isEmpty()) {
            failures.clear();
            List<ScriptStatement> waiting = new ArrayList<>();
            for (ScriptStatement statement : left) {
                cancel.check();
                if (!tryOne(session, settings, statement)) {
                    waiting.add(statement);
                }
            }
            moved = waiting.size() < left.size();
            left = waiting;
        }
        if (!left.isEmpty() && !whatCanBeDone) {
            throw failure(left);
        }
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
    private boolean tryOne(WritingSession session, ScriptSettings settings, ScriptStatement statement) {
        while (true) {
            try {
                settings.hold(statement);
                act(session, statement);
                return true;
            } catch (ProblemException failure) {
                if (PgFailure.isConnectionLost(failure)) {
                    cancel.check();
                    throw new StatementWords(statement)
                            .refused("it took too long, grew too large or ended its own connection ("
                                    + failure.problem().answer() + ")");
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
                    failures.put(statement, failure);
                    return false;
                }
            }
        }
    }

    /** Runs one statement in the way that its kind needs. */
    void act(WritingSession session, ScriptStatement statement) {
        StatementWords words = new StatementWords(statement);
        switch (statement.rule().treatment()) {
            case ROLE -> database.makeRole(words.name(2));
            case EXTENSION -> extension(session, statement, words);
            case WRAPPER -> AdministratorSql.wrapper(words).forEach(database::asAdministrator);
            case EVENT_TRIGGER -> EventTriggerSql.of(statement).forEach(database::asAdministrator);
            case RUN, SETTING, NOTHING, LEFT_OUT, REFUSED -> build(session, statement, words);
        }
    }

    /** Schemas are made by the group that every role belongs to, so that whatever is in them can be given to any. */
    private void build(WritingSession session, ScriptStatement statement, StatementWords words) {
        Optional<Sql> publication = PublicationSql.of(statement);
        if (publication.isPresent()) {
            database.asAdministrator(publication.get());
            return;
        }
        if (!words.begins("CREATE", "SCHEMA") || words.has("AUTHORIZATION")) {
            execute(session, new Sql(statement.text()));
            return;
        }
        execute(session, Sql.of("SET ROLE %I", ScratchDatabase.BUILDER));
        try {
            execute(session, new Sql(statement.text()));
        } finally {
            execute(session, Sql.of("RESET ROLE"));
        }
    }

    private void extension(WritingSession session, ScriptStatement statement, StatementWords words) {
        AdministratorSql.Extension extension = AdministratorSql.extension(words);
        if (extension.isLanguage()) {
            throw words.refused("a language whose functions could run programs is not made on the scratch server");
        }
        if (extension.isForAdministrator()) {
            database.makeExtension(extension);
        } else {
            execute(session, new Sql(statement.text()));
        }
    }

    private void execute(WritingSession session, Sql sql) {
        session.execute(sql, LockTimeout.DEFAULT, LIMIT, cancel);
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

    private ProblemException failure(List<ScriptStatement> left) {
        ScriptStatement first = left.get(0);
        List<String> told = left.stream()
                .map(statement -> statement.place() + " \"" + statement.beginning() + "\": " + answer(statement))
                .toList();
        boolean circle = left.size() > 1 && left.stream().allMatch(this::isWaiting);
        String words = circle ? "each of these waits for something that is not there, perhaps for one another: " : "";
        return new ProblemException(
                new Problem(
                        Problem.Kind.INVALID,
                        "SQL-422",
                        "Running SQL on the scratch server from",
                        first.place(),
                        words + Told.few(told),
                        "Correct it; nothing was changed elsewhere, and the scratch database is gone."),
                failures.get(first));
    }

    private boolean isWaiting(ScriptStatement statement) {
        ProblemException failure = failures.get(statement);
        return failure != null && WAITING.contains(PgFailure.sqlState(failure));
    }

    private String answer(ScriptStatement statement) {
        ProblemException failure = failures.get(statement);
        return failure == null ? "" : failure.problem().answer();
    }
}
