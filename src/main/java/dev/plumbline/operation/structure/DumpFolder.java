package dev.plumbline.operation.structure;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Visible;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.plan.structure.StructureOptions;
import dev.plumbline.plan.structure.StructurePlan;
import dev.plumbline.plan.structure.StructurePlanner;
import dev.plumbline.plan.structure.StructureStep;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A structure as SQL files that declare it: one file for each table, view and so on. */
public record DumpFolder(SortedMap<String, String> files, List<StructurePlan.NotPlanned> left) {
    private static final Map<StructureKind, String> FOLDERS = Map.ofEntries(
            Map.entry(StructureKind.SCHEMA, "schemas"),
            Map.entry(StructureKind.EXTENSION, "extensions"),
            Map.entry(StructureKind.COLLATION, "collations"),
            Map.entry(StructureKind.FOREIGN_SERVER, "foreign_servers"),
            Map.entry(StructureKind.AGGREGATE, "aggregates"),
            Map.entry(StructureKind.OPERATOR, "operators"),
            Map.entry(StructureKind.OPERATOR_FAMILY, "operator_families"),
            Map.entry(StructureKind.OPERATOR_CLASS, "operator_classes"),
            Map.entry(StructureKind.CAST, "casts"),
            Map.entry(StructureKind.TEXT_SEARCH_DICTIONARY, "text_search"),
            Map.entry(StructureKind.TEXT_SEARCH_CONFIGURATION, "text_search"),
            Map.entry(StructureKind.CONVERSION, "conversions"),
            Map.entry(StructureKind.ENUM, "types"),
            Map.entry(StructureKind.DOMAIN, "types"),
            Map.entry(StructureKind.COMPOSITE, "types"),
            Map.entry(StructureKind.RANGE, "types"),
            Map.entry(StructureKind.SEQUENCE, "sequences"),
            Map.entry(StructureKind.FOREIGN_TABLE, "foreign_tables"),
            Map.entry(StructureKind.INDEX, "indexes"),
            Map.entry(StructureKind.VIEW, "views"),
            Map.entry(StructureKind.MATERIALIZED_VIEW, "views"),
            Map.entry(StructureKind.ROUTINE, "functions"),
            Map.entry(StructureKind.TRIGGER, "triggers"),
            Map.entry(StructureKind.POLICY, "policies"),
            Map.entry(StructureKind.STATISTICS, "statistics"),
            Map.entry(StructureKind.EVENT_TRIGGER, "event_triggers"),
            Map.entry(StructureKind.PUBLICATION, "publications"));

    /** What columns, constraints and rules may be of: all of them are types as well, so no two of a schema have one name. */
    private static final Set<StructureKind> HAVE_PARTS = EnumSet.of(
            StructureKind.TABLE,
            StructureKind.FOREIGN_TABLE,
            StructureKind.VIEW,
            StructureKind.MATERIALIZED_VIEW,
            StructureKind.COMPOSITE,
            StructureKind.DOMAIN);

    public DumpFolder {
        files = new TreeMap<>(files);
        left = List.copyOf(left);
    }

    /** What makes the structure out of an empty database, in files. {@code perKind}: in a folder for each kind, as pg-flux has them; otherwise side by side. */
    public static DumpFolder of(StructureSnapshot structure, boolean perKind) {
        List<Structure> given = structure.things().stream()
                .filter(thing -> isThereAnyway(thing.name()))
                .map(DumpFolder::asInEmptyDatabase)
                .toList();
        StructurePlan plan = StructurePlanner.plan(structure.withThings(given), structure, new StructureOptions(false));
        Map<StructureName, StructureName> parents = new HashMap<>();
        structure.needs().stream()
                .filter(need -> need.ofPartition() && need.of().kind() == StructureKind.INDEX)
                .forEach(need -> parents.put(need.of(), need.on()));
        Map<String, StructureKind> wholes = new HashMap<>();
        structure.things().stream()
                .map(Structure::name)
                .filter(name -> HAVE_PARTS.contains(name.kind()))
                .forEach(name -> wholes.put(name.schema() + " " + name.name(), name.kind()));
        SortedMap<String, String> files = new TreeMap<>();
        for (StructureStep step : plan.steps()) {
            files.merge(
                    path(whole(step.about(), parents), wholes, perKind),
                    step.sql().text() + ";\n",
                    String::concat);
        }
        return new DumpFolder(files, plan.notPlanned());
    }

