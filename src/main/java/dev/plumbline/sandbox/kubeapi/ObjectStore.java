package dev.plumbline.sandbox.kubeapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Every object by kind, namespace and name, under one lock and one rising version, as etcd keeps them. What is stored is never changed in
 * place.
 */
final class ObjectStore {
    private static final long FIRST_VERSION = 1000;
    private final Map<String, NavigableMap<String, StoredObject>> objects = new HashMap<>();
    private final Map<String, History> histories = new HashMap<>();
    private long version = FIRST_VERSION;

    /** What a list answers: one page, the version it was read at, and the key to go on after when more is left. */
    record Page(List<StoredObject> objects, long version, Optional<String> last, int left) {}

    synchronized long version() {
        return version;
    }

    synchronized Optional<StoredObject> find(ResourceKind kind, String namespace, String name) {
        return Optional.ofNullable(of(kind).get(key(namespace, name)));
    }

    StoredObject read(ResourceKind kind, String namespace, String name) {
        return find(kind, namespace, name).orElseThrow(() -> ApiFailure.notFound(kind, name));
    }

    /** An empty namespace means all; limit 0 means no limit. */
    synchronized Page list(
            ResourceKind kind, String namespace, Predicate<JsonNode> selector, Optional<String> after, int limit) {
        NavigableMap<String, StoredObject> all = within(of(kind), namespace);
        if (after.isPresent()) {
            all = all.tailMap(after.get(), false);
        }
        List<Map.Entry<String, StoredObject>> found = all.entrySet().stream()
                .filter(entry -> selector.test(entry.getValue().json()))
                .toList();
        boolean more = limit > 0 && found.size() > limit;
        List<Map.Entry<String, StoredObject>> page = more ? found.subList(0, limit) : found;
        return new Page(
                page.stream().map(Map.Entry::getValue).toList(),
                version,
                more ? Optional.of(page.get(limit - 1).getKey()) : Optional.empty(),
                found.size() - page.size());
    }

    synchronized StoredObject create(ResourceKind kind, ObjectNode object) {
        String name = StoredObject.nameOf(object);
        String key = key(StoredObject.namespaceOf(object), name);
        if (of(kind).containsKey(key)) {
            throw ApiFailure.exists(kind, name);
        }
        return put(kind, key, Optional.empty(), object);
    }

    /** Stores what the change makes of a copy of the object; nothing is stored, and no version used, when that is equal to it. */
    synchronized StoredObject update(
            ResourceKind kind, String namespace, String name, UnaryOperator<ObjectNode> change) {
        StoredObject current = read(kind, namespace, name);
        ObjectNode changed = change.apply(current.json().deepCopy());
        changed.withObject("/metadata").set("resourceVersion", current.json().at("/metadata/resourceVersion"));
        return changed.equals(current.json())
                ? current
                : put(kind, key(namespace, name), Optional.of(current), changed);
    }

    synchronized StoredObject delete(ResourceKind kind, String namespace, String name) {
        StoredObject current = read(kind, namespace, name);
        of(kind).remove(key(namespace, name));
        StoredObject last = versioned(current.json().deepCopy());
        history(kind).add(new Change(current.json(), last.json(), true, last.version()));
        return last;
    }

    /** Hears every later change of the kind, after those since the given version, or after all that is there when it is 0. */
    synchronized History.Subscription watch(ResourceKind kind, String namespace, long since, Consumer<Change> watcher) {
        if (since == 0) {
            within(of(kind), namespace)
                    .values()
                    .forEach(object -> watcher.accept(new Change(null, object.json(), false, object.version())));
        } else {
            history(kind).since(since).forEach(watcher);
        }
        return history(kind).subscribe(watcher);
    }

    private StoredObject put(ResourceKind kind, String key, Optional<StoredObject> before, ObjectNode object) {
        StoredObject stored = versioned(object);
        of(kind).put(key, stored);
        history(kind)
                .add(new Change(before.map(StoredObject::json).orElse(null), stored.json(), false, stored.version()));
        return stored;
    }

    private StoredObject versioned(ObjectNode object) {
        version++;
        object.withObject("/metadata").put("resourceVersion", Long.toString(version));
        return StoredObject.of(object, version);
    }

    private NavigableMap<String, StoredObject> of(ResourceKind kind) {
        return objects.computeIfAbsent(kind.path(), path -> new TreeMap<>());
    }

    private History history(ResourceKind kind) {
        return histories.computeIfAbsent(kind.path(), path -> new History());
    }

    private static NavigableMap<String, StoredObject> within(NavigableMap<String, StoredObject> all, String namespace) {
        return namespace.isEmpty() ? all : all.subMap(namespace + "/", true, namespace + "0", false);
    }

    private static String key(String namespace, String name) {
        return namespace + "/" + name;
    }
}
