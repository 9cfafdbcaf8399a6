package dev.plumbline.catalog;

import dev.plumbline.model.AccessScope;

/** A scope as the parameters of queries. */
final class ScopeParameters {
    private ScopeParameters() {}

    /** The schemas left out, as an array in text form. */
    static String hidden(AccessScope scope) {
        return scope.system() ? "{}" : "{pg_catalog,information_schema}";
    }

    static String everyCell(AccessScope scope) {
        return scope.everyCell() ? "t" : "f";
    }
}
