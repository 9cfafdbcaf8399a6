package dev.plumbline.drift.velocity;

import dev.plumbline.model.Name;
import dev.plumbline.model.structure.TableSize;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Ordinary tables in schemas of Velocity that no SchemaDefinition claims: what Velocity itself calls drift. */
public final class OrphanTables {
    private OrphanTables() {}

    /** @param all every SchemaDefinition that works on the database; where one is missing here, its table would seem an orphan */
    public static List<TableSize> of(List<TableSize> tables, Collection<SchemaNames> all) {
        Map<Name, Set<Name>> claimed = new HashMap<>();
        all.forEach(names -> claimed.computeIfAbsent(names.schema(), schema -> new HashSet<>())
                .addAll(names.claimed()));
        return tables.stream()
                .filter(table -> claimed.containsKey(table.schema())
                        && !claimed.getOrDefault(table.schema(), Set.of()).contains(table.table()))
                .toList();
    }
}
