package dev.plumbline.runbook.imports;

import dev.plumbline.runbook.document.BlockKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** kubectl's commands as blocks. */
final class KubectlReader {
    private static final Set<String> WITH_VALUE = Set.of(
            "-n",
            "--namespace",
            "-l",
            "--selector",
            "-o",
            "--output",
            "-p",
            "--patch",
            "--for",
            "--timeout",
            "--tail",
            "-c",
            "--container",
            "-f",
            "--filename",
            "--type",
            "--context",
            "--replicas",
            "--since");

    private KubectlReader() {}

    static Draft read(ShellCommand written, String text) {
        ShellCommand command = verbFirst(written);
        String verb = command.word(0);
        return switch (verb) {
            case "get", "describe" -> get(command, verb);
            case "logs" ->
                named(command, new Draft(BlockKind.KUBE_LOGS), false)
                        .with("container", command.option("-c", "--container"))
                        .with("lines", command.option("--tail"));
            case "delete" -> delete(command, text);
            case "rollout" -> rollout(command, text);
            case "annotate" -> pairs(command, BlockKind.KUBE_ANNOTATE, "annotations");
            case "label" -> pairs(command, BlockKind.KUBE_LABEL, "labels");
            case "patch" -> patch(command, text);
            case "scale" ->
                named(command, new Draft(BlockKind.KUBE_PATCH), true)
                        .with("patch", Json.of("{\"spec\":{\"replicas\":" + command.option("--replicas") + "}}"));
            case "wait" ->
                named(command, new Draft(BlockKind.KUBE_WAIT), true)
                        .with("for", command.option("--for"))
                        .timeout(command.option("--timeout"));
            case "apply", "create" ->
                command.option("-f", "--filename").isEmpty()
                        ? Draft.manual(text, "No typed block makes a resource from options.")
                        : new Draft(BlockKind.KUBE_APPLY).with("from", command.option("-f", "--filename"));
            case "port-forward" -> forward(command, text);
            case "exec" -> exec(command, text);
            default -> Draft.manual(text, "No typed block does kubectl " + verb + ".");
        };
    }

    private static Draft get(ShellCommand command, String verb) {
        Draft draft = named(command, new Draft(BlockKind.KUBE_GET), true);
        return verb.equals("describe")
                ? draft.guess("describe shows events as well; this reads the resource alone.")
                : draft;
    }

    private static Draft delete(ShellCommand command, String text) {
        if (!command.option("-f", "--filename").isEmpty()) {
            return Draft.manual(text, "It deletes what a file names, and the file is not on the page.");
        }
        Draft draft = named(command, new Draft(BlockKind.KUBE_DELETE), true);
        return command.has("--wait=false") ? draft.guess("--wait=false is lost.") : draft;
    }

    private static Draft rollout(ShellCommand command, String text) {
        List<String> plain = plain(command);
        String what = plain.size() > 1 ? plain.get(1) : "";
        return switch (what) {
            case "restart" -> named(command.from(1), new Draft(BlockKind.KUBE_RESTART), true);
            case "status" ->
                named(command.from(1), new Draft(BlockKind.KUBE_WAIT), true)
                        .with("for", "condition=Available")
                        .timeout(command.option("--timeout"))
                        .guess("rollout status became a wait for condition=Available.");
            default -> Draft.manual(text, "No typed block does kubectl rollout " + what + ".");
        };
    }

    private static Draft pairs(ShellCommand command, BlockKind kind, String field) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String word : plain(command)) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                pairs.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }
        return named(command, new Draft(kind), true).with(field, pairs);
    }

    private static Draft patch(ShellCommand command, String text) {
        String patch = command.option("-p", "--patch");
        return Json.isObject(patch)
                ? named(command, new Draft(BlockKind.KUBE_PATCH), true).with("patch", Json.of(patch))
                : Draft.manual(text, "The patch is no JSON object.");
    }

    private static Draft forward(ShellCommand command, String text) {
        List<String> plain = plain(command);
        String[] target = (plain.size() > 1 ? plain.get(1) : "").split("/", 2);
        String port = plain.size() > 2 ? plain.get(2).replaceFirst("^\\d*:", "") : "";
        return port.isEmpty()
                ? Draft.manual(text, "It names no port.")
                : new Draft(BlockKind.PORT_FORWARD)
                        .with("kind", target.length > 1 ? target[0] : "pod")
                        .with("name", target[target.length - 1])
                        .with("namespace", command.option("-n", "--namespace"))
                        .with("port", port);
    }

    private static Draft exec(ShellCommand command, String text) {
        int dashes = command.words().indexOf("--");
        ShellCommand inner = command.from(dashes + 1);
        boolean isPostgres = dashes > 0 && plain(command).size() > 1 && PostgresReader.knows(inner.word(0));
        if (!isPostgres) {
            return Draft.manual(text, "No typed block runs a command in a pod.");
        }
        Draft draft = PostgresReader.read(inner, text);
        return draft.kind == BlockKind.MANUAL
                ? draft
                : draft.guess("the command ran in the pod " + plain(command).get(1)
                        + "; this uses the connection that the runbook is started with.");
    }

    /** With kind, name, namespace and selector. */
    private static Draft named(ShellCommand command, Draft draft, boolean hasKind) {
        List<String> plain = plain(command).stream()
                .skip(1)
                .filter(word -> !word.contains("="))
                .toList();
        String first = plain.isEmpty() ? "" : plain.get(0);
        String[] both = first.split("/", 2);
        if (hasKind) {
            draft.with("kind", both[0]).with("name", both.length > 1 ? both[1] : plain.size() > 1 ? plain.get(1) : "");
        } else {
            draft.with("name", both[both.length - 1]);
        }
        return draft.with("namespace", command.option("-n", "--namespace"))
                .with("selector", command.option("-l", "--selector"));
    }

    /** With options that stand before the verb behind it. */
    private static ShellCommand verbFirst(ShellCommand command) {
        int verb = 0;
        while (command.word(verb).startsWith("-")) {
            verb += WITH_VALUE.contains(command.word(verb)) ? 2 : 1;
        }
        if (verb == 0 || verb >= command.words().size()) {
            return command;
        }
        List<String> words = new ArrayList<>(List.of(command.word(verb)));
        words.addAll(command.words().subList(0, verb));
        words.addAll(command.words().subList(verb + 1, command.words().size()));
        return new ShellCommand(words, command.pipes(), command.output(), command.input());
    }

    /** The words that are neither options nor values of options. */
    private static List<String> plain(ShellCommand command) {
        List<String> plain = new ArrayList<>();
        boolean isValue = false;
        for (String word : command.words()) {
            if (isValue) {
                isValue = false;
            } else if (word.startsWith("-")) {
                isValue = WITH_VALUE.contains(word);
            } else {
                plain.add(word);
            }
        }
        return plain;
    }
}
