package dev.plumbline.drift.text;

import dev.plumbline.model.Visible;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Two definitions side by side. A thing is a line; its bodies, access lists and whatever else has lines of its own follow it, line by line. Lines of a body are found again by what they
 * say, and a run of lines that are on one side only stands beside the run that took its place.
 */
public final class DefinitionPair {
    private static final String POSITION = "position";
    private static final String INDENT = "    ";

    private final Predicate<String> apart;
    private final List<Line> left = new ArrayList<>();
    private final List<Line> right = new ArrayList<>();

    private DefinitionPair(Predicate<String> apart) {
        this.apart = apart;
    }

    private record Key(StructureName name, String property, String line) {}

    private record Line(Key key, String text) {}

    /** The rows, and on which of them each thing begins. */
    public record Rows(List<TextPair> rows, Map<StructureName, Integer> places) {
        public Rows {
            rows = List.copyOf(rows);
            places = Map.copyOf(places);
        }
    }

    /** @param apart properties that have a line of their own, by their word */
    public static Rows of(List<Structure> left, List<Structure> right, Predicate<String> apart) {
        DefinitionPair pair = new DefinitionPair(apart);
        Map<StructureName, Structure> other = new HashMap<>();
        right.forEach(thing -> other.put(thing.name(), thing));
        Map<StructureName, Structure> own = new HashMap<>();
        left.forEach(thing -> own.put(thing.name(), thing));
        left.forEach(thing -> pair.add(pair.left, thing, other.get(thing.name()), true));
        right.forEach(thing -> pair.add(pair.right, thing, own.get(thing.name()), false));
        List<TextPair> rows = SideBySide.of(pair.left, pair.right, Line::key, Line::text);
        Map<StructureName, Integer> places = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            TextPair row = rows.get(i);
            Line line =
                    row.leftNumber() > 0 ? pair.left.get(row.leftNumber() - 1) : pair.right.get(row.rightNumber() - 1);
            places.putIfAbsent(line.key().name(), i);
        }
        return new Rows(rows, places);
    }

    private void add(List<Line> lines, Structure thing, @Nullable Structure there, boolean isLeft) {
        StructureName name = thing.name();
        Map<String, String> below = new TreeMap<>();
        List<String> words = new ArrayList<>(List.of(name.kind().word(), name.name()));
        Map<String, String> rest = new TreeMap<>(thing.properties());
        rest.remove(POSITION);
        String type = name.kind() == StructureKind.COLUMN ? rest.remove("type") : null;
        if (type != null) {
            words.add(type);
        }
        rest.forEach((property, value) -> {
            boolean tall = value.contains("\n")
                    || there != null && there.property(property).contains("\n");
            if (tall || apart.test(property)) {
                below.put(property, value);
            } else if (property.equals("definition")) {
                words.add(value);
            } else {
                words.add(value.equals("yes") ? property : property + " = " + value);
            }
        });
        lines.add(new Line(new Key(name, "", ""), Visible.text(String.join("  ", words))));
        below.forEach((property, value) -> {
            boolean single = value.indexOf('\n') < 0
                    && (there == null || there.property(property).indexOf('\n') < 0);
            if (single) {
                lines.add(new Line(new Key(name, property, ""), shown(property + " = " + value)));
            } else {
                lines.add(new Line(new Key(name, property, ""), shown(property)));
                body(lines, name, property, value, there == null ? "" : there.property(property), isLeft);
            }
        });
    }

    private static void body(
            List<Line> lines, StructureName name, String property, String own, String other, boolean isLeft) {
        List<String> mine = own.lines().toList();
        List<String> theirs = other.lines().toList();
        List<String> keys = isLeft
                ? LineKeys.of(mine, theirs).left()
                : LineKeys.of(theirs, mine).right();
        for (int i = 0; i < mine.size(); i++) {
            lines.add(new Line(new Key(name, property, keys.get(i)), shown(INDENT + mine.get(i))));
        }
    }

    private static String shown(String line) {
        return INDENT + Visible.text(line.replace("\t", INDENT));
    }
}
