package dev.plumbline.catalog.structure;

import dev.plumbline.pg.RowSink;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * The names of the server's own types as {@code format_type} writes them, with the modifiers of those whose modifier is plain: it is 4 more than the length, 4 more than
 * precision and scale (11 bits with a sign), or the digits of a second ({@code varchar.c}, {@code numeric.c}, {@code timestamp.c} of PostgreSQL 13 to 18).
 */
final class TypeNames implements RowSink {
    private static final int BPCHAR = 1042;
    private static final int VARCHAR = 1043;
    private static final int NUMERIC = 1700;
    private static final int TIMESTAMP = 1114;
    private static final int TIMESTAMPTZ = 1184;
    private static final int HEADER = 4;

    private final Map<Integer, String> names = new HashMap<>();
    private final Map<Long, String> written = new HashMap<>();

    @Override
    public void take(ResultSet row) throws SQLException {
        names.put((int) row.getLong(1), row.getString(2));
    }

    /** @param modifier negative for none */
    String name(int type, int modifier) {
        return modifier < 0
                ? known(type)
                : written.computeIfAbsent((long) type << Integer.SIZE | modifier, both -> with(type, modifier));
    }

    private String known(int type) {
        String name = names.get(type);
        if (name == null) {
            throw new NotPlainException("type " + Integer.toUnsignedString(type) + " is none of the server's own");
        }
        return name;
    }

    private static String with(int type, int modifier) {
        return switch (type) {
            case BPCHAR -> "character(" + (modifier - HEADER) + ")";
            case VARCHAR -> "character varying(" + (modifier - HEADER) + ")";
            case NUMERIC -> {
                int packed = modifier - HEADER;
                yield "numeric(" + (packed >> 16 & 0xffff) + "," + (((packed & 0x7ff) ^ 1024) - 1024) + ")";
            }
            case TIMESTAMP -> "timestamp(" + modifier + ") without time zone";
            case TIMESTAMPTZ -> "timestamp(" + modifier + ") with time zone";
            default -> throw new NotPlainException("the modifier of type " + type + " is not plain");
        };
    }
}
