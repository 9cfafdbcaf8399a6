package dev.plumbline.operation.structure;

import dev.plumbline.model.DatabasePlace;
import dev.plumbline.model.ResourceRef;

/** What one side of a comparison is. */
public sealed interface SideChoice {
    /** A connection string, a snapshot file, a SQL file or a folder of SQL files, as the command line takes them. */
    record Text(String text) implements SideChoice {}

    /** The live database of a resource, or behind a connection that is remembered. */
    record Live(DatabasePlace place) implements SideChoice {}

    /** What a SchemaDefinition asks for. */
    record Wanted(ResourceRef ref) implements SideChoice {}

    /** An earlier reading that was kept on this machine; {@code number} is its own in the history of {@code place}. */
    record Earlier(KeptPlace place, long number) implements SideChoice {}
}
