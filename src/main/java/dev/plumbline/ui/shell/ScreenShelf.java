package dev.plumbline.ui.shell;

import dev.plumbline.ui.fx.Destination;
import dev.plumbline.ui.fx.Screen;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Keeps the screens shown last, so that going back finds them as they were; one that holds work is never let go. */
final class ScreenShelf {
    private static final int KEPT = 12;
    private final Function<Destination, Screen> maker;
    private final Map<Destination, Screen> screens = new LinkedHashMap<>(16, 0.75f, true);

    ScreenShelf(Function<Destination, Screen> maker) {
        this.maker = maker;
    }

    Screen at(Destination destination) {
        Screen screen = screens.get(destination);
        if (screen == null) {
            screen = maker.apply(destination);
            screens.put(destination, screen);
            letGo(destination);
        }
        return screen;
    }

    private void letGo(Destination shown) {
        Iterator<Map.Entry<Destination, Screen>> oldest = screens.entrySet().iterator();
        while (screens.size() > KEPT && oldest.hasNext()) {
            Map.Entry<Destination, Screen> entry = oldest.next();
            if (!entry.getKey().equals(shown) && !entry.getValue().holdsWork()) {
                oldest.remove();
                entry.getValue().letGo();
            }
        }
    }
}
