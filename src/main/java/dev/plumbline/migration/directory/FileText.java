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

/**
 * A migration file that was read: its head and its statements. A byte order mark is left out and told; what is not UTF-8 is refused with its place.
 */
public record FileText(MigrationFile file, FileHead head, List<MigrationStatement> statements, List<String> notes) {
    private static final char BYTE_ORDER_MARK = '\ufeff';

    public FileText {
        statements = List.copyOf(statements);
        notes = List.copyOf(notes);
    }

    /** @throws ProblemException MIG-405 when the file cannot be read, MIG-413 when it is not UTF-8 */
    public static FileText read(MigrationFile file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file.path());
        } catch (IOException unreadable) {
            throw MigrationDirectory.unreadable(file.path(), unreadable);
        }
        String text = decoded(file, bytes);
        List<String> notes = new ArrayList<>();
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
            notes.add(
                    file.name()
                            + " begins with a byte order mark, which is left out; Atlas sends it to the server, which refuses it.");
        }
        if (text.contains("\r\n")) {
            notes.add(file.name() + " has the line ends of Windows: its checksum changes when they do.");
        }
        FileHead head = FileHead.of(text);
        return new FileText(file, head, FileStatements.of(file, head, text), notes);
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
