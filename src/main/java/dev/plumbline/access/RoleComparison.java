package dev.plumbline.access;

import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Name;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Two roles beside each other: the cells of {@link PrivilegeListing} in which they differ, in its order. */
public final class RoleComparison {
    private RoleComparison() {}

    /** One privilege that the two do not have alike; states as in {@link PrivilegeCell}. */
    public record Cell(
            String kind, @Nullable Name schema, String name, String sub, String privilege, int state, int otherState) {}

    /** @param role a role's name, or {@code public} for PUBLIC, like {@code other} */
    public static void list(
            AccessSnapshot snapshot,
            EffectivePrivileges privileges,
            PrivilegeFilter filter,
            String role,
            String other,
            Consumer<Cell> sink) {
        Map<Place, int[]> states = new LinkedHashMap<>();
        PrivilegeFilter both = new PrivilegeFilter(
                Set.of(role, other), filter.kinds(), filter.schemas(), filter.privileges(), /* all= */ false);
        PrivilegeListing.list(snapshot, privileges, both, cell -> {
            int[] pair = states.computeIfAbsent(Place.of(cell), place -> new int[2]);
            pair[cell.role().equals(role) ? 0 : 1] = cell.state();
        });
        states.forEach((place, pair) -> {
            if (pair[0] != pair[1]) {
                sink.accept(
                        new Cell(place.kind, place.schema, place.name, place.sub, place.privilege, pair[0], pair[1]));
            }
        });
    }

    private record Place(String kind, @Nullable Name schema, String name, String sub, String privilege) {
        static Place of(PrivilegeCell cell) {
            return new Place(cell.kind(), cell.schema(), cell.name(), cell.sub(), cell.privilege());
        }
    }
}
