package dev.plumbline.runbook.input;

import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.Input;
import dev.plumbline.runbook.document.InputType;
import dev.plumbline.runbook.document.Placeholder;
import dev.plumbline.runbook.document.Runbook;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Where the name lies that an input takes, as the first block that uses it says: its {@code context=}, {@code namespace:} and {@code database=}, which may speak of other inputs. What is empty is where the run itself acts.
 */
public record InputPlace(String context, String namespace, String database) {
    private static final String CONTEXT = "context";
    private static final String NAMESPACE = "namespace";
    private static final String DATABASE = "database";

    public static InputPlace of(Runbook runbook, Input input) {
        if (input.type() == InputType.SECRET) {
            // Its value is read where the run acts, whatever the block that sends it says of a namespace.
            return new InputPlace("", "", "");
        }
        List<Block> using = runbook.blocks().stream()
                .filter(block -> speaksOf(block.body(), input) || speaksOf(block.attributes(), input))
                .toList();
        boolean inDatabase = NameLists.isOfDatabase(input.type());
        return new InputPlace(
                first(using, input, block -> block.attribute(CONTEXT)),
                inDatabase || input.type() == InputType.NAMESPACE ? "" : first(using, input, InputPlace::namespaceOf),
                inDatabase ? database(runbook, using, input) : "");
    }

    private static String database(Runbook runbook, List<Block> using, Input input) {
        String found = first(using, input, block -> block.attribute(DATABASE));
        return found.isEmpty() ? onlyDatabase(runbook) : found;
    }

    private static String namespaceOf(Block block) {
        return Stream.of(
                        block.field(NAMESPACE),
                        block.field("kube").path(NAMESPACE),
                        block.field("with").path(NAMESPACE))
                .map(field -> field.asText(""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** An input that stands in no block by itself, but in the standard value of another, lies where all of them look. */
    private static String onlyDatabase(Runbook runbook) {
        List<String> named = runbook.blocks().stream()
                .map(block -> block.attribute(DATABASE))
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
        return named.size() == 1 ? named.get(0) : "";
    }

    /** What speaks of the input itself says nothing of where that lies. */
    private static String first(List<Block> blocks, Input input, Function<Block, String> field) {
        return blocks.stream()
                .map(field)
                .filter(text -> !text.isEmpty() && !speaksOf(text, input))
                .findFirst()
                .orElse("");
    }

    private static boolean speaksOf(Map<String, String> attributes, Input input) {
        return attributes.values().stream().anyMatch(text -> speaksOf(text, input));
    }

    private static boolean speaksOf(String text, Input input) {
        return Placeholder.in(text).stream().anyMatch(each -> each.name().equals(input.name()));
    }

    /** The variables that it speaks of and that have no value among these; one that is known to stay empty has. */
    public List<String> missing(Map<String, String> values) {
        return Stream.of(context, namespace, database)
                .flatMap(text -> Placeholder.in(text).stream())
                .map(Placeholder::name)
                .filter(name -> !values.containsKey(name))
                .distinct()
                .toList();
    }

    /** With the values put in. What has none stays as it is written: ask {@link #missing} first. */
    public InputPlace with(Map<String, String> values) {
        return new InputPlace(with(context, values), with(namespace, values), with(database, values));
    }

    private static String with(String template, Map<String, String> values) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (Placeholder each : Placeholder.in(template)) {
            text.append(template, at, each.from()).append(values.getOrDefault(each.name(), ""));
            at = each.to();
        }
        return text.append(template.substring(at)).toString();
    }
}
