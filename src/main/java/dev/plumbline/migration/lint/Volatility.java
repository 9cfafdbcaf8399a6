package dev.plumbline.migration.lint;

import dev.plumbline.migration.parse.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether an expression is computed once or for every row, by the server's own functions in it (PostgreSQL 18, {@code pg_proc.provolatile}; manual 36.7). */
public enum Volatility {
    /** Immutable or stable: one value for the whole statement. */
    CONSTANT,
    VOLATILE,
    /** It calls a function that is not one of the server's known here. */
    UNKNOWN;

    private static final Set<String> VOLATILE_ONES = Set.of(
            "random",
            "random_normal",
            "setseed",
            "gen_random_uuid",
            "uuidv4",
            "uuidv7",
            "uuid_generate_v1",
            "uuid_generate_v1mc",
            "uuid_generate_v4",
            "gen_random_bytes",
            "gen_salt",
            "clock_timestamp",
            "timeofday",
            "nextval",
            "currval",
            "lastval",
            "setval",
            "pg_sleep",
            "set_config",
            "pg_current_wal_lsn",
            "lo_create",
            "dblink");
    private static final Set<String> CONSTANT_ONES = Set.of(
            "now",
            "transaction_timestamp",
            "statement_timestamp",
            "timezone",
            "date_trunc",
            "date_part",
            "extract",
            "age",
            "to_char",
            "to_date",
            "to_timestamp",
            "to_number",
            "make_date",
            "make_time",
            "make_timestamp",
            "make_timestamptz",
            "make_interval",
            "justify_days",
            "lower",
            "upper",
            "initcap",
            "length",
            "char_length",
            "octet_length",
            "btrim",
            "ltrim",
            "rtrim",
            "lpad",
            "rpad",
            "left",
            "right",
            "repeat",
            "reverse",
            "replace",
            "translate",
            "substring",
            "substr",
            "overlay",
            "position",
            "split_part",
            "concat",
            "concat_ws",
            "format",
            "chr",
            "ascii",
            "md5",
            "sha256",
            "encode",
            "decode",
            "abs",
            "ceil",
            "floor",
            "round",
            "trunc",
            "power",
            "sqrt",
            "mod",
            "sign",
            "exp",
            "ln",
            "pi",
            "array_fill",
            "array_append",
            "array_to_string",
            "string_to_array",
            "jsonb_build_object",
            "jsonb_build_array",
            "json_build_object",
            "json_build_array",
            "to_json",
            "to_jsonb",
            "to_tsvector",
            "to_tsquery",
            "current_setting",
            "current_schema",
            "current_database",
            "pg_backend_pid",
            "txid_current",
            "pg_current_xact_id",
            "int4range",
            "int8range",
            "numrange",
            "tsrange",
            "tstzrange",
            "daterange",
            "point",
            "box",
            "hashtext",
            "version");

    /** Of the expression of a default. */
    public static Volatility of(Node expression) {
        List<Node> calls = new ArrayList<>(expression.all("FuncCall"));
        expression.as("FuncCall").ifPresent(calls::add);
        Volatility found = CONSTANT;
        for (Node call : calls) {
            List<String> names = call.texts("funcname");
            boolean isForeign = names.size() > 1 && !names.get(0).equals("pg_catalog");
            String name = names.get(names.size() - 1);
            if (VOLATILE_ONES.contains(name)) {
                return VOLATILE;
            }
            if (isForeign || !CONSTANT_ONES.contains(name)) {
                found = UNKNOWN;
            }
        }
        return found;
    }
}
