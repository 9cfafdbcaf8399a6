package dev.plumbline.drift.structure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which lines of a comparison are meant: in the list, in the counts, in what is exported and in the script, always by this one object. {@code kinds} are kinds in the plural,
 * none for all of them; {@code text} has to stand in what a line shows. {@code ignored}: those that somebody chose to ignore, and they alone; without it they are left out.
 */
public record DifferenceFilter(
        Set<Layer> layers,
        Set<String> kinds,
        Set<Severity> severities,
        Set<Presence> presences,
        String text,
        boolean ignored) {
    public DifferenceFilter {
        layers = Set.copyOf(layers);
        kinds = Set.copyOf(kinds);
        severities = Set.copyOf(severities);
        presences = Set.copyOf(presences);
        text = text.strip();
    }

    /** All that nobody ignores. */
    public static DifferenceFilter all() {
        return new DifferenceFilter(
                EnumSet.allOf(Layer.class),
                Set.of(),
                EnumSet.allOf(Severity.class),
                EnumSet.allOf(Presence.class),
                "",
                false);
    }

    public DifferenceFilter withLayers(Set<Layer> chosen) {
        return new DifferenceFilter(chosen, kinds, severities, presences, text, ignored);
    }

    public DifferenceFilter withKinds(Set<String> chosen) {
        return new DifferenceFilter(layers, chosen, severities, presences, text, ignored);
    }

    public DifferenceFilter withSeverities(Set<Severity> chosen) {
        return new DifferenceFilter(layers, kinds, chosen, presences, text, ignored);
    }

    public DifferenceFilter withPresences(Set<Presence> chosen) {
        return new DifferenceFilter(layers, kinds, severities, chosen, text, ignored);
    }

    public DifferenceFilter withText(String searched) {
        return new DifferenceFilter(layers, kinds, severities, presences, searched, ignored);
    }

    public DifferenceFilter withIgnored(boolean alone) {
        return new DifferenceFilter(layers, kinds, severities, presences, text, alone);
    }

    /** {@code isIgnored}: somebody chose to ignore this row. */
    public boolean accepts(DifferenceRow row, boolean isIgnored) {
        return isIgnored == ignored
                && layers.contains(row.layer())
                && (kinds.isEmpty() || kinds.contains(row.kinds()))
                && severities.contains(row.severity())
                && presences.contains(row.presence())
                && (text.isEmpty() || holdsText(row));
    }

    private boolean holdsText(DifferenceRow row) {
        String wanted = text.toLowerCase(Locale.ROOT);
        String line = row.kind() + " " + row.shown() + " " + row.reason();
        return line.toLowerCase(Locale.ROOT).contains(wanted)
                || row.difference().stream()
                        .flatMap(difference -> difference.properties().stream())
                        .anyMatch(property -> (property.word() + "\n" + property.from() + "\n" + property.to())
                                .toLowerCase(Locale.ROOT)
                                .contains(wanted));
    }

    /** Whether nothing but what is ignored is left out. */
    public boolean isOpen() {
        return equals(all());
    }

    /** What is chosen, in words for the head of a script or a list; empty where all is. */
    public String words() {
        List<String> words = new ArrayList<>();
        DifferenceFilter open = all();
        if (!layers.equals(open.layers)) {
            words.add("layers " + listed(layers.stream().map(Layer::word).toList()));
        }
        if (!kinds.isEmpty()) {
            words.add("kinds " + listed(List.copyOf(kinds)));
        }
        if (!severities.equals(open.severities)) {
            words.add(
                    "severity " + listed(severities.stream().map(Severity::word).toList()));
        }
        if (!presences.equals(open.presences)) {
            words.add("change " + listed(presences.stream().map(Presence::word).toList()));
        }
        if (!text.isEmpty()) {
            words.add("with the text \"" + text + "\"");
        }
        if (ignored) {
            words.add("ignored ones alone");
        }
        return String.join("; ", words);
    }

    private static String listed(List<String> words) {
        return words.isEmpty() ? "none" : new TreeSet<>(words).stream().collect(Collectors.joining(", "));
    }
}
