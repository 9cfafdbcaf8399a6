package dev.plumbline.ui.fx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Which screen is made for which kind of destination. A destination without an entry has no tab. */
public final class Screens {
    private final Map<Class<? extends Destination>, Function<Destination, Screen>> makers = new LinkedHashMap<>();
    private final List<ScreenAction> everywhere = new ArrayList<>();

    public <D extends Destination> Screens with(Class<D> kind, Function<D, Screen> maker) {
        makers.put(kind, destination -> maker.apply(kind.cast(destination)));
        return this;
    }

    public Screens withAll(Screens others) {
        makers.putAll(others.makers);
        everywhere.addAll(others.everywhere);
        return this;
    }

    /** Offers something that can be done whichever screen is shown. */
    public Screens offering(ScreenAction action) {
        everywhere.add(action);
        return this;
    }

    /** What can be done whichever screen is shown. */
    public List<ScreenAction> everywhere() {
        return List.copyOf(everywhere);
    }

    public boolean has(Destination destination) {
        return makers.containsKey(destination.getClass());
    }

    public Screen make(Destination destination) {
        Function<Destination, Screen> maker = makers.get(destination.getClass());
        if (maker == null) {
            throw new IllegalArgumentException("no screen for " + destination);
        }
        return maker.apply(destination);
    }
}
