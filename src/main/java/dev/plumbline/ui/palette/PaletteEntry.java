package dev.plumbline.ui.palette;

/** Something the palette can find and run. {@code detail} says where it is, or its key. */
public record PaletteEntry(String title, String detail, Runnable run) {
    boolean isSame(PaletteEntry other) {
        return title.equals(other.title) && detail.equals(other.detail);
    }
}
