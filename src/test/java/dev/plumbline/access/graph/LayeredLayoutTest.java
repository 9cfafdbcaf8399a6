package dev.plumbline.access.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.OwnershipModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LayeredLayoutTest {
    private static AccessGraph graph(AccessWorld world) {
        return AccessGraph.of(world.snapshot(), new OwnershipModel.None());
    }

    private static Spot at(Map<String, Spot> spots, String id) {
        return Objects.requireNonNull(spots.get(id), id);
    }

    @Test
    void layersStandFromLoginsToTargets() {
        Map<String, Spot> spots = LayeredLayout.of(graph(GraphWorlds.small())).byId();
        assertThat(at(spots, "role:app_v3").x())
                .isLessThan(at(spots, "role:billing_writers").x());
        assertThat(at(spots, "role:billing_writers").x())
                .isLessThan(at(spots, "role:db_billing_owner").x());
        assertThat(at(spots, "role:db_billing_owner").x())
                .isLessThan(at(spots, "target:tables:ledger").x());
        assertThat(at(spots, "role:pg_monitor").y())
                .isGreaterThan(at(spots, "role:app_v3").y());
    }

    @Test
    void noTwoBoxesOverlap() {
        for (AccessWorld world : List.of(GraphWorlds.small(), GraphWorlds.medium(), GraphWorlds.large())) {
            assertNoOverlap(LayeredLayout.of(graph(world)));
        }
    }

    private static void assertNoOverlap(GraphLayout layout) {
        List<Spot> spots = new ArrayList<>(layout.spots());
        spots.sort(java.util.Comparator.comparing(Spot::x).thenComparing(Spot::y));
        for (int at = 1; at < spots.size(); at++) {
            Spot above = spots.get(at - 1);
            Spot below = spots.get(at);
            boolean apart =
                    below.x() >= above.x() + GraphLayout.BOX_WIDTH || below.y() >= above.y() + GraphLayout.BOX_HEIGHT;
            assertThat(apart).as(above + " and " + below).isTrue();
        }
    }

    @Test
    void theSameGraphIsLaidOutTheSame() {
        GraphLayout one = LayeredLayout.of(graph(GraphWorlds.medium()));
        GraphLayout other = LayeredLayout.of(graph(GraphWorlds.medium()));
        assertThat(one.spots()).isEqualTo(other.spots());
    }

    @Test
    void aChainWithinOneColumnReadsFromLeftToRightAndACircleIsSurvived() {
        AccessWorld world = new AccessWorld("x")
                .role("u", "LOGIN")
                .role("a")
                .role("b")
                .role("c")
                .member("u", "a")
                .member("a", "b")
                .member("b", "c");
        Map<String, Spot> spots = LayeredLayout.of(graph(world)).byId();
        assertThat(List.of(
                        at(spots, "role:a").layer(),
                        at(spots, "role:b").layer(),
                        at(spots, "role:c").layer()))
                .containsExactly(0, 1, 2);
        GraphLayout circle = LayeredLayout.of(graph(world.member("c", "a").member("c", "c")));
        assertThat(circle.spots()).hasSize(circle.graph().nodes().size());
        assertNoOverlap(circle);
    }

    @Test
    void whatWasThereStaysWhereItWasAndWhatIsNewFindsAFreePlace() {
        GraphLayout before = LayeredLayout.of(graph(GraphWorlds.medium()));
        AccessGraph changed = graph(GraphWorlds.medium()
                .role("newcomer", "LOGIN")
                .member("newcomer", "team_3")
                .role("deep")
                .member("everyone", "deep")
                .role("deeper")
                .member("deep", "deeper"));
        GraphLayout after = LayeredLayout.of(changed, before.byId());
        Map<String, Spot> spots = after.byId();
        before.byId().forEach((id, spot) -> assertThat(spots.get(id)).as(id).isEqualTo(spot));
        assertThat(spots).containsKeys("role:newcomer", "role:deep", "role:deeper");
        assertNoOverlap(after);
        double team = at(spots, "role:team_3").y();
        assertThat(Math.abs(at(spots, "role:newcomer").y() - team)).isLessThan(1_200);
    }

    @Test
    void edgesPassBetweenTheBoxesOnTheirWay() {
        GraphLayout layout = LayeredLayout.of(graph(GraphWorlds.medium()));
        List<double[]> inside = new ArrayList<>();
        layout.routes()
                .forEach(route -> Curve.draw(route, new Sampler(point -> {
                    boolean hit = layout.spots().stream()
                            .anyMatch(spot -> spot.x() < point[0] - 1
                                    && point[0] + 1 < spot.x() + GraphLayout.BOX_WIDTH
                                    && spot.y() < point[1]
                                    && point[1] < spot.y() + GraphLayout.BOX_HEIGHT);
                    if (hit && route[0] < route[route.length - 2]) {
                        inside.add(point);
                    }
                })));
        assertThat(inside).isEmpty();
    }

    /** Walks along a curve. */
    private static final class Sampler implements Curve.Pen {
        private final Consumer<double[]> points;
        private double x;
        private double y;

        private Sampler(Consumer<double[]> points) {
            this.points = points;
        }

        @Override
        public void draw(char command, double... at) {
            for (double t = 0.05; command == 'C' && t < 1; t += 0.05) {
                points.accept(new double[] {cubic(t, x, at[0], at[2], at[4]), cubic(t, y, at[1], at[3], at[5])});
            }
            x = at[at.length - 2];
            y = at[at.length - 1];
        }

        private static double cubic(double t, double a, double b, double c, double d) {
            double u = 1 - t;
            return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
        }
    }

    @Test
    void anEmptyGraphIsNoTrouble() {
        AccessGraph nothing = graph(new AccessWorld("x")).around("role:postgres", 0);
        assertThat(LayeredLayout.of(nothing).spots()).hasSize(1);
    }
}
