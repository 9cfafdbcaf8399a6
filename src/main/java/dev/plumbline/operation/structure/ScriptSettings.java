package dev.plumbline.operation.structure;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.Sql;
import dev.plumbline.model.StatementTimeout;
import dev.plumbline.pg.WritingSession;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds in a session just the settings that a statement's file made before it, so that a statement that is tried again means the same. */
final class ScriptSettings {
    private final WritingSession session;
    private final StatementTimeout limit;
    private final CancelToken cancel;
    private @Nullable String file;
    private List<String> held = List.of();

    ScriptSettings(WritingSession session, StatementTimeout limit, CancelToken cancel) {
        this.session = session;
        this.limit = limit;
        this.cancel = cancel;
    }

    void hold(ScriptStatement statement) {
        List<String> wanted = statement.settings();
        boolean goesOn = statement.file().equals(file)
                && wanted.size() >= held.size()
                && wanted.subList(0, held.size()).equals(held);
        if (!goesOn) {
            session.startAnew(Sql.of("SET search_path = public"), LockTimeout.DEFAULT, limit, cancel);
            held = List.of();
        }
        file = null;
        for (String setting : wanted.subList(held.size(), wanted.size())) {
            execute(new Sql(setting));
        }
        held = wanted;
        file = statement.file();
    }

    private void execute(Sql sql) {
        session.execute(sql, LockTimeout.DEFAULT, limit, cancel);
    }
}
