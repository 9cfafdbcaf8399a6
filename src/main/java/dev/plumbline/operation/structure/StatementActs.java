package dev.plumbline.operation.structure;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.Sql;
import dev.plumbline.model.StatementTimeout;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import dev.plumbline.pg.WritingSession;
import java.util.List;
import java.util.Optional;

/** Runs statements of files in a scratch database, each in the way that its kind needs. */
final class StatementActs {
    private final ScratchDatabase database;
    private final StatementTimeout limit;
    private final CancelToken cancel;

    StatementActs(ScratchDatabase database, StatementTimeout limit, CancelToken cancel) {
        this.database = database;
        this.limit = limit;
        this.cancel = cancel;
    }

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
        if (!isByBuilder(words)) {
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

    private static boolean isByBuilder(StatementWords words) {
        return words.begins("CREATE", "SCHEMA") && !words.has("AUTHORIZATION");
    }

    /** Of a statement that is to be run: whether it is sent as it is, with nothing before it. */
    boolean isRunAsItStands(ScriptStatement statement) {
        return PublicationSql.of(statement).isEmpty() && !isByBuilder(new StatementWords(statement));
    }

    List<Rows> runTogether(WritingSession session, List<Query> statements) {
        return session.executeTogether(statements, LockTimeout.DEFAULT, limit, cancel);
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

    void execute(WritingSession session, Sql sql) {
        session.execute(sql, LockTimeout.DEFAULT, limit, cancel);
    }
}
