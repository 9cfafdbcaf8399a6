package dev.plumbline.runbook.imports;

import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.document.SqlClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A block that is being made of a command: its fields in order, and what was guessed on the way. Fields hold texts, mappings of texts, or lists of texts. */
final class Draft {
    final BlockKind kind;
    final Map<String, Object> fields = new LinkedHashMap<>();
    final Map<String, String> attributes = new LinkedHashMap<>();
    final List<String> guesses = new ArrayList<>();
    String sql = "";
    /** The file that it would run, which the page may have written before. */
    String file = "";

    Draft(BlockKind kind) {
        this.kind = kind;
    }

    static Draft manual(String text, String reason) {
        return new Draft(BlockKind.MANUAL).with("do", text).with("note", reason);
    }

    static Draft sql(String sql) {
        String plain = sql.strip();
        Draft draft = new Draft(SqlClass.of(plain).changes() ? BlockKind.SQL_CHANGE : BlockKind.SQL);
        draft.sql = plain;
        return draft;
    }

    /** Nothing is written for an empty text. */
    Draft with(String field, Object value) {
        if (!value.equals("")) {
            fields.put(field, value);
        }
        return this;
    }

    Draft timeout(String value) {
        if (!value.isEmpty()) {
            attributes.put(Block.TIMEOUT, value);
        }
        return this;
    }

    Draft guess(String guess) {
        guesses.add(guess);
        return this;
    }

    String text(String field) {
        return fields.get(field) instanceof String text ? text : "";
    }
}
