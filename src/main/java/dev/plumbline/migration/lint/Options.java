package dev.plumbline.migration.lint;

import dev.plumbline.migration.parse.Node;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The {@code DefElem}s of a statement, such as {@code (FULL, ANALYZE false)}. */
public final class Options {
    private Options() {}

    public static Optional<Node> named(List<Node> options, String name) {
        return options.stream()
                .filter(each -> each.text("defname").equals(name))
                .findFirst();
    }

    /** Whether it is given and not switched off: what stands without a value is on (PostgreSQL, {@code defGetBoolean}). */
    public static boolean isSet(List<Node> options, String name) {
        return named(options, name).map(Options::isOn).orElse(false);
    }

    private static boolean isOn(Node option) {
        Node value = option.node("arg");
        if (value.is("Boolean")) {
            return value.flag("boolval");
        }
        if (value.is("Integer")) {
            return value.number("ival") != 0;
        }
        String word = value.is("TypeName") ? String.join(".", value.texts("names")) : value.text("sval");
        return !value.exists() || !List.of("false", "off", "no", "0").contains(word.toLowerCase(Locale.ROOT));
    }
}
