package dev.plumbline.access.preflight;

import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import dev.plumbline.model.Role;
import dev.plumbline.model.Sql;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The scripts of {@link ScriptOption} for one database as it was read. They are run by a superuser, or by whoever owns what they speak of; the role is made
 * when the snapshot has none of its name.
 */
public final class OptionScripts {
    private final AccessSnapshot snapshot;
    private final PreflightQuestion question;
    private final Targets targets;

    public OptionScripts(AccessSnapshot snapshot, PreflightQuestion question) {
        this.snapshot = snapshot;
        this.question = question;
        this.targets = new Targets(snapshot);
    }

    public PreflightScript script(ScriptOption option) {
        return script(option, EnumSet.allOf(Operation.class));
    }

    /** {@code wanted} are the operations that the least-privilege script is for; the others have theirs from the page. */
    public PreflightScript script(ScriptOption option, Set<Operation> wanted) {
        PreflightScript.Draft draft = new PreflightScript.Draft()
                .comment(option.title())
                .comment("database " + snapshot.catalog().database().name().shown() + ", "
                        + snapshot.version().shown());
        switch (option) {
            case SUPERUSER -> superuser(draft);
            case SCHEMA_OWNER -> schemaOwner(draft);
            case GRANULAR -> granular(draft);
            case READ_ONLY -> readOnly(draft);
            case LEAST -> new LeastScript(snapshot, question).write(draft, role(), wanted);
        }
        password(draft);
        return draft.of(option);
    }

    /** What the least-privilege script gives, each thing once. */
    public List<Need> least() {
        return new LeastScript(snapshot, question).needs(EnumSet.allOf(Operation.class));
    }

    private void superuser(PreflightScript.Draft draft) {
        draft.comment(
                        "mended: superuser is needed for event triggers, untrusted extensions and foreign-data wrappers only;")
                .comment("  for all else another option suffices.");
        if (role().isEmpty()) {
            draft.statement(Sql.of("CREATE ROLE %I LOGIN SUPERUSER", question.role()));
        } else {
            draft.statement(Sql.of("ALTER ROLE %I LOGIN SUPERUSER", question.role()));
        }
    }

    private void schemaOwner(PreflightScript.Draft draft) {
        login(draft);
        draft.comment(
                        "mended: CREATE SCHEMA IF NOT EXISTS asks for CREATE on the database, even when the schema is there;")
                .comment(
                        "  it also lets the role install trusted extensions (pg_create_extension exists in no version).");
        onDatabase(draft);
        for (Name schema : question.schemas()) {
            ownSchema(draft, schema);
        }
        draft.comment("mended: owning a schema lets one create and drop in it, but not alter what others own there.");
        question.schemas().forEach(schema -> ownObjects(draft, schema));
        ownSchema(draft, question.tracking());
        ownObjects(draft, question.tracking());
    }

    private void granular(PreflightScript.Draft draft) {
        login(draft);
        draft.comment(
                "mended: CREATE SCHEMA IF NOT EXISTS asks for CREATE on the database, even when the schema is there.");
        onDatabase(draft);
        for (Name schema : question.schemas()) {
            createSchema(draft, schema);
            draft.statement(Sql.of("GRANT USAGE, CREATE ON SCHEMA %I TO %I", schema, question.role()));
        }
        draft.comment(
                        "mended: also partitioned tables, functions and types; not members of extensions, not sequences of columns,")
                .comment("  which follow their table.");
        question.schemas().forEach(schema -> ownObjects(draft, schema));
        draft.comment(
                        "mended: no ALTER DEFAULT PRIVILEGES, since whoever creates an object owns it; no membership WITH ADMIN OPTION")
                .comment("  in application roles, since granting to a role needs no membership in it.");
        tracking(draft);
    }

    private void readOnly(PreflightScript.Draft draft) {
        login(draft);
        draft.comment(
                "mended: no USAGE on pg_catalog or on the schemas: every role reads the catalog, of every schema.");
        Optional<DatabaseObject> table = targets.table(question.tracking(), PreflightQuestion.TABLE);
        if (targets.schema(question.tracking()).isPresent()) {
            draft.statement(Sql.of("GRANT USAGE ON SCHEMA %I TO %I", question.tracking(), question.role()));
        }
        if (table.isPresent()) {
            draft.statement(Sql.of(
                    "GRANT SELECT ON TABLE %I.%I TO %I",
                    question.tracking(), PreflightQuestion.TABLE, question.role()));
        } else {
            draft.comment(
                    "there is no tracking table yet: migrate status says pending for every file. Run this again after the first apply.");
        }
    }

    private void tracking(PreflightScript.Draft draft) {
        createSchema(draft, question.tracking());
        draft.comment(
                        "mended: CREATE TABLE IF NOT EXISTS asks for CREATE on the schema each time; there is no sequence to grant.")
                .statement(Sql.of("GRANT USAGE, CREATE ON SCHEMA %I TO %I", question.tracking(), question.role()));
        if (targets.table(question.tracking(), PreflightQuestion.TABLE).isPresent()) {
            draft.statement(Sql.of(
                    "GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE %I.%I TO %I",
                    question.tracking(), PreflightQuestion.TABLE, question.role()));
        }
    }

    private void login(PreflightScript.Draft draft) {
        if (role().isEmpty()) {
            draft.statement(Sql.of("CREATE ROLE %I LOGIN", question.role()));
        }
    }

    private void onDatabase(PreflightScript.Draft draft) {
        draft.statement(Sql.of(
                "GRANT CREATE ON DATABASE %I TO %I",
                snapshot.catalog().database().name(), question.role()));
    }

    private void createSchema(PreflightScript.Draft draft, Name schema) {
        if (targets.schema(schema).isEmpty()) {
            draft.statement(Sql.of("CREATE SCHEMA %I", schema));
        }
    }

    private void ownSchema(PreflightScript.Draft draft, Name schema) {
        draft.statement(
                targets.schema(schema).isEmpty()
                        ? Sql.of("CREATE SCHEMA %I AUTHORIZATION %I", schema, question.role())
                        : Sql.of("ALTER SCHEMA %I OWNER TO %I", schema, question.role()));
    }

    private void ownObjects(PreflightScript.Draft draft, Name schema) {
        own(draft, targets.relations(schema, "rpvmf"));
        own(draft, targets.functions(schema));
        own(draft, targets.types(schema));
        if (!targets.relations(schema, "S").isEmpty()) {
            draft.statement(FreeSequences.handOver(schema, question.role()));
        }
    }

    private void own(PreflightScript.Draft draft, Collection<DatabaseObject> objects) {
        objects.forEach(object -> draft.statement(AlterOwner.of(object, question.role())));
    }

    private void password(PreflightScript.Draft draft) {
        if (role().isEmpty()) {
            draft.comment("no password is written here: set it in psql with \\password "
                    + question.role().shown());
        }
    }

    private Optional<Role> role() {
        return snapshot.catalog().role(question.role());
    }
}
