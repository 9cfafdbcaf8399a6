package dev.plumbline.access.preflight;

import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The statements by which each operation is tried. They are fixed here; only names of the database and one name for everything made go into them. A
 * schema has at most {@link #OBJECTS} objects tried. Columns are needed for statistics: the snapshot must hold every one.
 */
public final class Trials {
    public static final int OBJECTS = 50;
    private final AccessSnapshot snapshot;
    private final PreflightQuestion question;
    private final Targets targets;
    private final Demands demands;
    private final Name made;
    private final Name second;
    private final ExtensionChoice extensions;
    private final Map<Long, List<Column>> columns;

    /** {@code made} is the name of whatever a statement makes; it must be no object's yet. */
    public Trials(AccessSnapshot snapshot, PreflightQuestion question, Name made, ExtensionChoice extensions) {
        this.snapshot = snapshot;
        this.question = question;
        this.targets = new Targets(snapshot);
        this.demands = new Demands(targets, question.tracking(), object -> Optional.empty());
        this.made = made;
        this.second = Name.of(made.text() + "_2");
        this.extensions = extensions;
        this.columns = snapshot.columnsByRelation();
    }

    public List<Trial> all() {
        List<Trial> trials = new ArrayList<>();
        for (Operation operation : Operation.values()) {
            switch (operation.scope()) {
                case DATABASE -> ofDatabase(operation, trials);
                case TRACKING -> ofTracking(operation, trials);
                case SCHEMA -> question.schemas().forEach(schema -> ofSchema(operation, schema, trials));
            }
        }
        return trials;
    }

    private void ofDatabase(Operation operation, List<Trial> trials) {
        switch (operation) {
            case READ_CATALOG ->
                add(
                        trials,
                        operation,
                        "",
                        Sql.of("SELECT pg_catalog.count(*) FROM pg_catalog.pg_class"),
                        Sql.of("SELECT pg_catalog.count(*) FROM pg_catalog.pg_proc"));
            case ADVISORY_LOCK ->
                add(trials, operation, "", Sql.of("SELECT pg_catalog.pg_try_advisory_xact_lock(7391023348120992204)"));
            case CREATE_SCHEMAS -> add(trials, operation, "", Sql.of("CREATE SCHEMA %I", made));
            case EVENT_TRIGGERS -> add(trials, operation, "", eventTrigger());
            case FOREIGN_DATA_WRAPPERS -> add(trials, operation, "", Sql.of("CREATE FOREIGN DATA WRAPPER %I", made));
            case FOREIGN_SERVERS -> foreignServers(trials);
            case TRUSTED_EXTENSIONS -> extension(operation, extensions.trusted(), trials);
            case UNTRUSTED_EXTENSIONS -> extension(operation, extensions.untrusted(), trials);
            default -> throw new IllegalStateException(operation + " is asked of no database");
        }
    }

    private Sql[] eventTrigger() {
        return new Sql[] {
            Sql.of(
                    "CREATE FUNCTION pg_temp.%I() RETURNS pg_catalog.event_trigger LANGUAGE plpgsql AS 'BEGIN END'",
                    made),
            Sql.of("CREATE EVENT TRIGGER %I ON ddl_command_start EXECUTE FUNCTION pg_temp.%I()", made, made)
        };
    }

    private void foreignServers(List<Trial> trials) {
        List<DatabaseObject> wrappers = targets.all(ObjectKind.FOREIGN_DATA_WRAPPER);
        if (wrappers.isEmpty()) {
            add(
                    trials,
                    Operation.FOREIGN_SERVERS,
                    "",
                    Sql.of("CREATE FOREIGN DATA WRAPPER %I", made),
                    Sql.of("CREATE SERVER %I FOREIGN DATA WRAPPER %I", made, made));
        }
        for (DatabaseObject wrapper : wrappers) {
            add(
                    trials,
                    Operation.FOREIGN_SERVERS,
                    wrapper.shown(),
                    Sql.of("CREATE SERVER %I FOREIGN DATA WRAPPER %I", made, Name.of(wrapper.name())));
        }
    }

    private void extension(Operation operation, @org.jspecify.annotations.Nullable Name extension, List<Trial> trials) {
        if (extension != null) {
            Name schema = question.schemas().stream()
                    .filter(name -> targets.schema(name).isPresent())
                    .findFirst()
                    .orElse(Name.of("public"));
            add(trials, operation, extension.shown(), Sql.of("CREATE EXTENSION %I WITH SCHEMA %I", extension, schema));
        }
    }

    private void ofTracking(Operation operation, List<Trial> trials) {
        Name schema = question.tracking();
        boolean there = targets.schema(schema).isPresent();
        boolean table = targets.table(schema, PreflightQuestion.TABLE).isPresent();
        List<Sql> statements = new ArrayList<>();
        if (operation == Operation.TRACKING_SCHEMA || !there) {
            statements.add(Sql.of("CREATE SCHEMA IF NOT EXISTS %I", schema));
        }
        if (operation == Operation.TRACKING_TABLE || operation == Operation.TRACKING_ROWS && !table) {
            statements.add(TrackingTable.create(schema));
        }
        if (operation == Operation.TRACKING_ROWS) {
            statements.addAll(TrackingTable.use(schema, made.text()));
        }
        if (operation == Operation.STATUS && table) {
            statements.add(Sql.of("SELECT filename FROM %I.%I LIMIT 1", schema, PreflightQuestion.TABLE));
        }
        if (operation != Operation.STATUS || table) {
            trials.add(new Trial(operation, schema, "", statements));
        }
    }

    private void ofSchema(Operation operation, Name schema, List<Trial> trials) {
        List<Sql> before = targets.schema(schema).isPresent() ? List.of() : List.of(Sql.of("CREATE SCHEMA %I", schema));
        SchemaTrials statements = new SchemaTrials(schema, made, second);
        statements.making(operation, targets).ifPresent(making -> {
            List<Sql> all = new ArrayList<>(before);
            all.addAll(making);
            trials.add(new Trial(operation, schema, "", all));
        });
        if (operation == Operation.FOREIGN_TABLES) {
            targets.all(ObjectKind.FOREIGN_SERVER)
                    .forEach(server -> trials.add(new Trial(
                            operation,
                            schema,
                            server.shown(),
                            List.of(statements.foreignTable(Name.of(server.name()))))));
        }
        Optional<DatabaseObject> found = targets.schema(schema);
        demands.objects(operation, schema).stream()
                .limit(OBJECTS)
                .forEach(object -> new ObjectTrials(snapshot, question.role(), made, columns)
                        .statement(operation, object, found.orElseThrow())
                        .ifPresent(sql -> trials.add(new Trial(operation, schema, object.shown(), List.of(sql)))));
    }

    private static void add(List<Trial> trials, Operation operation, String object, Sql... statements) {
        trials.add(new Trial(operation, null, object, List.of(statements)));
    }
}