    /** Schema public of an empty database bears no comment that is told. */
    private static Structure asInEmptyDatabase(Structure thing) {
        return thing.name().kind() == StructureKind.SCHEMA
                ? new Structure(thing.name(), new TreeMap<>(), thing.ofExtension())
                : thing;
    }

    /** The index that an index of a partition is part of, the outermost one: made the other way round, the partition's would be there already. */
    private static StructureName whole(StructureName name, Map<StructureName, StructureName> parents) {
        StructureName whole = name;
        while (parents.containsKey(whole)) {
            whole = parents.getOrDefault(whole, whole);
        }
        return whole;
    }

    private static boolean isThereAnyway(StructureName name) {
        return name.kind() == StructureKind.SCHEMA && name.name().equals("public")
                || name.kind() == StructureKind.EXTENSION && name.name().equals("plpgsql");
    }

    private static String path(StructureName name, Map<String, StructureKind> wholes, boolean perKind) {
        boolean ofWhole = name.kind() == StructureKind.COLUMN
                || name.kind() == StructureKind.CONSTRAINT
                || name.kind() == StructureKind.RULE;
        String parent = name.parent() == null ? "" : name.parent().text();
        StructureKind kind =
                ofWhole ? wholes.getOrDefault(name.schema() + " " + parent, StructureKind.TABLE) : name.kind();
        String folder = FOLDERS.getOrDefault(kind, "tables");
        String own = ofWhole ? parent : parent.isEmpty() ? name.name() : parent + "." + name.name();
        String file = (name.schema() == null ? "" : word(name.schema().text()) + ".") + word(own) + ".sql";
        return perKind ? folder + "/" + file : folder + "." + file;
    }

    /** A file's name on any platform, and never another's: what is no plain letter is written as its bytes. */
    private static String word(String text) {
        StringBuilder word = new StringBuilder();
        for (byte part : text.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (part & 0xFF);
            boolean plain =
                    letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9' || letter == '_' || letter == '.';
            word.append(plain ? String.valueOf(letter) : String.format(Locale.ROOT, "%%%02X", part & 0xFF));
        }
        return word.length() > 180
                ? word.substring(0, 150) + "~" + Integer.toHexString(text.hashCode())
                : word.toString();
    }

    /**
     * Writes the files below a folder that is made when it is not there.
     *
     * @param overwrite whether files may be replaced; others in the folder are never touched
     * @throws ProblemException DUMP-409 when there is something in the folder and it may not be overwritten
     */
    public void write(Path folder, boolean overwrite) {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> inside = Files.list(folder)) {
                if (!overwrite && inside.findAny().isPresent()) {
                    throw new ProblemException(new Problem(
                            Problem.Kind.CONFLICT,
                            "DUMP-409",
                            "Writing into",
                            Visible.text(folder.toString()),
                            "there is something in it.",
                            "Give an empty folder, or say --force to replace files of the same names."));
                }
            }
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(
                        path,
                        file.getValue(),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
            }
        } catch (IOException failure) {
            throw new ProblemException(
                    new Problem(
                            Problem.Kind.INVALID,
                            "DUMP-500",
                            "Writing into",
                            Visible.text(folder.toString()),
                            Visible.text(String.valueOf(failure.getMessage())) + ".",
                            "Give a folder that can be written to."),
                    failure);
        }
    }
}
