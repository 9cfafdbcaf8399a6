package dev.plumbline.migration.lint;

import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.parse.Node;

/**
 * A statement as a rule sees it.
 *
 * @param tree of PostgreSQL's parser
 * @param before what earlier statements made, this one not included
 * @param where how the statement will be run
 */
public record Seen(MigrationStatement statement, Node tree, SchemaSoFar before, Where where) {

    /**
     * @param major of the server that it is meant for
     * @param inTransaction whether a transaction is open around it, by the file's mode or by a BEGIN before it
     * @param first whether it is the first of its transaction or file
     */
    public record Where(int major, boolean inTransaction, boolean first) {}
}
