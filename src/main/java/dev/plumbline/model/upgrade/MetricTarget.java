package dev.plumbline.model.upgrade;

import java.util.Optional;

/** What a metric is measured on: {@code type} is Pods, Object or External; the blocks are there as they are written, whatever the type. */
public record MetricTarget(
        String type,
        Optional<LabelSelector> pods,
        Optional<ObjectRef> object,
        boolean hasExternal,
        Optional<LabelSelector> external) {
    public static final String PODS = "Pods";
    public static final String OBJECT = "Object";
    public static final String EXTERNAL = "External";

    public record ObjectRef(String apiVersion, String kind, String name, boolean hasSelector) {}
}
