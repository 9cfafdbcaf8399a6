package dev.plumbline.store;

import java.util.Set;
import java.util.TreeSet;

/** The programs that kubeconfigs may run, remembered by hash after a person said yes; the shown text is kept for the list of approvals. */
public record ApprovedPrograms(Settings settings) {
    private static final String PREFIX = "approved-program.";

    public boolean contains(String hash) {
        return settings.get(PREFIX + hash).isPresent();
    }

    public void approve(String hash, String shown) {
        settings.put(PREFIX + hash, shown);
    }

    public void withdraw(String hash) {
        settings.remove(PREFIX + hash);
    }

    public Set<String> hashes() {
        Set<String> hashes = new TreeSet<>();
        settings.startingWith(PREFIX).keySet().forEach(key -> hashes.add(key.substring(PREFIX.length())));
        return hashes;
    }
}
