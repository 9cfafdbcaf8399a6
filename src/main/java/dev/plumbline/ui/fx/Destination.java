package dev.plumbline.ui.fx;

import dev.plumbline.model.EstateResource;
import dev.plumbline.model.ResourceRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place in the window that one can go to. */
public sealed interface Destination {
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
    }

    record DatabaseOverview(ResourceRef ref) implements Destination {}

    /** Who is a member of whom, and what they own and are granted. */
    record Roles(ResourceRef ref) implements Destination {}

    /** What every role may do on every object. */
    record Privileges(ResourceRef ref) implements Destination {}

    /** Why a role may or may not do something. */
    record Why(ResourceRef ref) implements Destination {}

    /** What objects created from now on will grant. */
    record DefaultPrivileges(ResourceRef ref) implements Destination {}

    /** What is dangerous or broken about roles and grants. */
    record Findings(ResourceRef ref) implements Destination {}

    /** What a migrating role may do. */
    record Preflight(ResourceRef ref) implements Destination {}

    record Repair(ResourceRef ref) implements Destination {}

    /** The plan of what is staged for one Database. Its tab stands after the others while it is shown, so that no other tab changes its number. */
    record Review(ResourceRef ref) implements Destination {
        @Override
        public List<Destination> tabs() {
            List<Destination> tabs = new ArrayList<>(new Repair(ref).tabs());
            tabs.add(this);
            return tabs;
        }
    }

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
            return crumbsOf(resource.ref());
        }
    }

    /** A connection without a cluster, by its name. */
    record Direct(String name) implements Destination {
        @Override
        public List<String> crumbs() {
            return List.of(name);
        }
    }

    record Settings() implements Destination {}

    /** The Database this is about, null when it is about none. */
    default @Nullable ResourceRef ref() {
        return null;
    }

    /** The context this belongs to, empty when to none. */
    default String context() {
        ResourceRef ref = ref();
        return ref == null ? "" : ref.context();
    }

    /** From the widest to the narrowest, in words; empty where one is nowhere in particular. */
    default List<String> crumbs() {
        ResourceRef ref = ref();
        return ref == null ? List.of() : crumbsOf(ref);
    }

    /** The tabs that belong together with this one, itself among them, in their order. */
    default List<Destination> tabs() {
        ResourceRef ref = ref();
        return ref == null
                ? List.of(this)
                : List.of(
                        new DatabaseOverview(ref),
                        new Roles(ref),
                        new Privileges(ref),
                        new Why(ref),
                        new DefaultPrivileges(ref),
                        new Findings(ref),
                        new Preflight(ref),
                        new Repair(ref),
                        new History(ref));
    }

    /** The key of the tab's text. */
    default String tabKey() {
        return "tab." + getClass().getSimpleName();
    }

    private static List<String> crumbsOf(ResourceRef ref) {
        return ref.namespace().isEmpty()
                ? List.of(ref.context(), ref.name())
                : List.of(ref.context(), ref.namespace(), ref.name());
    }
}
