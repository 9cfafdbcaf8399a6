package dev.plumbline.ui.preflight;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** How a choice is shown; nothing is typed into it. */
final class ShownBy<T> extends StringConverter<T> {
    private final Function<T, String> words;

    ShownBy(Function<T, String> words) {
        this.words = words;
    }

    @Override
    public String toString(@Nullable T value) {
        return value == null ? "" : words.apply(value);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("a choice is not typed");
    }
}
