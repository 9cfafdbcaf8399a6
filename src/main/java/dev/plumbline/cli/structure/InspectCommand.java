package dev.plumbline.cli.structure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.Console;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Visible;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.operation.ReadTracking;
import dev.plumbline.operation.structure.StructureSides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "inspect",
        description =
                "What a database is made of: tables, columns, indexes, functions and so on, with their properties.")
public final class InspectCommand implements Callable<Integer> {
    private final Session session;
    private final GlobalOptions options;

    @Option(
            names = "--type",
            paramLabel = "KIND",
            split = ",",
            description = "only these kinds, such as table or materialized_view")
    private List<StructureKind> kinds = new ArrayList<>();

    @Option(
            names = "--object",
            paramLabel = "GLOB",
            description = "only what is called so, as in 'ledger.*' (* any text, ? one letter)")
    private @Nullable String glob;

    @Option(names = "--summary", description = "only how many there are of each kind")
    private boolean summary;

    @Option(
            names = "--tracking",
            description = "only the migrations that pg-flux applied, from the table where it keeps them")
    private boolean tracking;

    @Option(
            names = "--tracking-schema",
            paramLabel = "NAME",
            defaultValue = "_pgflux",
            description = "with --tracking: the schema of that table (default: _pgflux)")
    private String trackingSchema = "_pgflux";

    @Option(
            names = "--migrations-dir",
            paramLabel = "DIR",
            description = "with --tracking: how the files of this directory stand to it")
    private @Nullable Path migrations;

    @Option(names = "--out", paramLabel = "FILE", description = "write into this file, which must not be there yet")
    private @Nullable Path out;

    public InspectCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Integer call() {
        Console console = session.console();
        Optional<String> dsn = options.dsn();
        if (dsn.isEmpty()) {
            console.note("inspect needs the database: --dsn.");
            return ExitCode.USAGE;
        }
        if (tracking) {
            return tracked(dsn.get());
        }
        StructureSides.Side side = session.operations().structures().folders().live(dsn.get(), new CancelToken());
        List<Structure> things =
                side.structure().things().stream().filter(this::isAsked).toList();
        if (options.json()) {
            write(json(side, things).toPrettyString() + "\n");
        } else {
            write(String.join("\n", summary ? counts(things) : lines(things)) + "\n");
        }
        side.structure()
                .gaps()
                .forEach(gap -> console.note(
                        "Not read: " + gap.subject() + ": " + gap.answer() + " (SQLSTATE " + gap.sqlState() + ")."));
        side.structure().notCovered().forEach((word, number) -> console.note("Not told: " + number + " " + word + "."));
        return ExitCode.DONE;
    }

    private int tracked(String dsn) {
        ReadTracking.Tracked tracked = session.operations()
                .tracking()
                .read(dsn, trackingSchema, Optional.ofNullable(migrations), new CancelToken());
        write(
                options.json()
                        ? TrackingText.json(tracked).toPrettyString() + "\n"
                        : String.join("\n", TrackingText.of(tracked)) + "\n");
        if (!tracked.tableIsThere()) {
            session.console().note("There is no table " + tracked.table() + ": nothing was recorded.");
        }
        tracked.migrations().stream()
                .filter(one -> !one.named())
                .forEach(one -> session.console()
                        .note(Visible.text(one.file())
                                + " is not called as pg-flux calls what it generates; it is applied all the same."));
        boolean changed = tracked.migrations().stream().anyMatch(one -> one.status() != ReadTracking.Status.APPLIED);
        return options.detailedExitCode() && changed ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private boolean isAsked(Structure thing) {
        StructureName name = thing.name();
        return (kinds.isEmpty() || kinds.contains(name.kind()))
                && (glob == null || pattern(glob).matcher(path(name)).matches());
    }

    private static String path(StructureName name) {
        return (name.schema() == null ? "" : name.schema().text() + ".")
                + (name.parent() == null ? "" : name.parent().text() + ".")
                + name.name();
    }

    private static Pattern pattern(String glob) {
        StringBuilder pattern = new StringBuilder();
        glob.codePoints()
                .forEach(point -> pattern.append(
                        point == '*' ? ".*" : point == '?' ? "." : Pattern.quote(Character.toString(point))));
        return Pattern.compile(pattern.toString(), Pattern.DOTALL);
    }

    private static List<String> counts(List<Structure> things) {
        Map<StructureKind, Integer> counts = new TreeMap<>();
        things.forEach(thing -> counts.merge(thing.name().kind(), 1, Integer::sum));
        List<String> lines = new ArrayList<>();
        counts.forEach((kind, number) ->
                lines.add(String.format(Locale.ROOT, "%7d  %s", number, number == 1 ? kind.word() : kind.words())));
        return lines;
    }

    private static List<String> lines(List<Structure> things) {
        List<String> lines = new ArrayList<>();
        for (Structure thing : things) {
            lines.add(thing.name().kind().word() + " " + thing.name().shown()
                    + (thing.ofExtension() ? "  (of an extension)" : ""));
            thing.properties().forEach((word, value) -> {
                List<String> text = value.lines().toList();
                lines.add("      " + word + ": " + (text.size() == 1 ? Visible.text(value) : ""));
                if (text.size() > 1) {
                    text.forEach(line -> lines.add("        " + Visible.text(line)));
                }
            });
        }
        return lines;
    }

    private ObjectNode json(StructureSides.Side side, List<Structure> things) {
        ObjectNode node = Console.mapper().createObjectNode();
        node.put("format", "plumbline.inspect/1").put("database", side.shown());
        if (summary) {
            ObjectNode counts = node.putObject("counts");
            things.forEach(thing -> counts.put(
                    thing.name().kind().word(),
                    counts.path(thing.name().kind().word()).asInt() + 1));
            return node;
        }
        ArrayNode list = node.putArray("things");
        for (Structure thing : things) {
            StructureName name = thing.name();
            ObjectNode one = list.addObject().put("kind", name.kind().word());
            one.put("schema", name.schema() == null ? null : name.schema().text());
            one.put("parent", name.parent() == null ? null : name.parent().text());
            one.put("name", name.name()).put("ofExtension", thing.ofExtension());
            ObjectNode properties = one.putObject("properties");
            thing.properties().forEach(properties::put);
        }
        return node;
    }

    private void write(String text) {
        if (out == null) {
            session.console().raw(text);
            return;
        }
        try {
            Files.writeString(out, text, java.nio.file.StandardOpenOption.CREATE_NEW);
        } catch (IOException failure) {
            throw new ProblemException(
                    new Problem(
                            Problem.Kind.CONFLICT,
                            "OUT-409",
                            "Writing",
                            Visible.text(out.toString()),
                            failure instanceof java.nio.file.FileAlreadyExistsException
                                    ? "it is there already."
                                    : Visible.text(String.valueOf(failure.getMessage())) + ".",
                            "Give a file that is not there yet."),
                    failure);
        }
    }
}
