package dev.plumbline.drift.text;

import dev.plumbline.model.Visible;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A thing as one line that a person reads and compares: kind, name, then every property that it has, in the server's own words. No SQL: what a server would run is the
 * plan's to write. Whatever could deceive the eye is escaped, and line ends in an expression are written as blanks, so that one thing stays one line.
 */
public final class StructureText {
    private static final String POSITION = "position";

    private StructureText() {}

    /** A thing and what it is called; {@code name} is how it is found again. */
    public record Line(StructureName name, String text) {}

    /** The things in their order, each on a line. The position of a column is left out: a column added again comes last, and that is no difference. */
    public static List<Line> of(List<Structure> things) {
        return things.stream().map(thing -> new Line(thing.name(), line(thing))).toList();
    }

    private static String line(Structure thing) {
        Map<String, String> left = new TreeMap<>(thing.properties());
        left.remove(POSITION);
        List<String> words = new ArrayList<>();
        words.add(thing.name().kind().word());
        words.add(thing.name().name());
        if (thing.name().kind() == StructureKind.COLUMN) {
            take(left, "type", words);
        }
        take(left, "definition", words);
        left.forEach((property, value) -> words.add(value.equals("yes") ? property : property + " = " + value));
        return Visible.text(String.join("  ", words).replaceAll("\\s*\\R\\s*", " "));
    }

    private static void take(Map<String, String> from, String property, List<String> words) {
        String value = from.remove(property);
        if (value != null) {
            words.add(value);
        }
    }
}
