package dev.plumbline.ui.fx;

import dev.plumbline.model.DatabasePlace;
import dev.plumbline.model.ResourceRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A screen of a database, wherever that is found. */
public sealed interface DatabaseDestination extends Destination {
    @Override
    DatabasePlace place();

    @Override
    default @Nullable ResourceRef ref() {
        return place() instanceof ResourceRef ref ? ref : null;
    }

    /** All tabs of a database but those that stand only while they are shown. */
    static List<Destination> tabsOf(DatabasePlace place) {
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

    /** Who is a member of whom, and what they own and are granted. */
    record Roles(DatabasePlace place) implements DatabaseDestination {}

    /** What every role may do on every object. */
    record Privileges(DatabasePlace place) implements DatabaseDestination {}

    /** Why a role may or may not do something. */
    record Why(DatabasePlace place) implements DatabaseDestination {}

    /** What objects created from now on will grant. */
    record DefaultPrivileges(DatabasePlace place) implements DatabaseDestination {}

    /** What is dangerous or broken about roles and grants. */
    record Findings(DatabasePlace place) implements DatabaseDestination {}

    /** What a migrating role may do. */
    record Preflight(DatabasePlace place) implements DatabaseDestination {}

    /** A directory of migrations against a database. */
    record Migrations(DatabasePlace place) implements DatabaseDestination {}

    /** The plan that runs what is pending of that directory. Its tab stands after the others while it is shown. */
    record MigrationRun(DatabasePlace place) implements DatabaseDestination {
        @Override
        public List<Destination> tabs() {
            List<Destination> tabs = new ArrayList<>(new Migrations(place).tabs());
            tabs.add(this);
            return tabs;
        }
    }

    /** The plan that tries what is pending of that directory and rolls back. Its tab stands after the others while it is shown. */
    record MigrationTrial(DatabasePlace place) implements DatabaseDestination {
        @Override
        public List<Destination> tabs() {
            List<Destination> tabs = new ArrayList<>(new Migrations(place).tabs());
            tabs.add(this);
            return tabs;
        }
    }

    /** The plan of what is staged for one Database. Its tab stands after the others while it is shown, so that no other tab changes its number. */
    record Review(DatabasePlace place) implements DatabaseDestination {
        @Override
        public List<Destination> tabs() {
            List<Destination> tabs = new ArrayList<>(new Roles(place).tabs());
            tabs.add(this);
            return tabs;
        }
    }
}
