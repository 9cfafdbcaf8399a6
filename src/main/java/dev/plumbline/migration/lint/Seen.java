package dev.plumbline.migration.lint;

import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.parse.Node;
import java.util.List;
import java.util.stream.Stream;

/**
 * A statement as a rule sees it.
 *
 * @param tree of PostgreSQL's parser
 * @param before what earlier statements made, this one not included
 * @param where how the statement will be run
 * @param session what earlier statements of the file set, lock and leave open
 */
public record Seen(MigrationStatement statement, Node tree, SchemaSoFar before, Where where, SessionSoFar session) {

    /**
     * @param major of the server that it is meant for
     * @param inTransaction whether a transaction is open around it, by the file's mode or by a BEGIN before it
     * @param first whether it is the first of its transaction or file
     * @param wrapped whether the program that runs the file puts a transaction around it
     */
    public record Where(int major, boolean inTransaction, boolean first, boolean wrapped) {}

    public boolean is(String type) {
        return tree.is(type);
    }

    /** The table that the statement speaks of; without a name where it speaks of none. */
    public TableName table() {
        return TableName.of(tree.plain("relation"));
    }

    /** Whether this file made that table. */
    public boolean isOfNewTable() {
        return before.isNew(table());
    }

    /** The commands of these subtypes, when it is an ALTER TABLE of a table that was there before the file. */
    public List<Node> alters(String... subtypes) {
        if (!tree.is("AlterTableStmt") || isOfNewTable()) {
            return List.of();
        }
        List<String> wanted = List.of(subtypes);
        return tree.nodes("cmds").stream()
                .filter(command -> wanted.contains(command.text("subtype")))
                .toList();
    }

    /** The locks that it takes on tables which were there before the file and that keep writers out. */
    public Stream<Lock> strongLocks() {
        return Lock.of(tree).stream().filter(lock -> lock.mode().blocksWrites() && !before.isNew(lock.table()));
    }

    /** What is known of the table that the statement speaks of. */
    public Table known() {
        return before.table(table()).orElseGet(() -> Table.unknown(table()));
    }
}
