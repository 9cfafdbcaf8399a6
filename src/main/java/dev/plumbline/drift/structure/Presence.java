package dev.plumbline.drift.structure;

/** Where a thing is, seen from a comparison of a left and a right state. {@code NOT_COMPARED} is neither equal nor different: it could not be told. */
public enum Presence {
    ONLY_LEFT("−", "only left"),
    ONLY_RIGHT("+", "only right"),
    DIFFERS("~", "differs"),
    NOT_COMPARED("?", "could not compare");

    private final String sign;
    private final String word;

    Presence(String sign, String word) {
        this.sign = sign;
        this.word = word;
    }

    public String sign() {
        return sign;
    }

    public String word() {
        return word;
    }

    static Presence of(StructureDifference.Change change) {
        return switch (change) {
            case ADDED -> ONLY_RIGHT;
            case REMOVED -> ONLY_LEFT;
            case CHANGED -> DIFFERS;
        };
    }
}
