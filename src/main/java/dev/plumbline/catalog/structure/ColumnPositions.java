package dev.plumbline.catalog.structure;

import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Numbers the columns of each relation 1, 2, 3: {@code attnum} has holes where columns were dropped, which no dump brings back. */
final class ColumnPositions {
    private static final String POSITION = "position";
    private static final Comparator<Structure> BY_NUMBER =
            Comparator.comparingInt(column -> Integer.parseInt(column.property(POSITION)));

    private ColumnPositions() {}

    static List<Structure> withoutHoles(List<Structure> things) {
        Map<StructureName, List<Structure>> columns = new HashMap<>();
        List<Structure> numbered = new ArrayList<>(things.size());
        for (Structure thing : things) {
            if (thing.name().kind() == StructureKind.COLUMN) {
                columns.computeIfAbsent(relation(thing.name()), name -> new ArrayList<>())
                        .add(thing);
            } else {
                numbered.add(thing);
            }
        }
        for (List<Structure> ofRelation : columns.values()) {
            ofRelation.sort(BY_NUMBER);
            for (int at = 0; at < ofRelation.size(); at++) {
                numbered.add(at(ofRelation.get(at), at + 1));
            }
        }
        return numbered;
    }

    private static StructureName relation(StructureName column) {
        return new StructureName(StructureKind.COLUMN, column.schema(), column.parent(), "");
    }

    private static Structure at(Structure column, int position) {
        String number = Integer.toString(position);
        if (column.property(POSITION).equals(number)) {
            return column;
        }
        TreeMap<String, String> properties = new TreeMap<>(column.properties());
        properties.put(POSITION, number);
        return new Structure(column.name(), properties, column.ofExtension());
    }
}
