package dev.plumbline.ui.fx;

import dev.plumbline.model.DatabasePlace;
import dev.plumbline.model.DirectPlace;
import dev.plumbline.model.EstateResource;
import dev.plumbline.model.Name;
import dev.plumbline.model.ResourceRef;
import java.nio.file.Path;
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

        @Override
        public List<Destination> tabs() {
            return List.of(this, new Runbooks(this));
        }
    }

    /** A screen of a database, wherever that is found. */
    sealed interface OfDatabase extends Destination {
        @Override
        DatabasePlace place();

        @Override
        default @Nullable ResourceRef ref() {
            return place() instanceof ResourceRef ref ? ref : null;
        }
    }

    record DatabaseOverview(ResourceRef ref) implements Destination {}

    /** Who is a member of whom, and what they own and are granted. */
    record Roles(DatabasePlace place) implements OfDatabase {}

    /** What every role may do on every object. */
    record Privileges(DatabasePlace place) implements OfDatabase {}

    /** Why a role may or may not do something. */
    record Why(DatabasePlace place) implements OfDatabase {}

    /** What objects created from now on will grant. */
    record DefaultPrivileges(DatabasePlace place) implements OfDatabase {}

    /** What is dangerous or broken about roles and grants. */
    record Findings(DatabasePlace place) implements OfDatabase {}

    /** What a migrating role may do. */
    record Preflight(DatabasePlace place) implements OfDatabase {}

    /** A directory of migrations against a database. */
    record Migrations(DatabasePlace place) implements OfDatabase {}

    /** The plan that runs what is pending of that directory. Its tab stands after the others while it is shown. */
    record MigrationRun(DatabasePlace place) implements OfDatabase {
        @Override
        public List<Destination> tabs() {
            List<Destination> tabs = new ArrayList<>(new Migrations(place).tabs());
            tabs.add(this);
            return tabs;
        }
    }

    /** The plan that tries what is pending of that directory and rolls back. Its tab stands after the others while it is shown. */
    record MigrationTrial(DatabasePlace place) implements OfDatabase {
        @Override
        public List<Destination> tabs() {
            List<Destination> tabs = new ArrayList<>(new Migrations(place).tabs());
            tabs.add(this);
            return tabs;
        }
    }

    record Repair(ResourceRef ref) implements Destination {}

    /** The plan of what is staged for one Database. Its tab stands after the others while it is shown, so that no other tab changes its number. */
    record Review(DatabasePlace place) implements OfDatabase {
        @Override
        public List<Destination> tabs() {
            List<Destination> tabs = new ArrayList<>(new Roles(place).tabs());
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

    /** How the table of a SchemaDefinition differs from what that asks for. */
    record SchemaDrift(EstateResource resource) implements OfSchema {}

    /** A screen of a SchemaDefinition; its tabs belong together. */
    sealed interface OfSchema extends Destination {
        EstateResource resource();

        @Override
        default String context() {
            return resource().ref().context();
        }

        @Override
        default List<String> crumbs() {
            return crumbsOf(resource().ref());
        }

        @Override
        default List<Destination> tabs() {
            return List.of(
                    new SchemaDrift(resource()),
                    new SchemaOptions(resource()),
                    new SchemaRepair(resource()),
                    new Orphans(resource()),
                    new Runbooks(new SchemaDrift(resource())));
        }
    }

    /** What each of the ways that Velocity's runbook offers would do here. */
    record SchemaOptions(EstateResource resource) implements OfSchema {}

    /** The plan that gives the table all that is asked for. */
    record SchemaRepair(EstateResource resource) implements OfSchema {}

    /** The tables that no SchemaDefinition claims, in the schemas of this one's namespace. */
    record Orphans(EstateResource resource) implements OfSchema {}

    /** The plan that sets one of those tables aside. Its tab stands after the others while it is shown. */
    record Quarantine(EstateResource resource, Name schema, Name table) implements OfSchema {
        @Override
        public List<Destination> tabs() {
            List<Destination> tabs = new ArrayList<>(OfSchema.super.tabs());
            tabs.add(this);
            return tabs;
        }
    }

    /** A screen of a DBUpgrade; its tabs belong together. */
    sealed interface OfUpgrade extends Destination {
        ResourceRef upgrade();

        @Override
        default String context() {
            return upgrade().context();
        }

        @Override
        default List<String> crumbs() {
            return crumbsOf(upgrade());
        }

        @Override
        default List<Destination> tabs() {
            return List.of(new Gates(upgrade()), new MetricSetup(upgrade()));
        }
    }

    /** What holds a DBUpgrade up, computed now. */
    record Gates(ResourceRef upgrade) implements OfUpgrade {}

    /** How the metrics come to be that its checks ask for. */
    record MetricSetup(ResourceRef upgrade) implements OfUpgrade {}

    /** A DBUpgrade that is written and looked at before it exists. */
    record NewUpgrade(String context, String namespace) implements Destination {
        @Override
        public List<String> crumbs() {
            return List.of(context, namespace);
        }
    }

    /** A screen of a ManagedDatabase; its tabs belong together. */
    sealed interface OfManaged extends Destination {
        ResourceRef managed();

        @Override
        default String context() {
            return managed().context();
        }

        @Override
        default List<String> crumbs() {
            return crumbsOf(managed());
        }

        @Override
        default List<Destination> tabs() {
            return List.of(new Managed(managed()), new Rotation(managed()));
        }
    }

    /** Where a ManagedDatabase is on its chain of migrations, and who uses which of its credentials. */
    record Managed(ResourceRef managed) implements OfManaged {}

    /** The plan of one turn of its loop: old credentials go, one migration runs, new ones come. */
    record Rotation(ResourceRef managed) implements OfManaged {}

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
        return place instanceof ResourceRef ref ? crumbsOf(ref) : List.of(place.name());
    }

    /** The tabs that belong together with this one, itself among them, in their order. */
    default List<Destination> tabs() {
        DatabasePlace place = place();
        if (place == null) {
            return List.of(this);
        }
        List<Destination> access = List.of(
                new Roles(place),
                new Privileges(place),
                new Why(place),
                new DefaultPrivileges(place),
                new Findings(place),
                new Preflight(place));
        List<Destination> tabs = new ArrayList<>();
        if (place instanceof ResourceRef ref) {
            tabs.add(new DatabaseOverview(ref));
            tabs.addAll(access);
            tabs.add(new Repair(ref));
            tabs.add(new History(ref));
        } else {
            tabs.add(new Direct(place.name()));
            tabs.addAll(access);
        }
        tabs.add(new Migrations(place));
        tabs.add(new Runbooks(place instanceof ResourceRef ref ? new DatabaseOverview(ref) : new Direct(place.name())));
        return List.copyOf(tabs);
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
