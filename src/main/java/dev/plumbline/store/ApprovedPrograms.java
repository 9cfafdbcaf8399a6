package dev.plumbline.store;

import java.util.SortedMap;
import java.util.TreeMap;

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

    /** The commands as they were shown when they were approved, by hash. */
    public SortedMap<String, String> shownByHash() {
        SortedMap<String, String> shown = new TreeMap<>();
        settings.startingWith(PREFIX).forEach((key, text) -> shown.put(key.substring(PREFIX.length()), text));
        return shown;
    }
}
