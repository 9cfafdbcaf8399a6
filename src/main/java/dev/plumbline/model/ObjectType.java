package dev.plumbline.model;

/** The object types of ALTER DEFAULT PRIVILEGES, by {@code pg_default_acl.defaclobjtype}. */
public enum ObjectType {
    TABLES('r', "TABLES"),
    SEQUENCES('S', "SEQUENCES"),
    FUNCTIONS('f', "FUNCTIONS"),
    TYPES('T', "TYPES"),
    SCHEMAS('n', "SCHEMAS"),
    LARGE_OBJECTS('L', "LARGE OBJECTS");

    private final char letter;
    private final String word;

    ObjectType(char letter, String word) {
        this.letter = letter;
        this.word = word;
    }

    public char letter() {
        return letter;
    }

    /** As written in SQL. */
    public String word() {
        return word;
    }

    /** What its privileges are granted on. */
    public ObjectKind kind() {
        return switch (this) {
            case TABLES -> ObjectKind.RELATION;
            case SEQUENCES -> ObjectKind.SEQUENCE;
            case FUNCTIONS -> ObjectKind.ROUTINE;
            case TYPES -> ObjectKind.TYPE;
            case SCHEMAS -> ObjectKind.SCHEMA;
            case LARGE_OBJECTS -> ObjectKind.LARGE_OBJECT;
        };
    }

    public static ObjectType ofLetter(char letter) {
        for (ObjectType type : values()) {
            if (type.letter == letter) {
                return type;
            }
        }
        throw new IllegalArgumentException("pg_default_acl has an object type this program does not know: " + letter);
    }
}
