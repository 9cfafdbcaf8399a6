package dev.plumbline.sandbox.kubeapi;

/** What somebody wants to do, as access rules and access reviews name it; an empty namespace means all of them. */
public record Attributes(
        String verb, String group, String resource, String subresource, String namespace, String name) {

    String refusal(String user) {
        String what = group.isEmpty() ? resource : resource + "." + group;
        String path = subresource.isEmpty() ? resource : resource + "/" + subresource;
        return what + (name.isEmpty() ? "" : " \"" + name + "\"") + " is forbidden: User \"" + user + "\" cannot "
                + verb
                + " resource \"" + path + "\" in API group \"" + group + "\""
                + (namespace.isEmpty() ? " at the cluster scope" : " in the namespace \"" + namespace + "\"");
    }
}
