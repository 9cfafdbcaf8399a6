package dev.plumbline.operation.structure;

import dev.plumbline.drift.structure.Layer;
import dev.plumbline.drift.structure.Uncompared;
import dev.plumbline.model.structure.StructureName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A property that two servers of different major versions wrote in different words, where it could not be shown that both mean the same: no difference, and not equal either.
 *
 * @param word of the property, such as {@code definition}
 * @param notRun why the statement of the first could not be tried on a scratch server of the other version; empty when it could
 */
public record Unproved(StructureName name, String word, int databaseMajor, int otherMajor, String notRun) {
    /** Safe to show. */
    public String shown() {
        return name.kind().word() + " " + name.shown() + " (" + word + ")";
    }

    public String reason() {
        return "PostgreSQL " + databaseMajor + " and " + otherMajor
                + " write it in different words, and that both mean the same could not be shown"
                + (notRun.isEmpty() ? "." : ", since " + notRun);
    }

    /** What nothing is said of, each once. */
    public static Set<String> shown(List<Unproved> unproved) {
        return unproved.stream().map(Unproved::shown).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The same as a sentence with the reasons; empty when there is none. */
    public static List<String> sentences(String begin, List<Unproved> unproved) {
        Map<String, List<Unproved>> byReason = new TreeMap<>();
        unproved.forEach(one -> byReason.computeIfAbsent(one.reason(), reason -> new ArrayList<>())
                .add(one));
        List<String> sentences = new ArrayList<>();
        byReason.forEach((reason, of) -> sentences.add(begin + String.join(", ", shown(of)) + ". " + reason));
        return sentences;
    }

    public Uncompared uncompared() {
        return new Uncompared(Layer.STRUCTURE, shown(), reason());
    }
}
