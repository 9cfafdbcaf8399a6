package dev.plumbline.sandbox.kubeapi;

import java.util.List;

/** One kind of resource the API serves, as discovery tells it. The core group is the empty string. */
record ResourceKind(
        String group,
        String version,
        String kind,
        String plural,
        String singular,
        List<String> shortNames,
        boolean namespaced,
        boolean statusSubresource,
        List<PrinterColumn> columns,
        List<FieldRule> rules) {

    String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** Where its group and version are served. */
    String base() {
        return (group.isEmpty() ? "/api/" : "/apis/" + group + "/") + version;
    }

    String path() {
        return base() + "/" + plural;
    }

    /** As error messages name it: {@code databases.dbops.dbprovision.io}. */
    String groupResource() {
        return group.isEmpty() ? plural : plural + "." + group;
    }

    boolean isCustom() {
        return group.contains(".") && !group.equals(KindRegistry.EXTENSIONS);
    }

    boolean isCore(String name) {
        return group.isEmpty() && plural.equals(name);
    }
}
