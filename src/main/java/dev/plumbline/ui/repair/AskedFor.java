package dev.plumbline.ui.repair;

import java.util.function.BooleanSupplier;
import javafx.beans.Observable;
import javafx.beans.property.SimpleObjectProperty;

/**
 * What a plan is asked for. {@code source} tells that it may have become something else, {@code outdated} whether it is something else than what was
 * planned last.
 */
public record AskedFor(Observable source, BooleanSupplier outdated) {
    /** Asked for once and always the same. */
    public static AskedFor always() {
        return new AskedFor(new SimpleObjectProperty<>(), () -> false);
    }
}
