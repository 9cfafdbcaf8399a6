package dev.plumbline.migration.directory;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A migration file that was read: its head and its statements. A byte order mark is left out and told; what is not UTF-8 is refused with its place.
 *
 * @param together how many of the first statements share a transaction, where the form of the directory decides that for each file; −1 where a mode does
 */
public record FileText(
        MigrationFile file, FileHead head, List<MigrationStatement> statements, List<String> notes, int together) {
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final int BY_MODE = -1;

    public FileText {
        statements = List.copyOf(statements);
        notes = List.copyOf(notes);
    }

    /** Bracketed by the mode of the file, or of the run. */
    public FileText(MigrationFile file, FileHead head, List<MigrationStatement> statements, List<String> notes) {
        this(file, head, statements, notes, BY_MODE);
    }

    /** @throws ProblemException MIG-405 when the file cannot be read, MIG-413 when it is not UTF-8 */
    public static FileText read(MigrationFile file) {
        List<String> notes = new ArrayList<>();
        String text = decoded(file, notes);
        FileHead head = FileHead.of(text);
        return new FileText(file, head, FileStatements.of(file, head, text), notes);
    }

    /** The same with some of its statements, which keep their numbers. */
    public FileText keeping(Predicate<MigrationStatement> some) {
        return new FileText(file, head, statements.stream().filter(some).toList(), notes, together);
    }

    /**
     * @param usual for files that ask for none
     * @return NONE only when no statement is in a transaction with others
     */
    public TransactionMode mode(TransactionMode usual) {
        if (together == BY_MODE) {
            return head.transactionMode(file).orElse(usual);
        }
        boolean allAlone =
                !statements.isEmpty() && statements.stream().allMatch(statement -> statement.number() > together);
        return allAlone ? TransactionMode.NONE : TransactionMode.FILE;
    }

    /** Whether a statement stands by itself, outside of the file's transaction. */
    public boolean isAlone(MigrationStatement statement, TransactionMode usual) {
        return together == BY_MODE ? mode(usual) == TransactionMode.NONE : statement.number() > together;
    }

    /** The file's characters; what is to be said of them goes to the notes. */
    static String decoded(MigrationFile file, List<String> notes) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file.path());
        } catch (IOException unreadable) {
            throw MigrationDirectory.unreadable(file.path(), unreadable);
        }
        String text = decoded(file, bytes);
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
            notes.add(
                    file.name()
                            + " begins with a byte order mark, which is left out; Atlas and pg-flux send it to the server, which refuses it.");
        }
        if (text.contains("\r\n")) {
            notes.add(file.name() + " has the line ends of Windows: its checksum changes when they do.");
        }
        return text;
    }

    private static String decoded(MigrationFile file, byte[] bytes) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer input = ByteBuffer.wrap(bytes);
        try {
            return decoder.decode(input).toString();
        } catch (CharacterCodingException foreign) {
            int at = input.position();
            long line = 1;
            for (int index = 0; index < at; index++) {
                line += bytes[index] == '\n' ? 1 : 0;
            }
            throw new ProblemException(
                    new Problem(
                            Problem.Kind.INVALID,
                            "MIG-413",
                            "Reading line " + line + " of",
                            file.path().toString(),
                            "it is not UTF-8: byte " + (at + 1) + " is not part of any character.",
                            "Save the file as UTF-8; its checksum changes with it."),
                    foreign);
        }
    }
}
