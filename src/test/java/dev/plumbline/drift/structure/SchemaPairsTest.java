package dev.plumbline.drift.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.catalog.structure.StructureReader;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.testing.Oracles;
import dev.plumbline.testing.Psql;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestTargets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pairs of schemas from other projects, with what differs as {@code pg_dump} of both tells it. */
@SuppressWarnings("NullAway.Init")
class SchemaPairsTest {
    private static final Pattern MISSING_ROLE = Pattern.compile("role \"(.+)\" does not exist");
    private static final Set<String> OTHER_LAYERS = Set.of("ACL", "DEFAULT ACL");
    private static final Set<String> NOT_COVERED = Set.of(
            "COLLATION",
            "OPERATOR",
            "OPERATOR CLASS",
            "TEXT SEARCH PARSER",
            "FOREIGN DATA WRAPPER",
            "SERVER",
            "AGGREGATE",
            "CAST");
    private static final Map<String, StructureKind> WHOLES = Map.of(
            "SCHEMA", StructureKind.SCHEMA,
            "EXTENSION", StructureKind.EXTENSION,
            "TABLE", StructureKind.TABLE,
            "FOREIGN TABLE", StructureKind.FOREIGN_TABLE,
            "VIEW", StructureKind.VIEW,
            "MATERIALIZED VIEW", StructureKind.MATERIALIZED_VIEW,
            "FUNCTION", StructureKind.ROUTINE,
            "PROCEDURE", StructureKind.ROUTINE);
    private static final Set<StructureKind> COMPARED = EnumSet.copyOf(WHOLES.values());

    private final TestPostgres server = TestPostgres.newest();
    private final CancelToken cancel = new CancelToken();

    @TempDir
    private Path folder;

    @Test
    void findsWhatPgDumpTells() throws IOException, InterruptedException {
        Path file = Oracles.folder("schema-pairs").resolve("pairs.jsonl");
        List<String> wrong = new ArrayList<>();
        int pairs = 0;
        int objects = 0;
        for (String line : Files.readAllLines(file)) {
            JsonNode pair = new ObjectMapper().readTree(line);
            StructureComparison found = StructureComparison.of(
                    state(pair.get("a").asText()), state(pair.get("b").asText()));
            String name = pair.get("source").asText() + " " + pair.get("case").asText();
            Set<String> expected = expectedWholes(pair);
            Set<String> told = toldWholes(found);
            if (!told.equals(expected)) {
                wrong.add(name + ": expected " + expected + ", told " + told);
            }
            if (differs(pair) && found.isEmpty()) {
                wrong.add(name + ": nothing found of " + pair.get("drift"));
            }
            if (pair.get("drift").isEmpty() && !found.isEmpty()) {
                wrong.add(name + ": found " + found.differences());
            }
            pairs++;
            objects += expected.size();
        }
        System.out.printf("[pairs] %d pairs, %d objects that came or went, %d wrong%n", pairs, objects, wrong.size());
        assertThat(wrong).isEmpty();
    }

    /** Roles that the pairs name are made when they are missed, as their projects' own tests do. */
    private StructureSnapshot state(String sql) throws IOException, InterruptedException {
        String database = server.freshDatabase("pair");
        Psql.Answer loaded = Psql.in(folder).run(server, server.superuser(), database, sql, "-v", "ON_ERROR_STOP=1");
        Matcher missed = MISSING_ROLE.matcher(loaded.output());
        if (missed.find()) {
            server.execute("postgres", "CREATE ROLE \"" + missed.group(1).replace("\"", "\"\"") + "\"");
            return state(sql);
        }
        assertThat(loaded.exitCode()).as(loaded.output()).isZero();
        try (ServerPools pools = new ServerPools()) {
            return pools.read(
                    TestTargets.superuser(server, database),
                    cancel,
                    session -> new StructureReader().read(session, cancel));
        }
    }

    private static boolean differs(JsonNode pair) {
        for (JsonNode difference : pair.get("drift")) {
            String type = difference.get("type").asText();
            String name = difference.get("name").asText();
            boolean notCovered =
                    NOT_COVERED.stream().anyMatch(kind -> type.equals(kind) || name.startsWith(kind + " "));
            if (!OTHER_LAYERS.contains(type) && !notCovered && !isOfOwnerAlone(difference)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfOwnerAlone(JsonNode difference) {
        return difference.get("change").asText().equals("changed")
                && withoutOwner(difference.get("a").asText())
                        .equals(withoutOwner(difference.get("b").asText()));
    }

    private static String withoutOwner(String text) {
        return text.replaceAll("(?m)^owner .*$", "").replaceAll("OWNER TO [^;]+;", "");
    }

    private static Set<String> expectedWholes(JsonNode pair) {
        Set<String> wholes = new TreeSet<>();
        for (JsonNode difference : pair.get("drift")) {
            StructureKind kind = WHOLES.get(difference.get("type").asText());
            String change = difference.get("change").asText();
            if (kind != null && !change.equals("changed")) {
                String name = difference.get("name").asText();
                wholes.add(change + " " + kind + " " + (kind == StructureKind.ROUTINE ? routine(name) : name));
            }
        }
        return wholes;
    }

    private static Set<String> toldWholes(StructureComparison found) {
        Set<String> wholes = new TreeSet<>();
        for (StructureDifference difference : found.differences()) {
            StructureName name = difference.name();
            if (COMPARED.contains(name.kind()) && difference.change() != StructureDifference.Change.CHANGED) {
                wholes.add(difference.change().name().toLowerCase(Locale.ROOT) + " " + name.kind() + " "
                        + (name.kind() == StructureKind.ROUTINE ? routine(name.name()) : name.name()));
            }
        }
        return wholes;
    }

    /** The name alone: arguments are written with and without schemas. */
    private static String routine(String name) {
        return name.substring(0, name.indexOf('('));
    }
}
