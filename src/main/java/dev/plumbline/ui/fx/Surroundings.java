package dev.plumbline.ui.fx;

import dev.plumbline.model.SafeMode;
import java.time.Clock;
import java.util.function.Function;

/** What the window gives to whoever makes its screens. {@code modeOf} tells how careful a context asks to be. */
public record Surroundings(
        Navigator navigator,
        Activity activity,
        CheckedStates checked,
        LayoutMemory memory,
        Function<String, SafeMode> modeOf,
        Clock clock) {}
