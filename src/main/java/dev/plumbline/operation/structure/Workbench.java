package dev.plumbline.operation.structure;

import dev.plumbline.catalog.structure.StructureReader;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Name;
import dev.plumbline.model.statement.StatementSplitter;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.pg.WritingSession;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A database on a scratch server in which somebody runs statements one by one, as a login without power. Gone when the work is done. */
public final class Workbench {
    private final ServerPools pools;
    private final ScratchDatabase database;
    private final StatementActs acts;
    private final int major;
    private final List<String> notes;
    private final CancelToken cancel;

    Workbench(
            ServerPools pools,
            ScratchDatabase database,
            StatementActs acts,
            int major,
            List<String> notes,
            CancelToken cancel) {
        this.pools = pools;
        this.database = database;
        this.acts = acts;
        this.major = major;
        this.notes = List.copyOf(notes);
        this.cancel = cancel;
    }

    /** How a statement was run. */
    public enum Way {
        RUN,
        /** By the scratch server's administrator, in another session. */
        BESIDE,
        NOT_RUN
    }

    /** @param why it was not run, or not as it stands; empty otherwise */
    public record Ran(Way way, String why) {}

    public int major() {
        return major;
    }

    /** Sentences about what of the SQL could not be built. */
    public List<String> notes() {
        return notes;
    }

    /** Makes roles that statements will name, without power. */
    public void makeRoles(Set<Name> roles) {
        roles.forEach(database::makeRole);
    }

    /** Opens a session on another thread, and does there what comes first. Whoever asked closes it. */
    public CompletableFuture<WritingSession> opening(Consumer<WritingSession> first) {
        return pools.opening(database.login(), first, cancel);
    }

    /** What the database is made of now, read on a connection of its own. */
    public StructureSnapshot read() {
        return pools.read(database.login(), cancel, session -> new StructureReader().read(session, cancel));
    }

    /** @throws dev.plumbline.model.ProblemException when the server refuses it */
    public Ran run(WritingSession session, String file, int line, String text) {
        ScriptStatement statement =
                ScriptStatement.of(new SqlFile(file, text), new StatementSplitter.Part(line, text), List.of());
        StatementRule rule = statement.rule();
        return switch (rule.treatment()) {
            case RUN, SETTING -> done(Way.RUN, session, statement);
            case ROLE, EXTENSION, WRAPPER, EVENT_TRIGGER -> done(Way.BESIDE, session, statement);
            case LEFT_OUT -> rule.isOrdinary() ? done(Way.RUN, session, statement) : new Ran(Way.NOT_RUN, rule.why());
            case NOTHING -> new Ran(Way.NOT_RUN, "transactions are opened and closed by the mode of the file");
            case REFUSED -> new Ran(Way.NOT_RUN, rule.why());
        };
    }

    /** Whether a statement is run as it stands, with nothing before or behind it. */
    public boolean isRunAlone(String file, int line, String text) {
        ScriptStatement statement =
                ScriptStatement.of(new SqlFile(file, text), new StatementSplitter.Part(line, text), List.of());
        return statement.rule().treatment() == StatementRule.Treatment.RUN && acts.isRunAsItStands(statement);
    }

    /**
     * Runs statements that {@link #isRunAlone}, each with a query behind it that answers, in one message within the open transaction.
     *
     * @throws dev.plumbline.model.ProblemException when the server refuses one; the transaction has failed then
     */
    public List<Rows> runTogether(WritingSession session, List<Query> statements) {
        return acts.runTogether(session, statements);
    }

    private Ran done(Way way, WritingSession session, ScriptStatement statement) {
        acts.act(session, statement);
        return new Ran(way, way == Way.RUN ? "" : "run by the administrator of the scratch server");
    }
}
