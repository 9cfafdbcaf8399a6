package dev.plumbline.model;

/** Which DatabaseInstance ({@code namespace} set) or ClusterDatabaseInstance ({@code namespace} empty) a Database lives on. */
public record InstanceRef(String namespace, String name) {
    public boolean isClusterScoped() {
        return namespace.isEmpty();
    }

    public String shown() {
        return isClusterScoped() ? "ClusterDatabaseInstance " + name : "DatabaseInstance " + namespace + "/" + name;
    }
}
