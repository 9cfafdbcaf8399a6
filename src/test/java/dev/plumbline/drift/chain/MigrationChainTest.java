package dev.plumbline.drift.chain;

import static dev.plumbline.drift.chain.SampleManaged.migration;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.managed.DatabaseMigration;
import dev.plumbline.model.managed.RotationFacts.HintFacts;
import dev.plumbline.model.managed.SchemaHint;
import dev.plumbline.model.managed.SchemaHint.Column;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MigrationChainTest {
    private static final List<DatabaseMigration> THREE =
            List.of(migration("a", ""), migration("b", "a"), migration("c", "b"));

    @Test
    void theWayGoesFromTheCurrentVersionToTheDesiredOne() {
        MigrationChain chain = MigrationChain.find("ns", "a", "c", THREE);
        assertThat(chain.pending()).extracting(DatabaseMigration::version).containsExactly("b", "c");
        assertThat(chain.problem()).isEmpty();
        assertThat(chain.links())
                .extracting(MigrationChain.Link::standing)
                .containsExactly(
                        MigrationChain.Standing.CURRENT,
                        MigrationChain.Standing.PENDING,
                        MigrationChain.Standing.PENDING);
        assertThat(MigrationChain.find("ns", "", "c", THREE).pending()).hasSize(3);
        assertThat(MigrationChain.find("ns", "c", "c", THREE).pending()).isEmpty();
    }

    @Test
    void whatIsMissingIsNamedAndBeforeTheCurrentVersionIsNoObstacle() {
        List<DatabaseMigration> gap = List.of(migration("b", "a"), migration("c", "b"), migration("e", "d"));
        assertThat(MigrationChain.find("ns", "b", "e", gap).problem())
                .hasValueSatisfying(words -> assertThat(words).startsWith("Unable to fetch DatabaseMigration (ns/d):"));
        MigrationChain past = MigrationChain.find("ns", "b", "c", gap);
        assertThat(past.problem()).isEmpty();
        assertThat(past.pending()).extracting(DatabaseMigration::version).containsExactly("c");
        assertThat(past.links().get(0).standing()).isEqualTo(MigrationChain.Standing.MISSING);
        assertThat(MigrationChain.find("ns", "zz", "c", THREE).problem())
                .contains("Unable to find a path from the desired version (c) to our current version (zz)");
        MigrationChain back = MigrationChain.find("ns", "c", "b", THREE);
        assertThat(back.problem()).isPresent();
        assertThat(back.notes()).anyMatch(note -> note.contains("older than the current one"));
    }

    @Test
    void circlesAndTwoHeadsAreNamed() {
        MigrationChain circle = MigrationChain.find(
                "ns", "b", "y", List.of(migration("x", "y"), migration("y", "x"), migration("b", "")));
        assertThat(circle.problem()).contains("The chain of DatabaseMigrations goes in a circle: y after x after y.");
        assertThat(circle.pending()).isEmpty();
        assertThat(MigrationChain.find("ns", "", "x", List.of(migration("x", "x")))
                        .problem())
                .contains("The chain of DatabaseMigrations goes in a circle: x after x.");
        List<DatabaseMigration> heads = List.of(migration("a", ""), migration("b", "a"), migration("b2", "a"));
        assertThat(MigrationChain.find("ns", "a", "b2", heads).notes())
                .containsExactly("Two heads: b and b2 both follow a; the way to b2 takes b2.");
    }

    @Test
    void hintsSpeakAsTheOperatorDoesAndStayQuietWhereNothingIsWrong() {
        HintFacts large = facts(5000, 500, Map.of("c", Optional.of(1L)), Map.of(List.of("c"), Optional.of(1L)));
        assertThat(messages(large, hint("addColumn", "", new Column("c", true, false))))
                .containsExactly(
                        "Attempting to add a column to a large table (t)",
                        "adding a column to a table that is written to heavily (t, 500 rows a second)",
                        "Attempting to add a NOT NULL column (c) to an existing table (t) without specifying a server default");
        assertThat(messages(large, hint("createIndex", "unique", new Column("c", false, false))))
                .contains("Attempting to add a unique index to a table (t) which contains non-unique data over the"
                        + " specified columns ([c])");
        assertThat(messages(large, hint("createIndex", "fulltext", new Column("c", false, false))))
                .contains("Attempting to create an index (type=fulltext) to a large table (t)");
        assertThat(messages(large, hint("alterColumn", "", new Column("c", true, false))))
                .contains("Attempting to convert a column (c) to NOT NULL on a table (t) when null data is present");
        assertThat(messages(large, hint("dropColumn", ""))).containsExactly("Unknown hint operation: dropColumn");
        assertThat(messages(large, hint("createTable", ""))).isEmpty();
        HintFacts fine = facts(10, 0, Map.of("c", Optional.of(0L)), Map.of(List.of("c"), Optional.of(0L)));
        for (String operation : List.of("addColumn", "createIndex", "alterColumn")) {
            assertThat(messages(fine, hint(operation, "unique", new Column("c", true, true))))
                    .isEmpty();
        }
        HintFacts unread = facts(10, 0, Map.of(), Map.of());
        assertThat(messages(unread, hint("alterColumn", "", new Column("c", true, true))))
                .containsExactly("It cannot be told whether column c of t holds nulls: why not");
    }

    private static HintFacts facts(
            long rows, double writes, Map<String, Optional<Long>> nulls, Map<List<String>, Optional<Long>> twice) {
        return new HintFacts(true, Optional.of(rows), Optional.of(writes), nulls, twice, List.of(), "why not");
    }

    private static SchemaHint hint(String operation, String index, Column... columns) {
        return new SchemaHint("t", operation, List.of(columns), index);
    }

    private static List<String> messages(HintFacts facts, SchemaHint hint) {
        return HintChecks.of(new SampleManaged().database(), migration("v3", "v2", hint), Map.of("t", facts)).stream()
                .map(HintFinding::message)
                .toList();
    }
}
