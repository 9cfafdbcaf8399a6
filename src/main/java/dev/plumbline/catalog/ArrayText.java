package dev.plumbline.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** One-dimensional arrays without NULLs in the server's text form, such as {@code {1,2}} and {@code {plain,"in \\"quotes\\""}} (PostgreSQL manual 8.15.6). */
public final class ArrayText {
    private ArrayText() {}

    /** The elements, unquoted. */
    public static List<String> elements(String array) {
        return array.indexOf('"') < 0 ? plain(array) : quoted(array);
    }

    private static List<String> plain(String array) {
        List<String> elements = new ArrayList<>();
        int last = array.length() - 1;
        int begin = 1;
        while (begin < last) {
            int comma = array.indexOf(',', begin);
            int end = comma < 0 ? last : comma;
            elements.add(array.substring(begin, end));
            begin = end + 1;
        }
        return elements;
    }

    private static List<String> quoted(String array) {
        List<String> elements = new ArrayList<>();
        StringBuilder element = new StringBuilder();
        boolean quoted = false;
        int last = array.length() - 1;
        for (int at = 1; at < last; at++) {
            char next = array.charAt(at);
            if (next == '\\') {
                element.append(array.charAt(++at));
            } else if (next == '"') {
                quoted = !quoted;
            } else if (next == ',' && !quoted) {
                elements.add(element.toString());
                element.setLength(0);
            } else {
                element.append(next);
            }
        }
        elements.add(element.toString());
        return elements;
    }

    /** Numbers, of which an oid keeps its bits; also of a vector, {@code 1 2}. */
    public static void forEachNumber(String array, IntConsumer each) {
        int number = 0;
        boolean inside = false;
        boolean negative = false;
        for (int at = 0; at <= array.length(); at++) {
            char next = at < array.length() ? array.charAt(at) : ' ';
            if (next >= '0' && next <= '9') {
                number = number * 10 + next - '0';
                inside = true;
            } else if (next == '-') {
                negative = true;
            } else if (inside) {
                each.accept(negative ? -number : number);
                number = 0;
                inside = false;
                negative = false;
            }
        }
    }
}
