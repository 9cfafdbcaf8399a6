package dev.plumbline.ui.estate;

import dev.plumbline.model.EstateResource;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.ui.estate.EstateActions.DirectConnection;
import dev.plumbline.ui.fx.Destination;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** An object of the estate that one can go to, with the words that tell it from others of its name. */
public record Place(Destination to, String title, String where) {
    static List<Place> all(Collection<ContextState> contexts, List<DirectConnection> directs) {
        List<Place> places = new ArrayList<>();
        for (ContextState context : contexts) {
            String name = context.entry().name();
            places.add(new Place(new Destination.Context(name), name, Texts.get("place.context")));
            context.estate().ifPresent(estate -> estate.resources().forEach(resource -> places.add(of(resource))));
        }
        directs.forEach(direct ->
                places.add(new Place(new Destination.Direct(direct.name()), direct.name(), Texts.get("place.direct"))));
        return places;
    }

    private static Place of(EstateResource resource) {
        ResourceRef ref = resource.ref();
        String where = ref.namespace().isEmpty() ? ref.context() : ref.context() + " ▸ " + ref.namespace();
        return new Place(EstateTree.destinationOf(resource), ref.name(), resource.kind() + " · " + where);
    }
}
