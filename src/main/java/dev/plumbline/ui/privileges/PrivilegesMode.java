package dev.plumbline.ui.privileges;

/** What stands in the rows: objects for one role, roles for one object, or objects with roles as columns. */
public enum PrivilegesMode {
    BY_ROLE,
    BY_OBJECT,
    MATRIX
}
