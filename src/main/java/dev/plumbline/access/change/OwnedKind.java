package dev.plumbline.access.change;

import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.ObjectKind;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a person may choose when giving many objects another owner, by the words of ALTER. */
public enum OwnedKind {
    TABLES(ObjectKind.RELATION),
    VIEWS(ObjectKind.RELATION),
    SEQUENCES(ObjectKind.SEQUENCE),
    ROUTINES(ObjectKind.ROUTINE),
    TYPES(ObjectKind.TYPE),
    SCHEMAS(ObjectKind.SCHEMA),
    DATABASE(ObjectKind.DATABASE),
    LANGUAGES(ObjectKind.LANGUAGE),
    FOREIGN_DATA_WRAPPERS(ObjectKind.FOREIGN_DATA_WRAPPER),
    FOREIGN_SERVERS(ObjectKind.FOREIGN_SERVER),
    TABLESPACES(ObjectKind.TABLESPACE),
    LARGE_OBJECTS(ObjectKind.LARGE_OBJECT);

    private static final String LETTERS_OF_VIEWS = "vm";
    private final ObjectKind kind;

    OwnedKind(ObjectKind kind) {
        this.kind = kind;
    }

    /** As the command line calls it: {@code tables}, {@code foreign-servers}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<OwnedKind> ofWord(String word) {
        String lower = word.strip().toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(kind -> kind.word().equals(lower) || lower.equals("functions") && kind == ROUTINES)
                .findFirst();
    }

    /** True of a materialized view as of a view, and of foreign tables as of tables. */
    boolean has(DatabaseObject object) {
        if (object.kind() != kind) {
            return false;
        }
        boolean view = LETTERS_OF_VIEWS.indexOf(object.letter()) >= 0;
        return kind != ObjectKind.RELATION || view == (this == VIEWS);
    }
}
