package dev.plumbline.migration.parse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A node of PostgreSQL's parse tree: its type as in the server's source ({@code src/include/nodes/parsenodes.h} of version 18) and its fields. A field that is zero, false or empty is
 * left out of the tree, so asking for it gives 0, false, an empty text or an empty list.
 */
public final class Node {
    private static final Node NONE = new Node("", MissingNode.getInstance());
    private final String type;
    private final JsonNode fields;

    private Node(String type, JsonNode fields) {
        this.type = type;
        this.fields = fields;
    }

    /** The one node in a wrapper, such as {@code {"AlterTableStmt": {…}}}; no node when it is missing. */
    static Node only(JsonNode wrapper) {
        var names = wrapper.fieldNames();
        if (!names.hasNext()) {
            return NONE;
        }
        String name = names.next();
        return new Node(name, wrapper.path(name));
    }

    /** Such as {@code AlterTableStmt}; empty for no node. */
    public String type() {
        return type;
    }

    public boolean is(String wanted) {
        return type.equals(wanted);
    }

    public boolean exists() {
        return !fields.isMissingNode();
    }

    /** A field that can hold nodes of any type. */
    public Node node(String field) {
        return only(fields.path(field));
    }

    /** A field whose type is fixed, and so is not written, such as {@code relation} (a {@code RangeVar}). */
    public Node plain(String field) {
        JsonNode value = fields.path(field);
        return value.isMissingNode() ? NONE : new Node(field, value);
    }

    public List<Node> nodes(String field) {
        List<Node> nodes = new ArrayList<>();
        fields.path(field).forEach(value -> nodes.add(only(value)));
        return nodes;
    }

    public String text(String field) {
        return fields.path(field).asText("");
    }

    public boolean flag(String field) {
        return fields.path(field).asBoolean(false);
    }

    public long number(String field) {
        return fields.path(field).asLong(0);
    }

    /** The texts of a list of {@code String} nodes, such as the parts of a qualified name. */
    public List<String> texts(String field) {
        return nodes(field).stream()
                .filter(node -> node.is("String"))
                .map(node -> node.text("sval"))
                .toList();
    }

    /** All nodes of a type below this one, this one not included, in the order of the tree. */
    public List<Node> all(String wanted) {
        List<Node> found = new ArrayList<>();
        collect(fields, wanted, found);
        return found;
    }

    private static void collect(JsonNode here, String wanted, List<Node> found) {
        if (here.isObject()) {
            here.properties().forEach(field -> {
                if (field.getKey().equals(wanted)) {
                    found.add(new Node(wanted, field.getValue()));
                }
                collect(field.getValue(), wanted, found);
            });
        } else if (here.isArray()) {
            here.forEach(value -> collect(value, wanted, found));
        }
    }

    /** The texts of every field of this name below this node, wherever it is. */
    public List<String> everyText(String field) {
        return fields.findValuesAsText(field);
    }

    /** The nodes below this one that have a field of this name, wherever they are and whatever type they are of. */
    public List<Node> having(String field) {
        return fields.findParents(field).stream()
                .map(parent -> new Node("", parent))
                .toList();
    }

    /** This node when it is of a type. */
    public Optional<Node> as(String wanted) {
        return is(wanted) ? Optional.of(this) : Optional.empty();
    }

    @Override
    public String toString() {
        return type + " " + fields;
    }
}
