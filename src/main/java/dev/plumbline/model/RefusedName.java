package dev.plumbline.model;

/** A text that cannot be the name of a database object; the message shows it escaped and says why. */
public final class RefusedName extends IllegalArgumentException {
    public RefusedName(String text, String why) {
        super("The name \"" + Visible.text(text) + "\" " + why + ".");
    }
}
