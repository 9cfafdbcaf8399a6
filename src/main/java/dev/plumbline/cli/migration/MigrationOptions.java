package dev.plumbline.cli.migration;

import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.call.TimeSpan;
import dev.plumbline.migration.directory.TransactionMode;
import dev.plumbline.migration.revision.ExecutionOrder;
import dev.plumbline.model.Name;
import dev.plumbline.model.StatementTimeout;
import dev.plumbline.operation.migration.FetchedMigrations;
import dev.plumbline.operation.migration.MigrationChoice;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands take that set a migration directory against a database. */
final class MigrationOptions {
    @Mixin
    private MigrationSource source = new MigrationSource();

    @Option(
            names = "--tx-mode",
            paramLabel = "file|all|none",
            description = "transactions of files that ask for none themselves (default: file)")
    private TransactionMode mode = TransactionMode.FILE;

    @Option(
            names = "--exec-order",
            paramLabel = "ORDER",
            converter = OrderConverter.class,
            description =
                    "linear, linear-skip or non-linear: what becomes of a file that is older than the last one applied (default: linear)")
    private ExecutionOrder order = ExecutionOrder.LINEAR;

    @Option(
            names = {"--revisions-schema", "--tracking-schema"},
            paramLabel = "SCHEMA",
            description =
                    "of the table of what was run (default: atlas_schema_revisions wherever it is, else a schema of that name; _pgflux for pg-flux)")
    private @Nullable String revisions;

    @Option(
            names = "--search-path",
            paramLabel = "SCHEMA",
            description = "where names without a schema are looked for, and things made (default: public)")
    private String searchPath = "public";

    @Option(
            names = "--baseline",
            paramLabel = "VERSION",
            description =
                    "record that a database without records has had everything up to this version, and begin behind it")
    private @Nullable String baseline;

    @Option(names = "--allow-dirty", description = "begin although the database has tables and no record of migrations")
    private boolean allowDirty;

    @Mixin
    private LockOptions locks = new LockOptions();

    @Option(
            names = "--statement-timeout",
            paramLabel = "TIME",
            converter = TimeSpan.Converter.class,
            description =
                    "how long a statement may run, 0 for as long as it takes (default: 1min, and a day for what reads or writes a whole table)")
    private @Nullable TimeSpan statementTimeout;

    @Mixin
    private LiveOptions live = new LiveOptions();

    /** Brings the migrations to this machine, and finds the database beside them. */
    FetchedMigrations fetch(Session session, GlobalOptions options) {
        return source.fetch(session, options, true);
    }

    MigrationChoice choice(FetchedMigrations fetched) {
        return new MigrationChoice(
                fetched.directory(),
                mode,
                order,
                Optional.ofNullable(revisions).map(Name::of),
                Name.of(searchPath),
                allowDirty,
                false,
                locks.timeout(),
                Optional.ofNullable(statementTimeout).map(time -> new StatementTimeout(time.milliseconds())),
                live.limits(),
                locks.strategy(),
                Optional.ofNullable(baseline),
                0,
                fetched.source(),
                source.form(),
                Optional.empty());
    }

    /** With a dash, as Atlas writes it. */
    static final class OrderConverter implements picocli.CommandLine.ITypeConverter<ExecutionOrder> {
        @Override
        public ExecutionOrder convert(String word) {
            return ExecutionOrder.valueOf(
                    word.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        }
    }
}
