package dev.plumbline.app;

import dev.plumbline.ui.fx.LayoutMemory;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the window was left, in a small text file of its own: it is read before the first frame, when opening the settings' database would be felt.
 * Written in the background; a file that cannot be read or written costs the memory, never the window.
 */
final class LayoutFile implements LayoutMemory {
    private static final Logger LOG = LoggerFactory.getLogger(LayoutFile.class);
    private final Path file;
    private final ExecutorService background;
    private final Properties values = new Properties();

    LayoutFile(Path file, ExecutorService background) {
        this.file = file;
        this.background = background;
        if (Files.isRegularFile(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            } catch (IOException | IllegalArgumentException spoiled) {
                LOG.warn("the window's layout in {} cannot be read and starts anew", file, spoiled);
            }
        }
    }

    @Override
    public Optional<String> get(String key) {
        synchronized (values) {
            return Optional.ofNullable(values.getProperty(key));
        }
    }

    @Override
    public void put(String key, String value) {
        synchronized (values) {
            if (value.equals(values.setProperty(key, value))) {
                return;
            }
        }
        // The window tells where it stood when it is closed, and by then the program may be ending.
        if (background.isShutdown()) {
            write();
        } else {
            background.execute(this::write);
        }
    }

    private void write() {
        synchronized (values) {
            try {
                Files.createDirectories(file.getParent());
                Path fresh = Files.createTempFile(file.getParent(), "layout", ".tmp");
                try (Writer writer = Files.newBufferedWriter(fresh)) {
                    values.store(writer, null);
                }
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException failure) {
                LOG.warn("the window's layout cannot be written to {}", file, failure);
            }
        }
    }
}
