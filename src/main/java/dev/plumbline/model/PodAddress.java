package dev.plumbline.model;

/**
 * A pod by its address.
 *
 * @param ofNode whether the address is the node's, which other pods there share
 * @param owner in words such as {@code Deployment api}; empty for a pod that nobody owns
 */
public record PodAddress(String namespace, String name, String ip, boolean ofNode, String owner) {
    public String shown() {
        return "pod " + Visible.text(namespace) + "/" + Visible.text(name)
                + (owner.isEmpty() ? "" : ", " + Visible.text(owner));
    }
}
