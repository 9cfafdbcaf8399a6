package dev.plumbline.ui.fx;

import dev.plumbline.model.DatabasePlace;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.SafeMode;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the window gives to whoever makes its screens. {@code modeOf} tells how careful a context asks to be; {@code databases} and {@code schemas}, the SchemaDefinitions, are those known now. */
public record Surroundings(
        Navigator navigator,
        Activity activity,
        CheckedStates checked,
        LayoutMemory memory,
        Function<String, SafeMode> modeOf,
        Supplier<List<DatabasePlace>> databases,
        Supplier<List<ResourceRef>> schemas,
        Clock clock) {
    /** Where no database is known but by the screens that are about it. */
    public Surroundings(
            Navigator navigator,
            Activity activity,
            CheckedStates checked,
            LayoutMemory memory,
            Function<String, SafeMode> modeOf,
            Clock clock) {
        this(navigator, activity, checked, memory, modeOf, List::of, List::of, clock);
    }
}
