package dev.plumbline.ui.fx;

import dev.plumbline.model.DatabasePlace;
import dev.plumbline.model.DirectPlace;
import dev.plumbline.model.EstateResource;
import dev.plumbline.model.ResourceRef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place in the window that one can go to. */
public sealed interface Destination
        permits Destination.Estate,
                Destination.Context,
                Destination.DatabaseOverview,
                Destination.Repair,
                Destination.History,
                Destination.Journal,
                Destination.Resource,
                Destination.NewUpgrade,
                Destination.OfRunbooks,
                Destination.Compare,
                Destination.Direct,
                Destination.Settings,
                DatabaseDestination,
                SchemaDestination,
                UpgradeDestination,
                ManagedDestination {
    /** Where the window opens: nothing chosen yet. */
    record Estate() implements Destination {}

    /** What one context holds, or why it could not be read. */
    record Context(String name) implements Destination {
        @Override
        public String context() {
            return name;
        }

        @Override
        public List<String> crumbs() {
            return List.of(name);
        }

        @Override
        public List<Destination> tabs() {
            return List.of(this, new Runbooks(this));
        }
    }

    record DatabaseOverview(ResourceRef ref) implements Destination {}

    record Repair(ResourceRef ref) implements Destination {}

    /** The runs that touched one Database. */
    record History(ResourceRef ref) implements Destination {}

    /** Every run that this console did. */
    record Journal() implements Destination {}

    /** A resource of a kind that has no screens of its own. */
    record Resource(EstateResource resource) implements Destination {
        @Override
        public String context() {
            return resource.ref().context();
        }

        @Override
        public List<String> crumbs() {
            return Crumbs.of(resource.ref());
        }
    }

    /** A DBUpgrade that is written and looked at before it exists. */
    record NewUpgrade(String context, String namespace) implements Destination {
        @Override
        public List<String> crumbs() {
            return List.of(context, namespace);
        }
    }

    /** A screen of runbooks as it is reached from another place, which says where they would act. */
    sealed interface OfRunbooks extends Destination {
        Destination from();

        @Override
        default @Nullable ResourceRef ref() {
            return from().ref();
        }

        @Override
        default @Nullable DatabasePlace place() {
            return from().place();
        }

        @Override
        default String context() {
            return from().context();
        }

        @Override
        default List<String> crumbs() {
            return from().crumbs();
        }

        @Override
        default List<Destination> tabs() {
            List<Destination> tabs = new ArrayList<>(from().tabs());
            if (!tabs.contains(this)) {
                tabs.add(this);
            }
            return tabs;
        }
    }

    /** The runbooks that can be chosen, and the runs that there were. */
    record Runbooks(Destination from) implements OfRunbooks {}

    /** The inputs of a runbook before it begins; {@code runbook} is its name in the library. */
    record BeginRun(Destination from, String runbook) implements OfRunbooks {}

    /** One run of a runbook. */
    record RunbookRun(Destination from, String run) implements OfRunbooks {}

    /** The run that a bundle holds, only to be looked at; {@code folder} is the bundle's. */
    record RunbookBundle(Destination from, Path folder) implements OfRunbooks {}

    /** The text of a runbook with what is wrong with it. */
    record RunbookEditor(Destination from, String runbook) implements OfRunbooks {}

    /** Any two states side by side. {@code with} stands on the left to begin with; null for nothing. */
    record Compare(@Nullable DatabasePlace with) implements Destination {}

    /** A connection without a cluster, by its name. */
    record Direct(String name) implements Destination {
        @Override
        public DatabasePlace place() {
            return new DirectPlace(name);
        }
    }

    record Settings() implements Destination {}

    /** The Database resource this is about, null when it is about none. */
    default @Nullable ResourceRef ref() {
        return null;
    }

    /** The database this is about, null when it is about none. */
    default @Nullable DatabasePlace place() {
        return ref();
    }

    /** The context this belongs to, empty when to none. */
    default String context() {
        DatabasePlace place = place();
        return place == null ? "" : place.context();
    }

    /** From the widest to the narrowest, in words; empty where one is nowhere in particular. */
    default List<String> crumbs() {
        DatabasePlace place = place();
        if (place == null) {
            return List.of();
        }
        return place instanceof ResourceRef ref ? Crumbs.of(ref) : List.of(place.name());
    }

    /** The tabs that belong together with this one, itself among them, in their order. */
    default List<Destination> tabs() {
        DatabasePlace place = place();
        if (place == null) {
            return List.of(this);
        }
        return DatabaseDestination.tabsOf(place);
    }

    /** The key of the tab's text. */
    default String tabKey() {
        return "tab." + getClass().getSimpleName();
    }
}
