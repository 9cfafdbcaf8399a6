package dev.plumbline.sandbox.kubeapi;

import java.util.Optional;

/** What a request is about: a kind, in a namespace or all (empty), one name or all (empty), and a subresource (empty for none). */
record Target(ResourceKind kind, String namespace, String name, String subresource) {

    /** Empty when the path is no path of a resource. */
    static Optional<Target> of(String path, KindRegistry kinds) {
        String[] parts = path.substring(1).split("/");
        int base = parts[0].equals("api") ? 2 : 3;
        if (parts.length <= base) {
            return Optional.empty();
        }
        StringBuilder group = new StringBuilder();
        for (int i = 0; i < base; i++) {
            group.append('/').append(parts[i]);
        }
        if (parts.length > base + 2 && parts[base].equals("namespaces")) {
            Optional<ResourceKind> inside =
                    kinds.at(group + "/" + parts[base + 2]).filter(ResourceKind::namespaced);
            if (inside.isPresent()) {
                return inside.map(
                        kind -> new Target(kind, parts[base + 1], part(parts, base + 3), part(parts, base + 4)));
            }
        }
        return kinds.at(group + "/" + parts[base])
                .map(kind -> new Target(kind, "", part(parts, base + 1), part(parts, base + 2)));
    }

    private static String part(String[] parts, int at) {
        return at < parts.length ? parts[at] : "";
    }

    String verb(ApiRequest request) {
        return switch (request.method()) {
            case "GET" -> request.isWatch() ? "watch" : name.isEmpty() ? "list" : "get";
            case "POST" -> "create";
            case "PUT" -> "update";
            case "PATCH" -> "patch";
            case "DELETE" -> name.isEmpty() ? "deletecollection" : "delete";
            default -> throw new ApiFailure(405, "MethodNotAllowed", "the server does not allow this method");
        };
    }
}
