package dev.plumbline.ui.schema;

import dev.plumbline.drift.structure.RenameOffer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.property.SimpleObjectProperty;

/** The offered renames of one table that a person takes for renames, for every screen of it. Read in the background, changed on the UI thread. */
public final class AcceptedRenames implements Supplier<Set<String>> {
    private volatile Set<String> accepted = Set.of();
    private final SimpleObjectProperty<Set<String>> told = new SimpleObjectProperty<>(Set.of());

    @Override
    public Set<String> get() {
        return accepted;
    }

    /** Changes when something else is taken for renamed. */
    public Observable changes() {
        return told;
    }

    void accept(RenameOffer offer) {
        Set<String> more = new LinkedHashSet<>(accepted);
        more.add(offer.argumentWithKind());
        become(more);
    }

    void takeBack(RenameOffer renamed) {
        Set<String> fewer = new LinkedHashSet<>(accepted);
        fewer.remove(renamed.argumentWithKind());
        become(fewer);
    }

    /** What is not offered any more, or was done, is not waited for. */
    public void keepOnly(Collection<RenameOffer> renamed) {
        become(renamed.stream().map(RenameOffer::argumentWithKind).collect(Collectors.toSet()));
    }

    private void become(Set<String> now) {
        accepted = Set.copyOf(now);
        told.set(accepted);
    }
}
