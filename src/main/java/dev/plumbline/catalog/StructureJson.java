package dev.plumbline.catalog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Name;
import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureNeed;
import dev.plumbline.model.structure.StructureSnapshot;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The part {@code structure} of {@link SnapshotJson}: what the database is made of, sorted by name, each thing with its properties in the server's own words. */
final class StructureJson {
    private StructureJson() {}

    static void write(ObjectNode node, StructureSnapshot structure) {
        ArrayNode things = node.putArray("things");
        for (Structure thing : structure.things()) {
            StructureName name = thing.name();
            ObjectNode one = things.addObject();
            name(one, name);
            one.put("ofExtension", thing.ofExtension());
            ObjectNode properties = one.putObject("properties");
            thing.properties().forEach(properties::put);
        }
        ArrayNode needs = node.putArray("needs");
        structure.needs().stream().sorted(StructureNeed.ORDER).distinct().forEach(need -> {
            ObjectNode one = needs.addObject();
            name(one.putObject("of"), need.of());
            name(one.putObject("on"), need.on());
            one.put("ofDefault", need.ofDefault());
            one.put("ofPartition", need.ofPartition());
        });
        ObjectNode notCovered = node.putObject("notCovered");
        structure.notCovered().forEach(notCovered::put);
        ArrayNode gaps = node.putArray("gaps");
        structure
                .gaps()
                .forEach(gap -> gaps.addObject()
                        .put("subject", gap.subject())
                        .put("sqlstate", gap.sqlState())
                        .put("answer", gap.answer()));
    }

    private static void name(ObjectNode node, StructureName name) {
        node.put("kind", name.kind().name());
        node.put("schema", text(name.schema()));
        node.put("parent", text(name.parent()));
        node.put("name", name.name());
    }

    static StructureSnapshot read(SnapshotFields node, ServerVersion version, Name database) {
        Map<String, Integer> notCovered = new TreeMap<>();
        SnapshotFields counts = node.object("notCovered");
        counts.node().fieldNames().forEachRemaining(word -> notCovered.put(word, counts.small(word)));
        return new StructureSnapshot(
                version,
                database,
                node.list("things", StructureJson::thing),
                node.list("needs", StructureJson::need),
                notCovered,
                node.list("gaps", gap -> new Gap(gap.text("subject"), gap.text("sqlstate"), gap.text("answer"))));
    }

    private static Structure thing(SnapshotFields node) {
        TreeMap<String, String> values = new TreeMap<>();
        SnapshotFields properties = node.object("properties");
        properties.node().fieldNames().forEachRemaining(word -> values.put(word, properties.text(word)));
        return new Structure(name(node), values, node.flag("ofExtension"));
    }

    private static StructureNeed need(SnapshotFields node) {
        return new StructureNeed(
                name(node.object("of")), node.flag("ofDefault"), name(node.object("on")), node.flag("ofPartition"));
    }

    private static StructureName name(SnapshotFields node) {
        return new StructureName(
                node.word("kind", StructureKind.class),
                node.nameOrNull("schema"),
                node.nameOrNull("parent"),
                node.text("name"));
    }

    private static @Nullable String text(@Nullable Name name) {
        return name == null ? null : name.text();
    }
}
