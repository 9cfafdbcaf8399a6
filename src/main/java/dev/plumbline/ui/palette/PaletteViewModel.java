package dev.plumbline.ui.palette;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What fits the typed letters best, best first. */
public final class PaletteViewModel {
    private static final int SHOWN = 60;
    private final Supplier<List<PaletteEntry>> source;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<PaletteEntry>> found = new ReadOnlyObjectWrapper<>(List.of());
    private List<PaletteEntry> entries = List.of();

    private record Scored(PaletteEntry entry, int score) {}

    public PaletteViewModel(Supplier<List<PaletteEntry>> source) {
        this.source = source;
        typed.addListener((property, before, after) -> search());
    }

    /** Takes the entries as they are now and forgets what was typed. */
    public void open() {
        entries = source.get();
        typed.set("");
        search();
    }

    /** Takes the entries as they are now and keeps what was typed: more of the estate may have been read meanwhile. */
    void refresh() {
        entries = source.get();
        search();
    }

    private void search() {
        String letters = typed.get();
        found.set(entries.stream()
                .map(entry -> new Scored(entry, score(letters, entry)))
                .filter(scored -> scored.score() != Fuzzy.NO_MATCH)
                .sorted(Comparator.comparingInt(Scored::score).reversed())
                .limit(SHOWN)
                .map(Scored::entry)
                .toList());
    }

    private static int score(String letters, PaletteEntry entry) {
        int title = Fuzzy.score(letters, entry.title());
        return title != Fuzzy.NO_MATCH ? 2 * title : Fuzzy.score(letters, entry.title() + " " + entry.detail());
    }

    public StringProperty typed() {
        return typed;
    }

    public ReadOnlyObjectProperty<List<PaletteEntry>> found() {
        return found.getReadOnlyProperty();
    }
}
