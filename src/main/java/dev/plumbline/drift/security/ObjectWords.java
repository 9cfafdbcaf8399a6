package dev.plumbline.drift.security;

import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Visible;
import java.util.List;
import java.util.stream.Collectors;

/** Objects and lists of names in the words of a sentence. */
final class ObjectWords {
    private static final int NAMED = 3;

    private ObjectWords() {}

    /** What it is and its name: {@code table ledger.entries}. */
    static String of(DatabaseObject object) {
        return kind(object) + " " + object.shown();
    }

    static String kind(DatabaseObject object) {
        return switch (object.kind()) {
            case RELATION ->
                switch (object.letter()) {
                    case 'v' -> "view";
                    case 'm' -> "materialized view";
                    case 'f' -> "foreign table";
                    case 'p' -> "partitioned table";
                    default -> "table";
                };
            case COLUMN -> "column";
            case SEQUENCE -> "sequence";
            case SCHEMA -> "schema";
            case ROUTINE -> "routine";
            case TYPE -> object.letter() == 'd' ? "domain" : "type";
            case DATABASE -> "database";
            case LANGUAGE -> "language";
            case FOREIGN_DATA_WRAPPER -> "foreign-data wrapper";
            case FOREIGN_SERVER -> "foreign server";
            case TABLESPACE -> "tablespace";
            case PARAMETER -> "parameter";
            case LARGE_OBJECT -> "large object";
        };
    }

    static List<String> all(List<DatabaseObject> objects) {
        return objects.stream().map(ObjectWords::of).toList();
    }

    /** The first few, and how many more there are. */
    static String few(List<String> names) {
        if (names.size() <= NAMED + 1) {
            return String.join(", ", names);
        }
        return names.stream().limit(NAMED).collect(Collectors.joining(", ")) + " and " + (names.size() - NAMED)
                + " more";
    }

    static String column(DatabaseObject relation, String column) {
        return "column " + relation.shown() + "." + Visible.text(column);
    }
}
