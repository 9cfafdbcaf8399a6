package dev.plumbline.model;

/**
 * How much of the access side is read. {@code everyCell}: also columns without grants of their own, the row types of tables and the text of
 * policies, which nothing but a full listing needs. {@code system}: also what lives in {@code pg_catalog} and {@code information_schema}.
 */
public record AccessScope(boolean everyCell, boolean system) {
    public static final AccessScope GRANTS = new AccessScope(false, false);
    public static final AccessScope EVERY_CELL = new AccessScope(true, false);
}
