package dev.plumbline.cli.call;

import dev.plumbline.access.why.Answer;
import dev.plumbline.access.why.Question;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.AccessScope;
import dev.plumbline.operation.AccessReport;
import dev.plumbline.operation.DirectTarget;
import dev.plumbline.operation.ReadAccess;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which database a command about access means: that of a Database resource, or --dsn. */
public final class DatabaseChoice {
    private static final String COCKROACH =
            "CockroachDB: recorded behaviour, not run against a live CockroachDB. ALL is told as the privileges that it stands for; the owner, its members,"
                    + " root and admin always hold all.";

    @Option(
            names = "--database",
            paramLabel = "NAME",
            description = "the Database resource (without it: the database of --dsn)")
    private @Nullable String name;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    /** True when the database is that of a resource, not of a connection string. */
    public boolean isResource() {
        return name != null;
    }

    public AccessReport read(Session session, GlobalOptions options, boolean everyCell, boolean system) {
        return read(session, options, session.operations().access(), everyCell, system);
    }

    /** The same for a command that knows how CockroachDB differs. */
    public AccessReport readAlsoCockroach(Session session, GlobalOptions options, boolean everyCell, boolean system) {
        AccessReport report =
                read(session, options, session.operations().access().alsoOnCockroach(), everyCell, system);
        if (report.snapshot().version().isCockroach()) {
            session.console().note(COCKROACH);
        }
        return report;
    }

    private AccessReport read(
            Session session, GlobalOptions options, ReadAccess reading, boolean everyCell, boolean system) {
        AccessScope scope = new AccessScope(everyCell, system);
        CancelToken cancel = new CancelToken();
        AccessReport report = name != null
                ? reading.ofResource(session.database(options, name), scope, cancel, session.progress(options))
                : reading.ofDirect(dsn(options), scope, cancel, session.progress(options));
        session.timings().roundTrips(report.connection().roundTrips());
        report.snapshot()
                .catalog()
                .gaps()
                .forEach(gap -> session.console()
                        .note("Warning: " + gap.subject() + " could not be read and are unknown: " + gap.answer()
                                + (gap.sqlState().isEmpty() ? "" : " [" + gap.sqlState() + "]")));
        return report;
    }

    public Answer ask(Session session, GlobalOptions options, AccessReport report, Question question) {
        CancelToken cancel = new CancelToken();
        return name != null
                ? session.operations().why().ofResource(session.database(options, name), report, question, cancel)
                : session.operations().why().ofDirect(dsn(options), report, question, cancel);
    }

    /** The connection string, where no resource was named. */
    public Optional<DirectTarget> directly(GlobalOptions options) {
        return name != null ? Optional.empty() : options.dsn().map(DirectTarget.OfDsn::new);
    }

    private DirectTarget dsn(GlobalOptions options) {
        return options.dsn()
                .map(DirectTarget.OfDsn::new)
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(),
                        command.name() + " needs --database NAME, a Database resource, or --dsn URI."));
    }
}
