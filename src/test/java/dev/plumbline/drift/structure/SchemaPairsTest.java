package dev.plumbline.drift.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.testing.Lanes;
import dev.plumbline.testing.PairStates;
import dev.plumbline.testing.Psql;
import dev.plumbline.testing.SchemaPair;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pairs of schemas from other projects, with what differs as {@code pg_dump} of both tells it. */
@SuppressWarnings("NullAway.Init")
class SchemaPairsTest {
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

    @TempDir
    private Path folder;

    @Test
    void findsWhatPgDumpTells() throws IOException, InterruptedException {
        List<SchemaPair> pairs = SchemaPair.all();
        List<StructureComparison> comparisons = Lanes.each(
                Psql.lanes(folder),
                pairs,
                (psql, pair) ->
                        StructureComparison.of(PairStates.live(psql, pair.a()), PairStates.live(psql, pair.b())));
        List<String> wrong = new ArrayList<>();
        int objects = 0;
        for (int number = 0; number < pairs.size(); number++) {
            SchemaPair pair = pairs.get(number);
            StructureComparison found = comparisons.get(number);
            Set<String> expected = expectedWholes(pair.drift());
            Set<String> told = toldWholes(found);
            if (!told.equals(expected)) {
                wrong.add(pair + ": expected " + expected + ", told " + told);
            }
            if (differs(pair.drift()) && found.isEmpty()) {
                wrong.add(pair + ": nothing found of " + pair.drift());
            }
            if (pair.drift().isEmpty() && !found.isEmpty()) {
                wrong.add(pair + ": found " + found.differences());
            }
            objects += expected.size();
        }
        System.out.printf(
                "[pairs] %d pairs, %d objects that came or went, %d wrong%n", pairs.size(), objects, wrong.size());
        assertThat(wrong).isEmpty();
    }

    private static boolean differs(JsonNode drift) {
        for (JsonNode difference : drift) {
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

    private static Set<String> expectedWholes(JsonNode drift) {
        Set<String> wholes = new TreeSet<>();
        for (JsonNode difference : drift) {
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
