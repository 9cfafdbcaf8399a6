package dev.plumbline.runbook.imports;

import dev.plumbline.runbook.document.BlockKind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns one command into a block. What no block does is a manual block with the command as written and the reason. */
final class CommandReader {
    private static final String NO_BLOCK = "No typed block does this.";

    private CommandReader() {}

    static Draft read(String text) {
        if (text.startsWith("\\")) {
            return Draft.manual(text, "A command of psql itself, which only psql understands.");
        }
        if (!CommandLines.isShell(text) && CommandLines.isSqlStart(text)) {
            return Draft.sql(text);
        }
        ShellCommand command = ShellCommand.read(text);
        Draft draft = switch (command.word(0)) {
            case "kubectl", "oc" -> KubectlReader.read(command.from(1), text);
            case "psql", "pg_dump", "pg_restore" -> PostgresReader.read(command, text);
            case "curl" -> CurlReader.read(command, text);
            default -> Draft.manual(text, NO_BLOCK);
        };
        return draft.kind == BlockKind.MANUAL ? draft : losses(draft, command);
    }

    /** What stood behind the command and is not in the block. */
    private static Draft losses(Draft draft, ShellCommand command) {
        for (String pipe : command.pipes()) {
            Matcher grep = Pattern.compile("grep (-[a-zA-Z]+ |-A \\d+ )*[\"']?([^\"'|]+?)[\"']?")
                    .matcher(pipe);
            if (draft.kind == BlockKind.KUBE_LOGS && grep.matches()) {
                draft.with("contains", grep.group(2))
                        .guess("\"" + pipe + "\" became contains: " + grep.group(2)
                                + ", which minds upper and lower case.");
            } else {
                draft.guess("the pipe to \"" + pipe + "\" is lost: all of the answer is shown.");
            }
        }
        if (!command.output().isEmpty() && draft.kind != BlockKind.DUMP) {
            draft.guess("the redirection to " + command.output() + " is lost: the transcript keeps the answer.");
        }
        return draft;
    }
}
