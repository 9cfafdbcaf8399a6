package dev.plumbline.model;

/** A Kubernetes resource in a context. {@code namespace} is empty for cluster-scoped kinds; {@code plural} and {@code group} address it. */
public record ResourceRef(String context, String group, String plural, String namespace, String name)
        implements DatabasePlace {
    @Override
    public String shown() {
        return namespace.isEmpty() ? context + "/" + name : context + "/" + namespace + "/" + name;
    }
}
