package dev.plumbline.migration.hcl;

import dev.plumbline.model.ProblemException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the structure of HCL (HCL native syntax specification, "Structural Elements"): blocks, attributes, texts, numbers, booleans and lists of them. Anything else that may stand as a value
 * is kept unread.
 */
public final class HclReader {
    private static final char NUL = '\0';
    private final HclText text;

    private HclReader(HclText text) {
        this.text = text;
    }

    /**
     * @param file as it is named in messages
     * @throws ProblemException LINT-421 with line and column of what is not HCL
     */
    public static HclBlock read(String file, String content) {
        HclReader reader = new HclReader(new HclText(file, content));
        return reader.body("", List.of(), 1, NUL);
    }

    private HclBlock body(String type, List<String> labels, int line, char end) {
        List<HclAttribute> attributes = new ArrayList<>();
        List<HclBlock> blocks = new ArrayList<>();
        text.skipAll();
        while (text.peek() != end) {
            if (text.isAtEnd()) {
                throw text.refused("block " + type + " of line " + line + " does not end: a } is missing");
            }
            int here = text.line();
            String name = name();
            text.skipBlanks();
            if (text.peek() == '=') {
                text.take();
                text.skipBlanks();
                attributes.add(new HclAttribute(name, value(), here));
                endOfLine(end);
            } else {
                blocks.add(block(name, here));
            }
            text.skipAll();
        }
        text.take();
        return new HclBlock(type, labels, attributes, blocks, line);
    }

    private HclBlock block(String type, int line) {
        List<String> labels = new ArrayList<>();
        while (text.peek() != '{') {
            if (text.peek() == '"') {
                if (!(quoted() instanceof HclValue.Text label)) {
                    throw text.refused("the label of a block cannot hold a template");
                }
                labels.add(label.text());
            } else {
                labels.add(name());
            }
            text.skipBlanks();
        }
        text.take();
        return body(type, labels, line, '}');
    }

    private void endOfLine(char end) {
        text.skipBlanks();
        if (text.peek() != '\n' && text.peek() != end && !text.isAtEnd()) {
            throw text.refused("'" + text.peek() + "' stands behind a value, where the line has to end");
        }
    }

    private String name() {
        int begin = text.place();
        while (Character.isLetterOrDigit(text.peek()) || text.peek() == '_' || text.peek() == '-') {
            text.take();
        }
        if (text.from(begin).isEmpty()) {
            throw text.refused(
                    text.isAtEnd()
                            ? "a name is missing at the end"
                            : "'" + text.peek() + "' stands where a name has to");
        }
        return text.from(begin);
    }

    private HclValue value() {
        char here = text.peek();
        if (here == '"') {
            return quoted();
        }
        if (here == '[') {
            return list();
        }
        if (text.isNext("<<")) {
            return heredoc();
        }
        if (here == '\n' || text.isAtEnd()) {
            throw text.refused("a value is missing");
        }
        String source = unread();
        if (source.matches("-?\\d{1,18}")) {
            return new HclValue.Whole(Long.parseLong(source));
        }
        return switch (source) {
            case "true" -> new HclValue.Flag(true);
            case "false" -> new HclValue.Flag(false);
            default -> new HclValue.Unread(source);
        };
    }

    private HclValue list() {
        List<HclValue> values = new ArrayList<>();
        text.take();
        text.skipAll();
        while (text.peek() != ']') {
            if (text.isAtEnd()) {
                throw text.refused("a list does not end: a ] is missing");
            }
            values.add(value());
            text.skipAll();
            if (text.peek() == ',') {
                text.take();
                text.skipAll();
            } else if (text.peek() != ']') {
                throw text.refused("a , or ] is missing in a list");
            }
        }
        text.take();
        return new HclValue.Several(values);
    }

    /** Up to the end of the line, or of what it stands in; brackets and texts are kept whole. */
    private String unread() {
        int begin = text.place();
        int depth = 0;
        while (!text.isAtEnd()) {
            char here = text.peek();
            if (depth == 0 && (here == '\n' || here == ',' || here == ']' || here == '}' || here == '#')) {
                break;
            }
            if (here == '"') {
                quoted();
                continue;
            }
            depth += here == '(' || here == '[' || here == '{' ? 1 : here == ')' || here == ']' || here == '}' ? -1 : 0;
            text.take();
        }
        return text.from(begin).strip();
    }

    private HclValue quoted() {
        int begin = text.place();
        StringBuilder read = new StringBuilder();
        boolean isTemplate = false;
        text.take();
        while (text.peek() != '"') {
            if (text.isAtEnd() || text.peek() == '\n') {
                throw text.refused("a text does not end: a \" is missing");
            }
            isTemplate |= text.isNext("${") || text.isNext("%{");
            char letter = text.take();
            read.append(letter == '\\' ? escaped() : letter);
        }
        text.take();
        return isTemplate ? new HclValue.Unread(text.from(begin)) : new HclValue.Text(read.toString());
    }

    private char escaped() {
        char letter = text.take();
        return switch (letter) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case '"', '\\' -> letter;
            default -> throw text.refused("\\" + letter + " is no escape; a backslash is written \\\\");
        };
    }

    private HclValue heredoc() {
        text.take();
        text.take();
        String mark = text.restOfLine().strip().replaceFirst("^-", "");
        StringBuilder read = new StringBuilder();
        while (!text.isAtEnd()) {
            int begin = text.place();
            String line = text.restOfLine();
            if (line.strip().equals(mark)) {
                return new HclValue.Text(read.toString());
            }
            read.append(line).append(text.from(begin).endsWith("\n") ? "\n" : "");
        }
        throw text.refused("the text that <<" + mark + " begins does not end");
    }
}
