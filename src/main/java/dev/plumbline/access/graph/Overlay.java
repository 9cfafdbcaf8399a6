package dev.plumbline.access.graph;

/** Which side of the comparison is drawn: the catalog, what is declared with all else faint, or both with their differences marked. */
public enum Overlay {
    LIVE,
    DECLARED,
    DIFF;

    public boolean shows(Standing standing) {
        return switch (this) {
            case LIVE -> standing != Standing.ADDED && standing != Standing.UNKNOWN;
            case DECLARED -> standing != Standing.REMOVED;
            case DIFF -> true;
        };
    }

    /** True where what is shown is no part of this side. */
    public boolean isFaint(Standing standing) {
        return this == DECLARED && standing == Standing.LIVE;
    }

    /** How it is marked: the catalog alone has no differences to mark. */
    public Standing marked(Standing standing) {
        return this == DIFF ? standing : Standing.LIVE;
    }
}
