package dev.plumbline.drift.structure;

import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of a comparison: what differs in one thing in one layer, or what could not be compared. {@code kinds} is the kind in the plural. {@code reason} is why it could
 * not be compared, empty for a difference. {@code perhaps}: what it was perhaps renamed to or from.
 */
public record DifferenceRow(
        Layer layer,
        String kinds,
        Presence presence,
        Severity severity,
        @Nullable StructureDifference found,
        String reason,
        List<StructureName> perhaps) {
    public DifferenceRow {
        perhaps = List.copyOf(perhaps);
    }

    /** Empty for what could not be compared. */
    public Optional<StructureDifference> difference() {
        return Optional.ofNullable(found);
    }

    /** Safe to show. */
    public String shown() {
        return found == null ? kinds : found.name().shown();
    }

    /** The kind in the singular; for what could not be compared, what it is. */
    public String kind() {
        return found == null ? kinds : found.name().kind().word();
    }

    public boolean losesData() {
        return found != null && found.losesData();
    }

    /** In the order in which kinds are told; what is no kind of its own comes last. */
    int kindOrder() {
        int place = 0;
        for (StructureKind kind : StructureKind.values()) {
            if (kind.words().equals(kinds)) {
                return place;
            }
            place++;
        }
        return place;
    }

    /**
     * A text that is equal for equal differences, and for no others: a thing that later differs in another way is another difference. {@code flipped}: as a comparison with
     * the sides the other way round tells it. Empty for what could not be compared, which nobody can judge.
     */
    public Optional<String> fingerprint(boolean flipped) {
        return difference().map(difference -> {
            StringBuilder text = new StringBuilder();
            StructureName name = difference.name();
            part(text, layer.word());
            part(text, name.kind().name());
            part(text, name.schema() == null ? null : name.schema().text());
            part(text, name.parent() == null ? null : name.parent().text());
            part(text, name.name());
            part(text, (flipped ? flipped(difference.change()) : difference.change()).name());
            difference.properties().forEach(property -> {
                part(text, property.word());
                part(text, flipped ? property.to() : property.from());
                part(text, flipped ? property.from() : property.to());
            });
            return text.toString();
        });
    }

    private static StructureDifference.Change flipped(StructureDifference.Change change) {
        return switch (change) {
            case ADDED -> StructureDifference.Change.REMOVED;
            case REMOVED -> StructureDifference.Change.ADDED;
            case CHANGED -> StructureDifference.Change.CHANGED;
        };
    }

    /** With its length, so that no two lists of parts run into the same text. */
    private static void part(StringBuilder text, @Nullable String part) {
        if (part == null) {
            text.append("-;");
        } else {
            text.append(part.length()).append(':').append(part).append(';');
        }
    }
}
