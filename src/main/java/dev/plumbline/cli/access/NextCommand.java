package dev.plumbline.cli.access;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.access.defaults.NextObject;
import dev.plumbline.access.defaults.NextObjects;
import dev.plumbline.access.defaults.NextProof;
import dev.plumbline.access.defaults.Reach;
import dev.plumbline.cli.call.DatabaseChoice;
import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.Console;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.cli.output.TextTable;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.RefusedName;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.SafeMode;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.AccessReport;
import dev.plumbline.operation.DirectTarget;
import dev.plumbline.operation.ProveNextObject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "next",
        description =
                "What the next object of a creator would look like: its owner, its ACL, and who could do what with it.")
public final class NextCommand implements Callable<Integer> {
    private final Session session;
    private final GlobalOptions options;

    @Mixin
    private DatabaseChoice database = new DatabaseChoice();

    @Option(names = "--creator", paramLabel = "ROLE", required = true, description = "who would create it")
    private String creator = "";

    @Option(names = "--schema", paramLabel = "SCHEMA", description = "where (not for schemas)")
    private @Nullable String schema;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            required = true,
            description = "tables, sequences, functions, types or schemas")
    private String type = "";

    @Option(
            names = "--prove",
            description = "also create it as that role inside a transaction, read what it got, and roll back")
    private boolean prove;

    @Spec
    private CommandSpec command = CommandSpec.create();

    public NextCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Integer call() {
        ObjectType kind = kind();
        Name role = name(creator);
        Name place = schema == null ? null : name(schema);
        if ((kind == ObjectType.SCHEMAS) != (place == null)) {
            throw wrong(
                    kind == ObjectType.SCHEMAS
                            ? "Schemas are in no schema: leave out --schema."
                            : "--schema is needed.");
        }
        AccessReport report = database.readAlsoCockroach(session, options, /* everyCell= */ false, /* system= */ false);
        if (place != null && report.snapshot().catalog().schema(place).isEmpty()) {
            throw wrong("The database has no schema \"" + place.shown() + "\".");
        }
        if (report.snapshot().roles().of(role) == null) {
            throw wrong("The server has no role \"" + role.shown() + "\".");
        }
        NextObject next = NextObjects.of(report.snapshot(), report.privileges()).predict(role, place, kind);
        Optional<NextProof> proof = prove ? Optional.of(proof(report, next)) : Optional.empty();
        if (options.json()) {
            session.console().json(json(next, proof));
        } else {
            print(next, proof);
        }
        return proof.isPresent() && !proof.get().agrees() ? ExitCode.FAILED : ExitCode.DONE;
    }

    private NextProof proof(AccessReport report, NextObject next) {
        ResourceRef ref = report.target().resource();
        boolean careful = ref != null && session.operations().care().mode(ref.context()) == SafeMode.READ_ONLY;
        if (options.readOnly() || careful) {
            throw ProveNextObject.refusedAsReadOnly(report.target());
        }
        return session.operations()
                .nextProofs()
                .prove(report.target(), options.dsn().map(DirectTarget.OfDsn::new), next, new CancelToken());
    }

    private ObjectType kind() {
        String asked = type.toUpperCase(Locale.ROOT);
        return Arrays.stream(ObjectType.values())
                .filter(one -> one != ObjectType.LARGE_OBJECTS)
                .filter(one -> one.word().equals(asked) || one.word().equals(asked + "S"))
                .findFirst()
                .orElseThrow(() -> wrong("There is no type \"" + Visible.text(type)
                        + "\", only tables, sequences, functions, types and schemas."));
    }

    private Name name(String text) {
        try {
            return Name.of(text);
        } catch (RefusedName refused) {
            throw wrong(refused.getMessage());
        }
    }

    private ParameterException wrong(@Nullable String message) {
        return new ParameterException(command.commandLine(), message == null ? "That is no name." : message);
    }

    private void print(NextObject next, Optional<NextProof> proof) {
        Console console = session.console();
        String words = next.type().word().toLowerCase(Locale.ROOT);
        console.line("The next " + words.substring(0, words.length() - 1) + " that "
                + next.creator().shown() + " creates"
                + Optional.ofNullable(next.schema())
                        .map(in -> " in " + in.shown())
                        .orElse(""));
        console.line("owner  " + next.creator().shown());
        console.line("acl    " + (next.builtIn() ? "NULL, the built-in default: " : "") + acl(next.acl()));
        TextTable table = new TextTable("WHO", "PRIVILEGES", "HOW");
        next.reaches().forEach(reach -> table.row(reach.who().shown(), reach.letters(), reach.path()));
        console.line("");
        console.lines(table.lines());
        proof.ifPresent(made -> {
            console.line("");
            made.notes().forEach(console::line);
            List<AclItem> acl = made.acl();
            console.line(
                    made.agrees()
                            ? "Proved: it was created so, read, and rolled back."
                            : "Not as predicted: the server made it with owner "
                                    + made.owner().shown() + " and acl " + (acl == null ? "NULL" : acl(acl))
                                    + ". It was rolled back. Read again: the rules may have changed meanwhile.");
        });
    }

    private static String acl(List<AclItem> acl) {
        return acl.stream()
                .map(item -> item.grantee().shown() + "=" + item.letters() + "/"
                        + item.grantor().shown())
                .collect(Collectors.joining(", "));
    }

    private static ObjectNode json(NextObject next, Optional<NextProof> proof) {
        ObjectNode node = Console.mapper().createObjectNode();
        Name place = next.schema();
        node.put("creator", next.creator().text());
        node.put("schema", place == null ? null : place.text());
        node.put("type", next.type().word().toLowerCase(Locale.ROOT));
        node.put("owner", next.creator().text());
        node.put("builtIn", next.builtIn());
        ArrayNode acl = node.putArray("acl");
        for (AclItem item : next.acl()) {
            Name role = item.grantee().role();
            acl.addObject()
                    .put("grantee", role == null ? item.grantee().shown() : role.text())
                    .put("public", item.grantee().isPublic())
                    .put("letters", item.letters());
        }
        ArrayNode reaches = node.putArray("effective");
        for (Reach reach : next.reaches()) {
            Name role = reach.who().role();
            reaches.addObject()
                    .put("role", role == null ? reach.who().shown() : role.text())
                    .put("public", reach.who().isPublic())
                    .put("letters", reach.letters())
                    .put("how", reach.path());
        }
        proof.ifPresent(made -> {
            ObjectNode proved = node.putObject("proof");
            proved.put("agrees", made.agrees());
            proved.put("owner", made.owner().text());
            List<AclItem> found = made.acl();
            proved.put("acl", found == null ? null : acl(found));
            ArrayNode notes = proved.putArray("notes");
            made.notes().forEach(notes::add);
        });
        return node;
    }
}
