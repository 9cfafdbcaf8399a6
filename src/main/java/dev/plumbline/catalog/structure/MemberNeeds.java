package dev.plumbline.catalog.structure;

import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureNeed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a member of an operator class or family needs, the class or family needs. */
final class MemberNeeds {
    private static final Set<String> CATALOGS = Set.of("pg_amop", "pg_amproc");

    private MemberNeeds() {}

    /**
     * @param find the thing that a row is, if it is any
     * @param number of a catalog
     */
    static List<StructureNeed> of(
            List<ToldNeed> told, Function<CatalogRow, @Nullable StructureName> find, ToIntFunction<String> number) {
        Set<Integer> catalogs = CATALOGS.stream().map(number::applyAsInt).collect(Collectors.toSet());
        Map<CatalogRow, Set<StructureName>> ofMembers = new LinkedHashMap<>();
        for (ToldNeed need : told) {
            CatalogRow of = need.of();
            StructureName on = catalogs.contains(of.catalog()) ? find.apply(need.on()) : null;
            if (on != null) {
                ofMembers
                        .computeIfAbsent(new CatalogRow(of.catalog(), of.oid(), 0), none -> new LinkedHashSet<>())
                        .add(on);
            }
        }
        List<StructureNeed> needs = new ArrayList<>();
        for (Set<StructureName> ofOne : ofMembers.values()) {
            for (StructureName holder : ofOne) {
                if (isHolder(holder)) {
                    ofOne.stream()
                            .filter(on -> !on.equals(holder) && !isHolder(on))
                            .forEach(on -> needs.add(new StructureNeed(holder, false, on, false)));
                }
            }
        }
        return needs;
    }

    private static boolean isHolder(StructureName name) {
        return name.kind() == StructureKind.OPERATOR_CLASS || name.kind() == StructureKind.OPERATOR_FAMILY;
    }
}
