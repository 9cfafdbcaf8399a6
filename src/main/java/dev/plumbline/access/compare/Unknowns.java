package dev.plumbline.access.compare;

import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Gap;
import dev.plumbline.model.ObjectKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What one of the two readings could not see, so that nothing is said to have come or gone that was only not seen. */
final class Unknowns {
    private final List<Gap> gaps = new ArrayList<>();
    private final Set<String> sentences = new LinkedHashSet<>();

    Unknowns(AccessSnapshot before, AccessSnapshot after) {
        before.catalog().gaps().forEach(gap -> add("then", gap));
        after.catalog().gaps().forEach(gap -> add("now", gap));
    }

    private void add(String when, Gap gap) {
        gaps.add(gap);
        sentences.add(gap.subject() + " could not be read " + when + ", so what changed about them is unknown: "
                + gap.answer());
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }

    boolean about(String... subjects) {
        for (String subject : subjects) {
            if (gaps.stream().anyMatch(gap -> gap.isAbout(subject))) {
                return true;
            }
        }
        return false;
    }

    /** Whether objects of the kind may have been left out of a reading. */
    boolean about(ObjectKind kind) {
        String subject = switch (kind) {
            case SCHEMA -> Gap.SCHEMAS;
            case COLUMN -> Gap.COLUMNS;
            case RELATION, SEQUENCE -> Gap.OBJECTS + " that are tables and sequences";
            case ROUTINE -> Gap.OBJECTS + " that are functions and procedures";
            case TYPE -> Gap.OBJECTS + " that are types";
            case DATABASE -> Gap.OBJECTS + " that are databases";
            case LANGUAGE -> Gap.OBJECTS + " that are languages";
            case FOREIGN_DATA_WRAPPER -> Gap.OBJECTS + " that are foreign-data wrappers";
            case FOREIGN_SERVER -> Gap.OBJECTS + " that are foreign servers";
            case TABLESPACE -> Gap.OBJECTS + " that are tablespaces";
            case PARAMETER -> Gap.OBJECTS + " that are parameters";
            case LARGE_OBJECT -> Gap.OBJECTS + " that are large objects";
        };
        return about(subject) || about(Gap.SCHEMAS) && kind != ObjectKind.DATABASE;
    }
}
