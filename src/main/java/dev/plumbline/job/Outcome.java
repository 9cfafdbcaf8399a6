package dev.plumbline.job;

import java.util.function.Consumer;
import java.util.function.Function;

/** How a job ended: exactly one of done, failed, cancelled. */
public sealed interface Outcome<T> {
    record Done<T>(T value) implements Outcome<T> {}

    record Failed<T>(Throwable cause) implements Outcome<T> {}

    record Stopped<T>() implements Outcome<T> {}

    default <R> R match(Function<T, R> done, Function<Throwable, R> failed, java.util.function.Supplier<R> stopped) {
        if (this instanceof Done<T> end) {
            return done.apply(end.value());
        }
        if (this instanceof Failed<T> end) {
            return failed.apply(end.cause());
        }
        return stopped.get();
    }

    default void ifDone(Consumer<T> consumer) {
        if (this instanceof Done<T> end) {
            consumer.accept(end.value());
        }
    }
}
