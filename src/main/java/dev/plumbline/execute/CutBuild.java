package dev.plumbline.execute;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Sql;
import dev.plumbline.model.StatementTimeout;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.WritingSession;
import dev.plumbline.plan.Step;
import java.util.List;
import java.util.Optional;

/**
 * What a CREATE INDEX CONCURRENTLY leaves that did not come to its end: an invalid index, which costs every write and serves no query, and when it is unique refuses rows (PostgreSQL
 * 16 manual, CREATE INDEX, "Building Indexes Concurrently"). A run takes it away again where the server lets it, and otherwise says that it is there.
 */
final class CutBuild {
    private static final String UNDO = "DROP INDEX CONCURRENTLY IF EXISTS ";
    /** The index was there before: not this build's to drop. */
    private static final String DUPLICATE_TABLE = "42P07";

    /** What is said when nothing of the build is left. */
    static final String DROPPED = "The invalid index that it left was dropped again.";

    /** How it is said that the server did not let it be dropped now. */
    static final String LEFT = "It left an invalid index, which could not be dropped yet";

    private static final String CREATE = "CREATE ";
    private static final String NOT_ASKED = "Whether it left an invalid index could not be asked.";

    private final Run.Tools tools;
    private final WritingSession session;

    CutBuild(Run.Tools tools, WritingSession session) {
        this.tools = tools;
        this.session = session;
    }

    /** How the index stands that a step was to build. */
    enum Found {
        ABSENT,
        INVALID,
        VALID
    }

    /** Whether a step builds an index beside what goes on, and its name is known. */
    static boolean isOne(Step step) {
        return undo(step).isPresent();
    }

    /** Whether the index of a step that builds one is there and valid; empty when the step builds none or nobody could be asked. */
    Optional<Boolean> stands(Step step) {
        return undo(step).flatMap(this::look).map(found -> found == Found.VALID);
    }

    /** Drops what the step left, on the run's own session. A sentence about it, empty when nothing was left. */
    String clear(Step step, String sqlState) {
        Optional<Sql> undo = undo(step);
        if (undo.isEmpty() || sqlState.equals(DUPLICATE_TABLE)) {
            return "";
        }
        Optional<Found> found = look(undo.get());
        if (found.isEmpty()) {
            return NOT_ASKED;
        }
        return found.get() == Found.INVALID ? cleared(undo.get(), step.lockTimeout()) : "";
    }

    private String cleared(Sql undo, LockTimeout own) {
        boolean shorter = own.milliseconds() > 0 && own.milliseconds() < LockTimeout.DEFAULT.milliseconds();
        try {
            session.execute(undo, shorter ? own : LockTimeout.DEFAULT, StatementTimeout.DEFAULT, new CancelToken());
            return DROPPED;
        } catch (ProblemException failure) {
            return LEFT + " (" + failure.problem().answer() + "): " + undo.text()
                    + "; a new plan does so and builds it anew.";
        }
    }

    /** After the session is gone: only looks. */
    String tell(Step step) {
        Optional<Sql> undo = undo(step);
        if (undo.isEmpty()) {
            return "";
        }
        return look(undo.get()).map(CutBuild::inWords).orElse(NOT_ASKED);
    }

    private static String inWords(Found found) {
        return found == Found.INVALID
                ? "An invalid index is there: its build still goes on (pg_stat_progress_create_index tells), or it is left over."
                        + " A new plan drops it and builds it anew."
                : "";
    }

    private static Optional<Sql> undo(Step step) {
        Sql undo = step.undo();
        boolean builds = !step.transactional()
                && step.sql().text().regionMatches(true, 0, CREATE, 0, CREATE.length())
                && undo != null
                && undo.text().startsWith(UNDO);
        return builds ? Optional.ofNullable(undo) : Optional.empty();
    }

    private Optional<Found> look(Sql undo) {
        Sql sql = Sql.of("""
                SELECT COALESCE((SELECT CASE WHEN indisvalid THEN 'VALID' ELSE 'INVALID' END FROM pg_catalog.pg_index
                                  WHERE indexrelid = pg_catalog.to_regclass(%L)), 'ABSENT') AS found""", undo.text().substring(UNDO.length()));
        CancelToken whole = new CancelToken();
        try {
            String found = tools.pools()
                    .read(
                            tools.target(),
                            whole,
                            reading -> reading.readTogether(List.of(Query.of("whether an index is valid", sql)), whole)
                                    .get(0)
                                    .only()
                                    .text("found"));
            return Optional.of(Found.valueOf(found));
        } catch (ProblemException | Cancelled noAnswer) {
            return Optional.empty();
        }
    }
}
