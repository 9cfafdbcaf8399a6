package dev.plumbline.ui.fx;

import dev.plumbline.model.EstateResource;
import dev.plumbline.model.Name;
import java.util.ArrayList;
import java.util.List;

/** A screen of a SchemaDefinition; its tabs belong together. */
public sealed interface SchemaDestination extends Destination {
    EstateResource resource();

    @Override
    default String context() {
        return resource().ref().context();
    }

    @Override
    default List<String> crumbs() {
        return Crumbs.of(resource().ref());
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

    /** How the table of a SchemaDefinition differs from what that asks for. */
    record SchemaDrift(EstateResource resource) implements SchemaDestination {}

    /** What each of the ways that Velocity's runbook offers would do here. */
    record SchemaOptions(EstateResource resource) implements SchemaDestination {}

    /** The plan that gives the table all that is asked for. */
    record SchemaRepair(EstateResource resource) implements SchemaDestination {}

    /** The tables that no SchemaDefinition claims, in the schemas of this one's namespace. */
    record Orphans(EstateResource resource) implements SchemaDestination {}

    /** The plan that brings a table that was set aside back to where it came from. Its tab stands after the others while it is shown. */
    record Restore(EstateResource resource, Name aside, Name schema, Name table) implements SchemaDestination {
        @Override
        public List<Destination> tabs() {
            List<Destination> tabs = new ArrayList<>(SchemaDestination.super.tabs());
            tabs.add(this);
            return tabs;
        }
    }

    /** The plan that sets one of those tables aside. Its tab stands after the others while it is shown. */
    record Quarantine(EstateResource resource, Name schema, Name table) implements SchemaDestination {
        @Override
        public List<Destination> tabs() {
            List<Destination> tabs = new ArrayList<>(SchemaDestination.super.tabs());
            tabs.add(this);
            return tabs;
        }
    }
}
