package dev.plumbline.drift.security;

import dev.plumbline.model.Gap;
import java.util.List;

/** What checks rest on, in the words of {@link Gap}. */
final class Subject {
    static final String RELATIONS = Gap.OBJECTS + " that are tables and sequences";
    static final String ROUTINES = Gap.OBJECTS + " that are functions and procedures";
    static final String LANGUAGES = Gap.OBJECTS + " that are languages";
    static final String DATABASES = Gap.OBJECTS + " that are databases";
    static final List<String> OF_ROLES = List.of(Gap.ROLES);
    static final List<String> OF_MEMBERSHIPS = List.of(Gap.ROLES, Gap.MEMBERSHIPS);
    static final List<String> OF_OWNERS = List.of(Gap.ROLES, Gap.OBJECTS, Gap.SCHEMAS, Gap.EXTENSION_MEMBERS);
    static final List<String> OF_TABLES = List.of(Gap.ROLES, Gap.SCHEMAS, RELATIONS, Gap.EXTENSION_MEMBERS);
    static final List<String> OF_ROW_SECURITY =
            List.of(Gap.ROLES, Gap.MEMBERSHIPS, Gap.SCHEMAS, RELATIONS, Gap.POLICIES, Gap.EXTENSION_MEMBERS);
    static final List<String> OF_ROUTINES =
            List.of(Gap.ROLES, Gap.MEMBERSHIPS, Gap.SCHEMAS, ROUTINES, Gap.EXTENSION_MEMBERS);

    private Subject() {}
}
