package dev.plumbline.ui.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.ContextEntry;
import dev.plumbline.model.EstateContext;
import dev.plumbline.model.EstateResource;
import dev.plumbline.model.Problem;
import dev.plumbline.model.SafeMode;
import dev.plumbline.ui.estate.EstateActions.DirectConnection;
import dev.plumbline.ui.fake.FakeEstate;
import dev.plumbline.ui.fx.Destination;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EstateTreeTest {
    private static final ContextEntry ENTRY =
            new ContextEntry("prod", "prod", "https://prod", "dba", "default", true, false, null, List.of());
    private static final Problem REFUSED =
            new Problem(Problem.Kind.FORBIDDEN, "K8S-403", "Listing", "databases", "403", "Ask.");

    private static ContextState read(EstateResource... resources) {
        return ContextState.unread(ENTRY, SafeMode.CONFIRM)
                .read(
                        new EstateContext("prod", "v1", List.of(), List.of(resources), List.of(), List.of()),
                        Instant.EPOCH);
    }

    private static List<String> draw(ContextState state, String filter) {
        return draw(
                EstateTree.compute(
                        List.of(state),
                        List.of(new DirectConnection("local", "postgresql://localhost")),
                        EstateFilter.of(filter)),
                "");
    }

    private static List<String> draw(List<EstateNode> lines, String indent) {
        List<String> drawn = new ArrayList<>();
        for (EstateNode line : lines) {
            drawn.add((indent + line.text() + "  " + line.aside()).stripTrailing());
            drawn.addAll(draw(line.children(), indent + " "));
        }
        return drawn;
    }

    @Test
    void databasesStandUnderTheirNamespaceAndOtherKindsInGroupsWithTheirCount() {
        ContextState state = read(
                FakeEstate.database("prod", "team-b", "ledger", "Ready", false),
                FakeEstate.database("prod", "team-a", "orders", "Ready", false),
                FakeEstate.resource("prod", "team-b", "DatabaseInstance", "databaseinstances", "pg", "Ready", false),
                FakeEstate.database("prod", "team-b", "billing", "Ready", false),
                FakeEstate.resource("prod", "", "ClusterDatabaseInstance", "clusterdatabaseinstances", "x", "", false));
        assertThat(draw(state, ""))
                .containsExactly(
                        "prod  5",
                        " team-a  1",
                        "  orders",
                        " team-b  3",
                        "  billing",
                        "  ledger",
                        "  DatabaseInstance  1",
                        "   pg",
                        " cluster-wide  1",
                        "  ClusterDatabaseInstance  1",
                        "   x",
                        "direct connections  1",
                        " local");
    }

    @Test
    void aFilterKeepsWhatMatchesAndWhatLeadsThere() {
        ContextState state = read(
                FakeEstate.database("prod", "team-a", "orders", "Ready", false),
                FakeEstate.database("prod", "team-b", "billing", "Ready", false));
        assertThat(draw(state, "BILL team")).containsExactly("prod  1", " team-b  1", "  billing");
        assertThat(draw(state, "prod")).containsExactly("prod  2", " team-a  1", "  orders", " team-b  1", "  billing");
        assertThat(draw(state, "nowhere")).isEmpty();
    }

    @Test
    void aContextSaysWhyNothingStandsUnderIt() {
        ContextState unread = ContextState.unread(ENTRY, SafeMode.CONFIRM);
        assertThat(draw(unread, "")).startsWith("prod", " reading…");
        assertThat(draw(unread.failed(REFUSED), "")).startsWith("prod  may not be listed", "direct connections  1");
        assertThat(draw(read(), "")).startsWith("prod  0", " no databases declared");
    }

    @Test
    void whatCouldNotBeListedIsUnknownAndNotEmpty() {
        ContextState state = ContextState.unread(ENTRY, SafeMode.CONFIRM)
                .read(
                        new EstateContext("prod", "v1", List.of(), List.of(), List.of("x missing"), List.of(REFUSED)),
                        Instant.EPOCH);
        assertThat(draw(state, "")).startsWith("prod  0", " operator not installed", " some may not be listed");
    }

    @Test
    void whatWasReadEarlierStaysWhenReadingAgainFails() {
        ContextState state = read(FakeEstate.database("prod", "team-a", "orders", "Ready", false));
        assertThat(draw(state.loading(), "")).startsWith("prod  1", " team-a  1", "  orders");
        assertThat(draw(state.failed(REFUSED), "")).startsWith("prod  may not be listed", " team-a  1", "  orders");
    }

    @Test
    void aContextThatAsksToRunAProgramSaysSoAndHidesNothingElse() {
        ContextEntry asking = new ContextEntry(
                "prod",
                "prod",
                "https://prod",
                "dba",
                "default",
                true,
                false,
                new ContextEntry.ExecCommand("aws eks get-token", "hash", false),
                List.of());
        assertThat(draw(ContextState.unread(asking, SafeMode.CONFIRM), ""))
                .startsWith("prod  asks to run a program", "direct connections  1");
    }

    @Test
    void onlyDatabasesHaveScreensOfTheirOwn() {
        EstateResource database = FakeEstate.database("prod", "a", "orders", "Ready", false);
        EstateResource instance =
                FakeEstate.resource("prod", "a", "DatabaseInstance", "databaseinstances", "pg", "Ready", false);
        assertThat(EstateTree.destinationOf(database)).isEqualTo(new Destination.DatabaseOverview(database.ref()));
        assertThat(EstateTree.destinationOf(instance)).isEqualTo(new Destination.Resource(instance));
    }
}
