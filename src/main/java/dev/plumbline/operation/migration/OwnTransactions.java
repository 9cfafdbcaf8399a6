package dev.plumbline.operation.migration;

import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.migration.parse.PostgresParser.Parsing;
import java.util.List;

/**
 * Statements that open, end or cut into a transaction: the run brackets files itself, and a COMMIT of the file's own would make half of it stand while a later statement fails.
 */
final class OwnTransactions {
    private OwnTransactions() {}

    static List<MigrationStatement> of(MigrationTrace trace, PostgresParser parser) {
        return trace.files().stream()
                .flatMap(file -> file.statements().stream())
                .map(TracedStatement::statement)
                .filter(statement -> isOne(parser.parse(statement.text())))
                .toList();
    }

    private static boolean isOne(Parsing parsing) {
        return parsing instanceof Parsing.Parsed parsed
                && parsed.statements().stream().anyMatch(tree -> tree.is("TransactionStmt"));
    }
}
