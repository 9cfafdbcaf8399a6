package dev.plumbline.model.upgrade;

import java.util.Optional;

/**
 * What was read, or why it was not. {@code absent} is true where the server has nothing there for anybody (404, 503), so the operator gets no answer either; false where only
 * this login gets none, which says nothing about the operator.
 */
public record Seen<T>(Optional<T> value, String gap, boolean absent) {
    public static <T> Seen<T> of(T value) {
        return new Seen<>(Optional.of(value), "", false);
    }

    public static <T> Seen<T> absent(String gap) {
        return new Seen<>(Optional.empty(), gap, true);
    }

    public static <T> Seen<T> unknown(String gap) {
        return new Seen<>(Optional.empty(), gap, false);
    }
}
