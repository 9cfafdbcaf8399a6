package dev.plumbline.access.compare;

/**
 * One thing that is not as it was. {@code before} is empty for what came, {@code after} for what went; both are words for people, names in them made visible.
 */
public record Change(Part part, Way way, String subject, String before, String after) {
    /** What of the access side a change is about, in the order in which they are told. */
    public enum Part {
        ROLES("roles"),
        MEMBERSHIPS("memberships"),
        OBJECTS("objects"),
        OWNERS("owners"),
        GRANTS("grants"),
        DEFAULT_PRIVILEGES("default privileges"),
        CHECKING("row security and definers' rights"),
        SETTINGS("role settings");

        private final String word;

        Part(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public enum Way {
        CAME('+'),
        WENT('-'),
        CHANGED('~');

        private final char sign;

        Way(char sign) {
            this.sign = sign;
        }

        public char sign() {
            return sign;
        }
    }

    /** In a line: its sign, what it is about, and how it was and is. */
    public String shown() {
        return way.sign() + " " + subject
                + switch (way) {
                    case CAME -> after.isEmpty() ? "" : "  " + after;
                    case WENT -> before.isEmpty() ? "" : "  " + before;
                    case CHANGED -> "  " + before + " → " + after;
                };
    }

    static Change came(Part part, String subject, String after) {
        return new Change(part, Way.CAME, subject, "", after);
    }

    static Change went(Part part, String subject, String before) {
        return new Change(part, Way.WENT, subject, before, "");
    }
}
