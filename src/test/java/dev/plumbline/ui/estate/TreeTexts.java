package dev.plumbline.ui.estate;

/** Reads the tree's lines for tests of other rooms. */
public final class TreeTexts {
    private TreeTexts() {}

    public static String text(Object line) {
        return ((EstateNode) line).text();
    }
}
